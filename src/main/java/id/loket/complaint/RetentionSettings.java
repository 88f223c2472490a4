package id.loket.complaint;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long is kept who complained; {@code docs/configuration.md} lists the environment variable.
 *
 * @param retention from the day on which the complaint was closed; of a mail that belongs to none, from the day on which it came
 */
@ConfigurationProperties("loket.complaint")
public record RetentionSettings(@DefaultValue("1826d") Duration retention) {}

package id.loket.platform;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the installation; {@code docs/configuration.md} lists the environment variables behind them.
 *
 * @param dataDir      where the embedded database keeps its data
 * @param databaseUrl  JDBC address of an external PostgreSQL; empty: the embedded one
 * @param publicUrl    base of the addresses in QR codes; empty: this machine
 * @param port         port of the web server
 * @param demo         whether the demo office is loaded and its accounts are shown at sign-in
 */
@ConfigurationProperties("loket")
public record LoketSettings(
        @DefaultValue("data") Path dataDir,
        @DefaultValue("") String databaseUrl,
        @DefaultValue("") String databaseUser,
        @DefaultValue("") String databasePassword,
        @DefaultValue("") String publicUrl,
        @DefaultValue("8080") int port,
        Boolean demo) {

    public LoketSettings {
        publicUrl = publicUrl.isEmpty() ? "http://localhost:" + port : publicUrl.replaceAll("/+$", "");
        demo = demo == null ? databaseUrl.isEmpty() : demo;
    }

    public boolean embedded() {
        return databaseUrl.isEmpty();
    }
}

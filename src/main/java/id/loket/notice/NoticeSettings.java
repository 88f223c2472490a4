package id.loket.notice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sending of notices; {@code docs/configuration.md} lists the environment variables behind them.
 *
 * @param firstRetry   pause after the first failure; each further pause is twice as long, up to {@code longestRetry}
 * @param smsLimit     how long after its first try an SMS is tried before it fails for good: longer than a day's outage
 * @param emailLimit   the same for e-mail, and for every other way
 * @param stuckAfter   a try that took longer was lost with its node
 * @param receiptAfter how long a gateway may take to report a delivery that it promised to report
 * @param retention    how long address and text are kept
 * @param parallel     tries at once on one node, for each channel
 */
@ConfigurationProperties("loket.notice")
record NoticeSettings(
        @DefaultValue("10s") Duration firstRetry,
        @DefaultValue("30m") Duration longestRetry,
        @DefaultValue("48h") Duration smsLimit,
        @DefaultValue("72h") Duration emailLimit,
        @DefaultValue("15m") Duration stuckAfter,
        @DefaultValue("72h") Duration receiptAfter,
        @DefaultValue("365d") Duration retention,
        @DefaultValue("4") int parallel) {

    BackOff backOff(Channel channel) {
        return new BackOff(firstRetry, longestRetry, channel == Channel.SMS ? smsLimit : emailLimit);
    }
}

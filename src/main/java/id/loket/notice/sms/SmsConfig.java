package id.loket.notice.sms;

import id.loket.notice.Carrier;
import id.loket.notice.Channel;
import id.loket.notice.Receipts;
import id.loket.notice.file.FileCarrier;
import id.loket.platform.LoketSettings;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the one carrier of SMS that is configured; it connects when it has something to send. */
@Configuration(proxyBeanMethods = false)
class SmsConfig {

    /** Null: none, so that SMS is no way to go. */
    @Bean
    Carrier smsCarrier(SmsSettings settings, LoketSettings loket, ObjectProvider<Receipts> receipts, Clock clock) {
        return switch (settings.gateway()) {
            case null -> loket.demo() ? new FileCarrier(Channel.SMS, loket.dataDir(), clock) : null;
            case FILE -> new FileCarrier(Channel.SMS, loket.dataDir(), clock);
            // Who takes receipts knows the carriers, so it is asked for only when there is a receipt.
            case SMPP -> new SmppCarrier(settings.smpp(), (c, r, f, d, at) -> receipts.getObject().report(c, r, f, d, at), clock);
            case HTTP -> new HttpCarrier(settings.http());
        };
    }
}

package id.loket.notice.mail;

import id.loket.notice.Carrier;
import id.loket.notice.Channel;
import id.loket.notice.file.FileCarrier;
import id.loket.platform.LoketSettings;
import java.time.Clock;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the carrier of e-mail; it connects when it has something to send. */
@Configuration(proxyBeanMethods = false)
class MailConfig {

    /** Null: none, so that e-mail is no way to go. */
    @Bean
    Carrier mailCarrier(MailSettings settings, LoketSettings loket, Clock clock) {
        if (!settings.host().isEmpty()) {
            return new SmtpCarrier(settings, (SSLSocketFactory) SSLSocketFactory.getDefault(), clock);
        }
        return loket.demo() ? new FileCarrier(Channel.EMAIL, loket.dataDir(), clock) : null;
    }
}

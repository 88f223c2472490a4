package id.loket.notice.mail;

import id.loket.notice.Carrier;
import id.loket.notice.mail.MailSettings.Encryption;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;

/** The carrier of e-mail for a server on this machine. */
public final class Smtp {

    private Smtp() {}

    /** @param from the office's address */
    public static Carrier carrier(int port, String from, Clock clock) {
        MailSettings settings = new MailSettings("localhost", port, Encryption.NONE, "", "", from, "", Duration.ofSeconds(10));
        return new SmtpCarrier(settings, (SSLSocketFactory) SSLSocketFactory.getDefault(), clock);
    }
}

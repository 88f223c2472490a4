package id.loket.notice.mail;

import id.loket.notice.Carried;
import id.loket.notice.Carrier;
import id.loket.notice.Channel;
import id.loket.notice.Outgoing;
import id.loket.notice.mail.MailSettings.Encryption;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Clock;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** E-mail over SMTP (RFC 5321), one connection a message. The reference is the {@code Message-ID}. */
final class SmtpCarrier implements Carrier {

    private final MailSettings settings;
    private final Session session;
    private final Clock clock;

    /** @param encrypting makes the encrypted connections */
    SmtpCarrier(MailSettings settings, SSLSocketFactory encrypting, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        String millis = Long.toString(settings.timeout().toMillis());
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.encryption() == Encryption.TLS));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.encryption() == Encryption.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(settings.encryption() == Encryption.STARTTLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", encrypting);
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        // The message is taken when DATA is answered; waiting for the end of QUIT adds nothing.
        properties.put("mail.smtp.quitwait", "false");
        this.session = Session.getInstance(properties);
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public String name() {
        return "smtp";
    }

    @Override
    public Carried carry(Outgoing message) {
        if (!MailSettings.isAddress(message.to())) {
            return new Carried.Refused("The address isn't one of an e-mail");
        }
        Mail mail;
        try {
            mail = Mail.of(session, message, settings, clock.instant());
        } catch (MessagingException e) {
            return new Carried.Refused("The message can't be written as an e-mail");
        }
        boolean accepted = false;
        try (Transport transport = session.getTransport()) {
            if (settings.user().isEmpty()) {
                transport.connect();
            } else {
                transport.connect(settings.user(), settings.password());
            }
            transport.sendMessage(mail, mail.getAllRecipients());
            accepted = true;
        } catch (AuthenticationFailedException e) {
            return new Carried.Later("The mail server refuses the user or password: check LOKET_MAIL_USER and _PASSWORD", null);
        } catch (MessagingException e) {
            // A failure of the farewell changes nothing.
            if (!accepted) {
                return failure(e, mail);
            }
        }
        return new Carried.Accepted(mail.id(), false);
    }

    /** The answer to the recipient counts, else that to another command; no answer after the whole text was written: nobody knows. */
    private Carried failure(MessagingException failure, Mail mail) {
        for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
            if (e instanceof SMTPAddressFailedException address && address.getReturnCode() > 0) {
                return answered(address.getReturnCode(), "The mail server doesn't take the recipient");
            }
        }
        for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
            if (e instanceof SMTPSenderFailedException sender && sender.getReturnCode() > 0) {
                return new Carried.Later(
                        "The mail server doesn't take the sender (SMTP %d): check LOKET_MAIL_FROM".formatted(sender.getReturnCode()), null);
            }
            if (e instanceof SMTPSendFailedException send && send.getReturnCode() > 0) {
                return mail.isWritten()
                        ? answered(send.getReturnCode(), "The mail server doesn't take the message")
                        : new Carried.Later("The mail server can't send now (SMTP %d)".formatted(send.getReturnCode()), null);
            }
        }
        if (mail.isWritten()) {
            return new Carried.Unknown("The connection to the mail server was lost before it answered");
        }
        return new Carried.Later("The mail server can't be reached: check LOKET_MAIL_HOST, _PORT and _ENCRYPTION, and the network", null);
    }

    private static Carried answered(int code, String what) {
        String why = "%s (SMTP %d)".formatted(what, code);
        return code >= 500 ? new Carried.Refused(why) : new Carried.Later(why, null);
    }
}

package id.loket.notice.mail;

import id.loket.notice.Outgoing;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.regex.Pattern;

/** One notice as a mail, which knows whether it was written to the server as a whole. */
final class Mail extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** What a notice may say of itself; who it is from and to, and what it is made of, is said here only. */
    private static final Pattern HEADER = Pattern.compile("(?i)Auto-Submitted|In-Reply-To|References|Reply-To|List-[a-z-]+|X-[a-z-]+");

    private final String id;
    private boolean written;

    private Mail(Session session, String id) {
        super(session);
        this.id = id;
    }

    /**
     * The {@code Message-ID} comes from the notice's key and the office's domain: the same at every try, so that a mail that comes twice is
     * known for one, and a reply leads back to its notice.
     *
     * @throws IllegalArgumentException if a header is none of those that a notice may have
     */
    static Mail of(Session session, Outgoing message, MailSettings settings, Instant now) throws MessagingException {
        Mail mail = new Mail(session, "<" + message.key().replaceAll("[^A-Za-z0-9._-]", "-") + "@" + settings.domain() + ">");
        mail.setFrom(from(settings));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(message.to(), true));
        mail.setSubject(inOneLine(message.subject()), UTF_8);
        mail.setSentDate(Date.from(now));
        // RFC 3834: nobody's holiday answer is asked for.
        mail.setHeader("Auto-Submitted", "auto-generated");
        for (Map.Entry<String, String> header : message.headers().entrySet()) {
            if (!HEADER.matcher(header.getKey()).matches()) {
                throw new IllegalArgumentException("A notice doesn't set the header " + header.getKey());
            }
            mail.setHeader(header.getKey(), inOneLine(header.getValue()));
        }
        if (message.html() == null || message.html().isEmpty()) {
            mail.setText(message.text(), UTF_8);
        } else {
            MimeBodyPart text = new MimeBodyPart();
            text.setText(message.text(), UTF_8);
            MimeBodyPart html = new MimeBodyPart();
            html.setText(message.html(), UTF_8, "html");
            // The last is what the sender prefers (RFC 2046, 5.1.4).
            mail.setContent(new MimeMultipart("alternative", text, html));
        }
        mail.saveChanges();
        return mail;
    }

    String id() {
        return id;
    }

    /** Whether everything but the end mark was written: the server may take it from now on. */
    boolean isWritten() {
        return written;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    @Override
    public void writeTo(OutputStream out, String[] withoutHeaders) throws IOException, MessagingException {
        super.writeTo(out, withoutHeaders);
        written = true;
    }

    private static InternetAddress from(MailSettings settings) throws MessagingException {
        InternetAddress from = new InternetAddress(settings.from(), true);
        try {
            from.setPersonal(settings.fromName().isEmpty() ? null : inOneLine(settings.fromName()), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("UTF-8 is always there", e);
        }
        return from;
    }

    /** No value begins another header. */
    private static String inOneLine(String value) {
        return value == null ? "" : value.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }
}

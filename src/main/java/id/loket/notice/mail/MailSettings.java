package id.loket.notice.mail;

import id.loket.platform.db.StartFailure;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server; {@code docs/configuration.md} lists the environment variables.
 *
 * @param host     empty: in the demo mails go into a file, elsewhere nowhere
 * @param user     empty: the server asks for no password
 * @param from     the office's address, also the domain of message IDs
 * @param fromName shown beside it; empty: nothing
 * @param timeout  for the connection, and for each answer
 */
@ConfigurationProperties("loket.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("STARTTLS") Encryption encryption,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String from,
        @DefaultValue("") String fromName,
        @DefaultValue("20s") Duration timeout) {

    enum Encryption {
        STARTTLS,
        TLS,
        /** For a server on the same machine only. */
        NONE
    }

    MailSettings {
        if (!host.isEmpty()) {
            require(port >= 1 && port <= 65_535, "LOKET_MAIL_PORT is " + port + ", but a port is a number from 1 to 65535");
            require(isAddress(from), "LOKET_MAIL_HOST is set, so LOKET_MAIL_FROM must be the office's e-mail address");
            require(user.isEmpty() || !password.isEmpty(), "LOKET_MAIL_USER is set, but LOKET_MAIL_PASSWORD isn't");
            require(
                    user.isEmpty() || encryption != Encryption.NONE,
                    "LOKET_MAIL_ENCRYPTION is none, but a password isn't sent over a connection that isn't encrypted: use starttls or tls");
            require(timeout.toMillis() >= 1, "LOKET_MAIL_TIMEOUT must be more than 0, for example 20s");
        }
    }

    String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }

    static boolean isAddress(String address) {
        try {
            new InternetAddress(address, true);
            return address.matches("[\\x21-\\x7e]+@[\\x21-\\x7e]+") && !address.matches(".*[<>,;:\"\\\\()].*");
        } catch (AddressException e) {
            return false;
        }
    }

    private static void require(boolean held, String message) {
        if (!held) {
            throw new StartFailure(message, null);
        }
    }

    /** A record would show the password. */
    @Override
    public String toString() {
        return "mail server " + host + ":" + port;
    }
}

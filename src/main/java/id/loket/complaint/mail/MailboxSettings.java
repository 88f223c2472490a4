package id.loket.complaint.mail;

import id.loket.platform.db.StartFailure;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox for complaints; {@code docs/configuration.md} lists the environment variables.
 *
 * @param host    empty: no mailbox is read
 * @param office  code of the office whose mailbox it is; empty: the home office
 * @param poll    pause between two readings
 * @param timeout for the connection, and for each answer
 */
@ConfigurationProperties("loket.mailbox")
record MailboxSettings(
        @DefaultValue("") String host,
        @DefaultValue("993") int port,
        @DefaultValue("TLS") Encryption encryption,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("") String office,
        @DefaultValue("30s") Duration poll,
        @DefaultValue("20s") Duration timeout) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    enum Encryption {
        STARTTLS,
        TLS,
        /** For a server on the same machine only. */
        NONE
    }

    MailboxSettings {
        if (!host.isEmpty()) {
            require(port >= 1 && port <= 65_535, "LOKET_MAILBOX_PORT is " + port + ", but a port is a number from 1 to 65535");
            require(!user.isEmpty(), "LOKET_MAILBOX_HOST is set, so LOKET_MAILBOX_USER must be the user of the mailbox");
            require(!password.isEmpty(), "LOKET_MAILBOX_HOST is set, but LOKET_MAILBOX_PASSWORD isn't");
            require(!folder.isBlank(), "LOKET_MAILBOX_FOLDER is empty: leave it out, or name a folder such as INBOX");
            require(
                    encryption != Encryption.NONE || THIS_MACHINE.contains(host),
                    "LOKET_MAILBOX_ENCRYPTION is none, but a password isn't sent to another machine unencrypted: use starttls or tls");
            require(poll.toMillis() >= 1000, "LOKET_MAILBOX_POLL must be 1s or more, for example 30s");
            require(timeout.toMillis() >= 1, "LOKET_MAILBOX_TIMEOUT must be more than 0, for example 20s");
        }
    }

    /** Names the mailbox among those that were ever read. */
    String name() {
        return user + "@" + host + "/" + folder;
    }

    private static void require(boolean held, String message) {
        if (!held) {
            throw new StartFailure(message, null);
        }
    }

    /** A record would show the password. */
    @Override
    public String toString() {
        return "mailbox " + folder + " on " + host + ":" + port;
    }
}

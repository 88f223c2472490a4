package id.loket.complaint.mail;

import id.loket.complaint.mail.MailStore.Position;
import id.loket.complaint.mail.MailboxSettings.Encryption;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.OfficeInfo;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the mailbox over IMAP, oldest first. What was read is known by its place (UIDVALIDITY and UID), kept in the transaction that takes
 * the mail; the flag that it was seen is for people who look into the mailbox, and nothing rests on it. Where the mailbox was made anew,
 * all of it is read again, and the mails' fingerprints keep them from being taken twice.
 */
@Component
class Mailbox {

    /** Mails in one reading; the next follows after the pause. */
    static final int BATCH = 50;

    /** Bytes that are read of a mail that is too large: its headers and, as a rule, its text. */
    private static final int BEGINNING = 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

    private final MailboxSettings settings;
    private final MailStore store;
    private final MailIntake intake;
    private final OfficeDirectory offices;
    private final Clock clock;
    private final Session session;

    Mailbox(MailboxSettings settings, MailStore store, MailIntake intake, OfficeDirectory offices, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.intake = intake;
        this.offices = offices;
        this.clock = clock;
        this.session = Session.getInstance(properties(settings));
    }

    OfficeInfo office() {
        return settings.office().isEmpty()
                ? offices.home()
                : offices.byCode(settings.office()).orElseThrow(() -> new IllegalStateException(
                        "LOKET_MAILBOX_OFFICE is %s, but there is no such office".formatted(settings.office())));
    }

    /**
     * Reads what is new.
     *
     * @return how many mails were looked at
     */
    int poll() {
        int officeId = office().officeId();
        int count = 0;
        String trouble = "";
        try (Store server = session.getStore(settings.encryption() == Encryption.TLS ? "imaps" : "imap")) {
            server.connect(settings.host(), settings.port(), settings.user(), settings.password());
            IMAPFolder folder = (IMAPFolder) server.getFolder(settings.folder());
            folder.open(Folder.READ_WRITE);
            long validity = folder.getUIDValidity();
            for (IMAPMessage message : fresh(folder, officeId, validity)) {
                take(officeId, folder, message, validity);
                count++;
            }
        } catch (AuthenticationFailedException e) {
            trouble = "AUTHENTICATION";
        } catch (FolderNotFoundException e) {
            trouble = "FOLDER";
        } catch (MessagingException | IOException e) {
            LOG.debug("mailbox", e);
            trouble = "UNREACHABLE";
        }
        if (!trouble.isEmpty()) {
            LOG.warn("{} can't be read: {}", settings, trouble);
        }
        store.told(officeId, settings.name(), trouble, clock.instant());
        return count;
    }

    private List<IMAPMessage> fresh(IMAPFolder folder, int officeId, long validity) throws MessagingException {
        Position left = store.position(officeId, settings.name());
        long after = left.uidValidity() == validity ? left.lastUid() : 0;
        Message[] found = folder.getMessagesByUID(after + 1, UIDFolder.LASTUID);
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(found, profile);
        record Numbered(long uid, IMAPMessage message) {}
        Numbered[] numbered = new Numbered[found.length];
        for (int i = 0; i < found.length; i++) {
            numbered[i] = new Numbered(folder.getUID(found[i]), (IMAPMessage) found[i]);
        }
        // A server answers "from n on" with its last mail where none is so new.
        return Arrays.stream(numbered)
                .filter(each -> each.uid() > after)
                .sorted(Comparator.comparingLong(Numbered::uid))
                .limit(BATCH)
                .map(Numbered::message)
                .toList();
    }

    private void take(int officeId, IMAPFolder folder, IMAPMessage message, long validity) throws MessagingException, IOException {
        long uid = folder.getUID(message);
        try {
            long size = message.getSizeLong();
            int most = size > MailIntake.LARGEST ? BEGINNING : MailIntake.LARGEST + 1;
            byte[] raw;
            try (InputStream in = message.getMimeStream()) {
                raw = in.readNBytes(most);
            }
            intake.take(officeId, settings.name(), new Position(validity, uid), raw, Math.max(size, raw.length));
            message.setFlag(Flags.Flag.SEEN, true);
            message.invalidateHeaders();
        } catch (MessageRemovedException gone) {
            // Somebody took it away while it was read.
            LOG.warn("a mail disappeared from {} before it was read", settings);
        }
    }

    private static Properties properties(MailboxSettings settings) {
        String millis = Long.toString(settings.timeout().toMillis());
        Properties properties = new Properties();
        for (String protocol : List.of("mail.imap.", "mail.imaps.")) {
            properties.put(protocol + "connectiontimeout", millis);
            properties.put(protocol + "timeout", millis);
            properties.put(protocol + "writetimeout", millis);
            properties.put(protocol + "ssl.checkserveridentity", "true");
            properties.put(protocol + "ssl.socketFactory", SSLSocketFactory.getDefault());
            properties.put(protocol + "peek", "true");
            properties.put(protocol + "fetchsize", Integer.toString(256 * 1024));
        }
        properties.put("mail.imap.starttls.enable", Boolean.toString(settings.encryption() == Encryption.STARTTLS));
        properties.put("mail.imap.starttls.required", Boolean.toString(settings.encryption() == Encryption.STARTTLS));
        return properties;
    }
}

package id.loket.complaint.mail;

import id.loket.complaint.Complainant;
import id.loket.complaint.ComplaintAttachments;
import id.loket.complaint.ComplaintRefused;
import id.loket.complaint.Complaints;
import id.loket.complaint.NewComplaint;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Order;
import id.loket.complaint.handling.Status;
import id.loket.complaint.mail.MailStore.Known;
import id.loket.complaint.mail.MailStore.Position;
import id.loket.complaint.mail.ReadMail.Kind;
import id.loket.complaint.mail.ReadMail.Part;
import id.loket.complaint.mail.ReceivedMail.Fate;
import id.loket.complaint.mail.ReceivedMail.Reason;
import id.loket.notice.MailThreads;
import id.loket.notice.Subject;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes of a mail what it is: a new complaint, a further word to one, something for the desk to look at first, or what a program wrote. All
 * of it, and how far the mailbox was read, is one transaction; the same mail a second time changes nothing.
 */
@Service
class MailIntake {

    /** Bytes; what mail servers take at most is about this. */
    static final int LARGEST = 25 * 1024 * 1024;

    /** Mails of one sender in an hour that are taken in: more are no person's, and answering them may never end. */
    static final int MOST_IN_AN_HOUR = 10;

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_STORY = 10_000;
    private static final Pattern NUMBER = Pattern.compile("\\bPGD-\\d{4}-\\d{5,9}\\b");
    private static final Logger LOG = LoggerFactory.getLogger(MailIntake.class);

    private final MailStore store;
    private final Complaints complaints;
    private final ComplaintAttachments attachments;
    private final MailThreads threads;
    private final OfficeDirectory offices;
    private final MessageSource messages;
    private final TransactionTemplate transactions;
    private final Clock clock;

    MailIntake(
            MailStore store,
            Complaints complaints,
            ComplaintAttachments attachments,
            MailThreads threads,
            OfficeDirectory offices,
            MessageSource messages,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = store;
        this.complaints = complaints;
        this.attachments = attachments;
        this.threads = threads;
        this.offices = offices;
        this.messages = messages;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Takes a mail.
     *
     * @param raw  as it came, or its beginning where it is too large
     * @param size bytes of the whole
     * @param at   its place in the mailbox
     */
    void take(int officeId, String mailbox, Position at, byte[] raw, long size) {
        ReadMail mail = MailReader.read(raw);
        String fingerprint = fingerprint(mail, raw);
        try {
            transactions.executeWithoutResult(status -> {
                store.moveOn(officeId, mailbox, at);
                claim(officeId, fingerprint, mail, size).ifPresent(id -> sort(officeId, id, mail, raw, size));
            });
        } catch (ComplaintRefused | NonTransientDataAccessException unfit) {
            LOG.warn("a mail of {} bytes could not be taken in: {}", size, unfit.getClass().getSimpleName());
            transactions.executeWithoutResult(status -> {
                store.moveOn(officeId, mailbox, at);
                claim(officeId, fingerprint, mail, size).ifPresent(id -> store.quarantine(officeId, id, Reason.UNFIT, "", null));
            });
        }
    }

    private Optional<Long> claim(int officeId, String fingerprint, ReadMail mail, long size) {
        return store.claim(officeId, fingerprint, mail, String.join(" ", mail.mentioned()), size, Fate.QUARANTINED, clock.instant());
    }

    private void sort(int officeId, long id, ReadMail mail, byte[] raw, long size) {
        boolean own = mail.sender().equalsIgnoreCase(offices.byId(officeId).email());
        if (own || mail.kind() != Kind.PERSONAL) {
            byProgram(officeId, id, mail);
            return;
        }
        if (size > LARGEST) {
            store.quarantine(officeId, id, Reason.TOO_LARGE, "", raw);
            return;
        }
        for (Part part : mail.parts()) {
            Optional<Danger> danger = Danger.in(part);
            if (danger.isPresent()) {
                store.quarantine(officeId, id, Reason.valueOf(danger.get().name()), part.name(), raw);
                return;
            }
        }
        Optional<Reason> reason = reason(officeId, mail);
        if (reason.isPresent()) {
            store.quarantine(officeId, id, reason.get(), "", raw);
        } else {
            accept(officeId, id, mail, mail.parts(), List.of());
        }
    }

    private Optional<Reason> reason(int officeId, ReadMail mail) {
        if (mail.tangled()) {
            return Optional.of(Reason.TANGLED);
        }
        if (mail.sender().isEmpty()) {
            return Optional.of(Reason.NO_SENDER);
        }
        if (store.from(officeId, mail.sender(), clock.instant().minus(Duration.ofHours(1))) > MOST_IN_AN_HOUR) {
            return Optional.of(Reason.TOO_MANY);
        }
        boolean nothing = mail.text().isEmpty() && mail.subject().isEmpty() && mail.parts().isEmpty();
        return nothing ? Optional.of(Reason.EMPTY) : Optional.empty();
    }

    /** Kept and listed, never answered. A notice that came back has failed. */
    private void byProgram(int officeId, long id, ReadMail mail) {
        Fate fate = switch (mail.kind()) {
            case BOUNCE -> Fate.BOUNCE;
            case MAILING_LIST -> Fate.MAILING_LIST;
            case AUTOMATIC, PERSONAL -> Fate.AUTOMATIC;
        };
        String complaint = "";
        if (mail.bounce() != null) {
            complaint = threads.cameBack(officeId, mail.bounce().messageId(), mail.bounce().recipient(), mail.bounce().status())
                    .filter(Subject::isComplaint)
                    .map(Subject::key)
                    .orElse("");
        }
        store.settle(officeId, id, fate, complaint, List.of(), false);
    }

    /**
     * Takes a mail in that was in quarantine, without what is dangerous in it.
     *
     * @return number of its complaint
     */
    String release(int officeId, long id, byte[] raw, boolean whole) {
        ReadMail mail = MailReader.read(raw);
        List<Part> good = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (Part part : mail.parts()) {
            if (whole && Danger.in(part).isEmpty()) {
                good.add(part);
            } else {
                leftOut.add(part.name());
            }
        }
        return accept(officeId, id, mail, good, leftOut);
    }

    private String accept(int officeId, long id, ReadMail mail, List<Part> parts, List<String> already) {
        Optional<Known> mentioned = mentioned(officeId, mail);
        Optional<Known> own = mentioned.filter(known -> known.email().equalsIgnoreCase(mail.sender()));
        List<String> leftOut = new ArrayList<>(already);
        String number;
        Fate fate;
        if (own.isPresent()) {
            number = own.get().number();
            fate = switch (own.get().status()) {
                case WITH_COMPLAINANT -> Fate.COMPLETION;
                case ANSWERED -> Fate.NOT_SOLVED;
                default -> Fate.NOTE;
            };
            if (fate == Fate.COMPLETION) {
                complaints.orderByComplainant(officeId, own.get().statusCode(), new Order.Remark(reply(mail)));
            } else {
                complaints.remarkBySystem(officeId, number, word("complaintmail.wrote", reply(mail)));
            }
        } else {
            number = complaints.receive(officeId, complaint(mail));
            fate = Fate.COMPLAINT;
            mentioned.ifPresent(other -> complaints.remarkBySystem(officeId, number, word("complaintmail.mentions", other.number())));
        }
        if (!mail.messageId().isEmpty()) {
            threads.add(
                    officeId,
                    Subject.complaint(number),
                    mail.messageId(),
                    String.join(" ", mail.mentioned()),
                    subject(mail),
                    clock.instant());
        }
        boolean closed = own.isPresent() && own.get().status() == Status.CLOSED;
        parts.forEach(part -> attach(officeId, number, part, closed, leftOut));
        if (!leftOut.isEmpty()) {
            complaints.remarkBySystem(officeId, number, word("complaintmail.leftOut", String.join("; ", leftOut)));
        }
        store.settle(officeId, id, fate, number, leftOut, fate == Fate.NOT_SOLVED);
        return number;
    }

    /** What may not be kept is named, so that it can be asked for by another way. */
    private void attach(int officeId, String number, Part part, boolean closed, List<String> leftOut) {
        if (closed || !store.hasRoom(officeId, number, part.content().length)) {
            leftOut.add(part.name());
            return;
        }
        try {
            ComplaintAttachments.Added added =
                    attachments.addByComplainant(officeId, number, part.name(), new ByteArrayInputStream(part.content()));
            if (added instanceof ComplaintAttachments.Added.Refused) {
                leftOut.add(part.name());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the mails that it answers; else by the number that somebody wrote into the subject. */
    private Optional<Known> mentioned(int officeId, ReadMail mail) {
        return threads.about(officeId, mail.mentioned()).stream()
                .filter(Subject::isComplaint)
                .map(Subject::key)
                .findFirst()
                .or(() -> {
                    Matcher written = NUMBER.matcher(mail.subject().toUpperCase(Locale.ROOT));
                    return written.find() ? Optional.of(written.group()) : Optional.empty();
                })
                .flatMap(found -> store.complaint(officeId, found));
    }

    private NewComplaint complaint(ReadMail mail) {
        return new NewComplaint(
                Medium.EMAIL,
                new Complainant(MailReader.cut(mail.senderName(), LONGEST_SUBJECT), "", "", "", mail.sender(), false, false),
                "",
                "",
                null,
                subject(mail),
                mail.text().isEmpty() ? word("complaintmail.noText") : cut(mail.text()),
                "",
                "surel/" + mail.messageId() + "/" + sha256(mail.sender() + "\n" + mail.subject() + "\n" + mail.text(), new byte[0]));
    }

    private String subject(ReadMail mail) {
        String first = mail.text().lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        String subject = mail.subject().isEmpty() ? MailReader.line(first) : mail.subject();
        return subject.isEmpty() ? word("complaintmail.noSubject") : MailReader.cut(subject, LONGEST_SUBJECT);
    }

    /** Without what it quotes, if anything is left then. */
    private String reply(ReadMail mail) {
        String own = mail.text().replaceAll("(?m)^(?:[^\\n]{1,200}:[ \\t]*\\n)?(?:\\n)?(?:>[^\\n]*(?:\\n|$))+", "").strip();
        String text = own.isEmpty() ? mail.text() : own;
        return text.isEmpty() ? word("complaintmail.noText") : cut(text);
    }

    /** The whole text stays with the mail. */
    private String cut(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST_STORY) {
            return text;
        }
        String more = word("complaintmail.cut");
        return MailReader.cut(text, LONGEST_STORY - more.length() - 2) + "\n\n" + more;
    }

    private String word(String key, Object... args) {
        return messages.getMessage(key, args, Texts.INDONESIAN);
    }

    /** The same for a mail that comes twice, by whatever way: of who wrote what when, and not of what servers add on the way. */
    private static String fingerprint(ReadMail mail, byte[] raw) {
        int body = bodyAt(raw);
        byte[] rest = new byte[raw.length - body];
        System.arraycopy(raw, body, rest, 0, rest.length);
        return sha256(String.join("\n", mail.messageId(), mail.sender(), mail.subject(), String.valueOf(mail.sentAt())), rest);
    }

    private static int bodyAt(byte[] raw) {
        for (int i = 1; i < raw.length; i++) {
            if (raw[i] == '\n' && (raw[i - 1] == '\n' || i > 2 && raw[i - 1] == '\r' && raw[i - 2] == '\n')) {
                return i + 1;
            }
        }
        return 0;
    }

    private static String sha256(String head, byte[] rest) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(rest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package id.loket.complaint.web;

import id.loket.complaint.ComplaintRefused;
import id.loket.complaint.ComplaintRefused.Problem;
import id.loket.complaint.Complaints;
import id.loket.document.UploadCheck;
import id.loket.notice.Channel;
import id.loket.notice.NewNotice;
import id.loket.notice.NoticeEvent;
import id.loket.notice.Notices;
import id.loket.notice.Recipient;
import id.loket.notice.Subject;
import id.loket.platform.LoketSettings;
import id.loket.platform.security.PublicCode;
import id.loket.platform.security.RateLimit;
import id.loket.platform.web.Formats;
import id.loket.platform.web.OfficeDirectory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Complaints on their way into the book without an officer. A form is held from its first look until it is recorded: for hours while it is
 * filled in, for days while its sender has to confirm the address that was given. It is recorded once, however often it is sent, and what
 * nobody confirms goes away by itself. Who doesn't want to confirm sends it without an address and reads the answer on the complaint's page.
 */
@Service
public class HeldComplaints {

    /** Files that may go with a form. */
    public static final int MOST_FILES = 3;

    /** Bytes, of one of them. */
    public static final int LARGEST_FILE = 5 * 1024 * 1024;

    /** How long the sender has to confirm. */
    public static final Duration TO_CONFIRM = Duration.ofDays(3);

    /** Wrong digits after which new ones are needed. */
    public static final int MOST_TRIES = 5;

    private static final Duration TO_FILL_IN = Duration.ofHours(12);
    private static final Duration RECORDED_KEPT = Duration.ofDays(30);
    private static final int MOST_ASKED = 4;
    private static final int ASKED_PER_ADDRESS = 6;
    private static final Duration ADDRESS_PERIOD = Duration.ofHours(6);
    /** Bytes of all files that an office holds: beyond it nobody can fill the disk from outside. */
    private static final long MOST_HELD = 1024L * 1024 * 1024;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A file that goes with a form. */
    public record HeldFile(long id, String name, int size) {}

    /**
     * A form on its way.
     *
     * @param form  null once it is recorded
     * @param asked whether the sender has been asked to confirm
     */
    public record Held(WebForm form, List<HeldFile> files, boolean asked, Recorded recorded) {}

    /** What came of sending or confirming. */
    public sealed interface Outcome {}

    /** It is in the book, now or since before. */
    public record Recorded(String number, String statusCode) implements Outcome {}

    /** The sender was asked to confirm. */
    public record AskedToConfirm() implements Outcome {}

    /** The sender was asked too often already, or somebody with the same address was. */
    public record NotAskedAgain() implements Outcome {}

    /** @param left tries that the digits have left; 0: new ones are needed */
    public record WrongCode(int left) implements Outcome {}

    /** The form has something to mend. */
    public record ToMend(List<Problem> problems) implements Outcome {}

    /** There is no such form, or its time is over. */
    public record Gone() implements Outcome {}

    private final HeldStore store;
    private final Complaints complaints;
    private final Notices notices;
    private final OfficeDirectory offices;
    private final MessageSource messages;
    private final LoketSettings settings;
    private final Clock clock;
    private final RateLimit addresses;

    HeldComplaints(
            HeldStore store,
            Complaints complaints,
            Notices notices,
            OfficeDirectory offices,
            MessageSource messages,
            LoketSettings settings,
            Clock clock) {
        this.store = store;
        this.complaints = complaints;
        this.notices = notices;
        this.offices = offices;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
        this.addresses = new RateLimit(ASKED_PER_ADDRESS, ADDRESS_PERIOD, clock);
    }

    /** Everything that is to be mended in a form; nothing is kept. */
    public List<Problem> problems(int officeId, WebForm form) {
        List<Problem> problems = new ArrayList<>();
        try {
            complaints.check(officeId, form.complaint(""));
        } catch (ComplaintRefused refused) {
            problems.addAll(refused.problems());
        }
        if (form.phoneWrong()) {
            problems.add(new Problem("phone", "complaint.phone.wrong"));
        }
        if (form.dayWrong()) {
            problems.add(new Problem("happenedOn", "complaint.happenedOn.wrong"));
        }
        return problems;
    }

    /**
     * Keeps a form, sound or not, with its files.
     *
     * @param remove files that were kept before and are to go
     * @return whether there was room for the files
     */
    @Transactional
    public boolean keep(int officeId, String token, WebForm form, List<UploadCheck.Accepted> files, List<Long> remove) {
        Instant now = clock.instant();
        store.keep(officeId, print(token), form, now.plus(TO_FILL_IN));
        HeldStore.Row row = store.lock(officeId, print(token), now).orElseThrow();
        if (row.form() == null) {
            return true;
        }
        store.removeFiles(officeId, row.id(), remove);
        int there = store.files(officeId, row.id()).size();
        boolean room = there + files.size() <= MOST_FILES
                && (files.isEmpty() || store.heldBytes(officeId) < MOST_HELD);
        if (room) {
            files.forEach(file -> store.addFile(officeId, row.id(), file));
        }
        return room;
    }

    /** The form that the sender's browser knows by its token. */
    @Transactional(readOnly = true)
    public Optional<Held> find(int officeId, String token) {
        return store.find(officeId, print(token), clock.instant()).map(row -> held(officeId, row));
    }

    /** The form whose sender opened the link in the mail. */
    @Transactional(readOnly = true)
    public Optional<Held> findByLink(int officeId, String link) {
        return store.byLink(officeId, print(link), clock.instant()).map(row -> held(officeId, row));
    }

    private Held held(int officeId, HeldStore.Row row) {
        return new Held(
                row.form(),
                store.files(officeId, row.id()),
                !row.link().isEmpty(),
                row.form() == null ? new Recorded(row.number(), row.statusCode()) : null);
    }

    /** Sends a form that is kept: it is recorded at once where there is nothing to confirm, else its sender is asked to. */
    @Transactional
    public Outcome send(int officeId, String token) {
        return store.lock(officeId, print(token), clock.instant())
                .map(row -> row.form() != null && row.form().toConfirm() ? ask(officeId, row) : record(officeId, row, row.form(), ""))
                .orElseGet(Gone::new);
    }

    /** Records it without telephone and mail address. */
    @Transactional
    public Outcome sendWithoutContact(int officeId, String token) {
        return store.lock(officeId, print(token), clock.instant())
                .map(row -> record(officeId, row, row.form() == null ? null : row.form().withoutContact(), ""))
                .orElseGet(Gone::new);
    }

    /** By the digits that were sent to the telephone or the mail address. */
    @Transactional
    public Outcome confirm(int officeId, String token, String pin) {
        Optional<HeldStore.Row> held = store.lock(officeId, print(token), clock.instant());
        if (held.isEmpty()) {
            return new Gone();
        }
        HeldStore.Row row = held.get();
        if (row.form() == null) {
            return new Recorded(row.number(), row.statusCode());
        }
        if (row.pin().isEmpty() || !row.pin().equals(printOfPin(row, pin.replaceAll("\\s", "")))) {
            store.wrong(officeId, row.id(), MOST_TRIES);
            return new WrongCode(row.pin().isEmpty() ? 0 : Math.max(0, MOST_TRIES - row.tries() - 1));
        }
        return record(officeId, row, row.form(), "CODE");
    }

    /** By the link in the mail. */
    @Transactional
    public Outcome confirmByLink(int officeId, String link) {
        Instant now = clock.instant();
        return store.byLink(officeId, print(link), now)
                .flatMap(found -> store.lock(officeId, found.token(), now))
                .map(row -> record(officeId, row, row.form(), "LINK"))
                .orElseGet(Gone::new);
    }

    /** Lets a form go that isn't recorded yet. */
    @Transactional
    public void forget(int officeId, String token) {
        store.delete(officeId, print(token));
    }

    /** The number of a complaint and its second factor, as for a file: what of the two is wrong isn't said. */
    @Transactional(readOnly = true)
    public Optional<String> statusCode(int officeId, String number, String factor) {
        return store.statusCode(officeId, number, factor.strip());
    }

    /** @return how many forms went away whose time was over */
    @Transactional
    public int forgetExpired() {
        return store.deleteExpired(clock.instant());
    }

    private Outcome ask(int officeId, HeldStore.Row row) {
        WebForm form = row.form();
        List<Problem> problems = problems(officeId, form);
        if (!problems.isEmpty()) {
            return new ToMend(problems);
        }
        String address = form.email().isBlank() ? form.phone() : form.email().strip().toLowerCase(Locale.ROOT);
        if (row.asked() >= MOST_ASKED || !addresses.take(officeId + "/" + address).allowed()) {
            return new NotAskedAgain();
        }
        String link = PublicCode.next();
        String pin = "%06d".formatted(RANDOM.nextInt(1_000_000));
        Instant until = clock.instant().plus(TO_CONFIRM);
        store.asked(officeId, row.id(), print(link), printOfPin(row, pin), until);
        var office = offices.byId(officeId);
        Locale language = Locale.of(form.language());
        notices.post(new NewNotice(
                officeId,
                NoticeEvent.COMPLAINT_TO_CONFIRM,
                new Subject("HELD_COMPLAINT", Long.toString(row.id())),
                null,
                new Recipient(form.name().strip(), form.phone(), form.email().strip(), "", form.language()),
                Map.of(
                        "code", pin,
                        "until", new Formats(messages, language, office.zone()).dateTimeLong(until),
                        "link", settings.publicUrl() + "/aduan/tautan/" + office.code() + "-" + link),
                "confirm/" + row.id() + "/" + (row.asked() + 1),
                List.of(Channel.EMAIL, Channel.SMS)));
        return new AskedToConfirm();
    }

    private Outcome record(int officeId, HeldStore.Row row, WebForm form, String confirmedBy) {
        if (row.form() == null) {
            return new Recorded(row.number(), row.statusCode());
        }
        List<Problem> problems = problems(officeId, form);
        if (!problems.isEmpty()) {
            return new ToMend(problems);
        }
        Instant now = clock.instant();
        String number = complaints.receive(officeId, form.complaint(row.token()));
        String code = store.asSent(officeId, number, form, confirmedBy);
        store.moveFiles(officeId, row.id(), number, now);
        store.recorded(officeId, row.id(), number, code, now.plus(RECORDED_KEPT));
        return new Recorded(number, code);
    }

    private static String printOfPin(HeldStore.Row row, String pin) {
        return print(row.token() + "/" + pin);
    }

    /** Of what only the sender may know the database has no more than a fingerprint. */
    static String print(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

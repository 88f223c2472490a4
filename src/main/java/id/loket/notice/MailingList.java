package id.loket.notice;

import id.loket.document.MailingSheet;
import id.loket.document.OfficeLetter;
import id.loket.document.Papers;
import id.loket.document.Printing;
import id.loket.office.Counters;
import id.loket.office.OfficeLetterheads;
import id.loket.platform.db.Timestamps;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.OfficeInfo;
import id.loket.platform.web.Texts;
import id.loket.standard.Numbering;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Letters to somebody's home (MFG-6b): written and numbered, put on the mailing list, dispatched, and what came back. */
@Service
public class MailingList {

    private static final Set<String> MAY_MAIL = Set.of("FRONT_OFFICE", "BACK_OFFICE", "ADMINISTRATOR");

    private static final int LONGEST = 200;

    /** Where a letter is. */
    public enum State {
        /** Written and on the mailing list. */
        LISTED,
        DISPATCHED,
        /** Came back undelivered. */
        RETURNED,
        /** Not needed any more before it went out. */
        CANCELLED
    }

    /**
     * A letter.
     *
     * @param dispatchedOn null before
     * @param carrier      who took it; "" before
     * @param tracking     number of the carrier; "" for none
     * @param returnedOn   null where it didn't come back
     */
    public record Letter(
            long noticeId,
            String number,
            LocalDate writtenOn,
            Subject subject,
            String recipient,
            String address,
            String title,
            State state,
            LocalDate dispatchedOn,
            String carrier,
            String tracking,
            LocalDate returnedOn,
            String returnReason) {

        private Letter withoutPerson() {
            return new Letter(
                    noticeId, number, writtenOn, subject, "", "", title, state, dispatchedOn, carrier, tracking, returnedOn, returnReason);
        }
    }

    private static final String SELECT =
            """
            select notice_id, number, written_on, subject_kind, subject_key, recipient, address, title, state, dispatched_on, carrier,
                tracking, returned_on, return_reason
            from mailed_letter
            """;

    private final JdbcClient db;
    private final Clock clock;
    private final Counters counters;
    private final Papers papers;
    private final OfficeLetterheads letterheads;
    private final OfficeDirectory offices;
    private final ObjectProvider<Outbox> outbox;

    /** @param outbox asked for when a letter comes back, for it knows the carriers, of which the mailing list is one */
    MailingList(
            JdbcClient db,
            Clock clock,
            Counters counters,
            Papers papers,
            OfficeLetterheads letterheads,
            OfficeDirectory offices,
            ObjectProvider<Outbox> outbox) {
        this.db = db;
        this.clock = clock;
        this.counters = counters;
        this.papers = papers;
        this.letterheads = letterheads;
        this.offices = offices;
        this.outbox = outbox;
    }

    /**
     * Writes a letter and puts it on the mailing list; one that was written already stays as it is.
     *
     * @return its number
     */
    @Transactional
    String write(Outgoing message) {
        Optional<String> written = db.sql("select number from mailed_letter where office_id = :office and notice_id = :notice")
                .param("office", message.officeId())
                .param("notice", message.noticeId())
                .query(String.class)
                .optional();
        return written.orElseGet(() -> writeNew(message));
    }

    private String writeNew(Outgoing message) {
        record Head(String recipient, String kind, String key) {}
        Head head = db.sql("""
                        select recipient_name as recipient, subject_kind as kind, subject_key as key from notice
                        where office_id = :office and notice_id = :notice
                        """)
                .param("office", message.officeId())
                .param("notice", message.noticeId())
                .query(Head.class)
                .single();
        Instant now = clock.instant();
        OfficeInfo office = offices.byId(message.officeId());
        LocalDate today = now.atZone(office.zone()).toLocalDate();
        Numbering numbering = numbering(office, new Subject(head.kind(), head.key()));
        long seq = counters.next(message.officeId(), numbering.series(), today.getYear());
        String number = numbering.format(seq, today);
        byte[] pdf = papers.officeLetter(
                new OfficeLetter(
                        number,
                        today,
                        message.subject(),
                        head.recipient(),
                        lines(message.to()),
                        paragraphs(message.text()),
                        List.of(),
                        letterheads.head(message.officeId(), Texts.INDONESIAN),
                        now),
                letterheads.of(message.officeId()));
        db.sql("""
                        insert into mailed_letter (office_id, notice_id, number, written_on, subject_kind, subject_key, recipient, address, title,
                            pdf, state, carrier, tracking, return_reason, changed_by)
                        values (:office, :notice, :number, :on, :kind, :key, :recipient, :address, :title, :pdf, 'LISTED', '', '', '', 0)
                        """)
                .param("office", message.officeId())
                .param("notice", message.noticeId())
                .param("number", number)
                .param("on", today)
                .param("kind", head.kind())
                .param("key", head.key())
                .param("recipient", head.recipient())
                .param("address", message.to())
                .param("title", message.subject())
                .param("pdf", pdf)
                .update();
        return number;
    }

    /** An address on lines as an envelope has it. */
    private static List<String> lines(String address) {
        return Arrays.stream(address.split("[,\\n]")).map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** Letters that go out have a series of their own; answers to complaints have another. */
    private static Numbering numbering(OfficeInfo office, Subject subject) {
        String tail = "/{seq:5}/" + office.letterCode() + "/{romanMonth}/{year}";
        return subject.isComplaint() ? new Numbering("700" + tail, "COMPLAINT_LETTERS") : new Numbering("005" + tail, "LETTERS_OUT");
    }

    /** Takes what isn't dispatched off the mailing list, in the caller's transaction: it isn't needed any more. */
    public void cancel(int officeId, Subject subject) {
        db.sql("""
                        update mailed_letter set state = 'CANCELLED'
                        where office_id = :office and subject_kind = :kind and subject_key = :key and state = 'LISTED'
                        """)
                .param("office", officeId)
                .param("kind", subject.kind())
                .param("key", subject.key())
                .update();
    }

    /** The mailing list, oldest first, and what was dispatched or came back, newest first; at most 300 of each. */
    @Transactional(readOnly = true)
    public List<Letter> all(SignedIn officer, State state) {
        requireMailer(officer);
        String order = state == State.LISTED ? "written_on, notice_id" : "dispatched_on desc nulls last, notice_id desc";
        return db.sql(SELECT + " where office_id = :office and state = :state and " + visible(officer) + " order by " + order + " limit 300")
                .param("office", officer.officeId())
                .param("state", state.name())
                .query(MailingList::letter)
                .list();
    }

    /** The letters about something, of the officer's own office. */
    @Transactional(readOnly = true)
    public List<Letter> of(SignedIn officer, Subject subject) {
        return db.sql(SELECT + " where office_id = :office and subject_kind = :kind and subject_key = :key order by notice_id")
                .param("office", officer.officeId())
                .param("kind", subject.kind())
                .param("key", subject.key())
                .query(MailingList::letter)
                .list()
                .stream()
                .map(letter -> subject.hidden(officer.roles()) ? letter.withoutPerson() : letter)
                .toList();
    }

    /** @return empty if the officer's office has no such letter, or its text is no longer kept */
    @Transactional(readOnly = true)
    public Optional<byte[]> pdf(SignedIn officer, long noticeId) {
        requireMailer(officer);
        return db.sql("select pdf from mailed_letter where office_id = :office and notice_id = :notice and length(pdf) > 0 and " + visible(officer))
                .param("office", officer.officeId())
                .param("notice", noticeId)
                .query(byte[].class)
                .optional();
    }

    /** The mailing list on paper, for the carrier to sign. */
    @Transactional(readOnly = true)
    public byte[] sheet(SignedIn officer, Locale locale) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(offices.byId(officer.officeId()).zone()).toLocalDate();
        List<MailingSheet.Letter> listed = all(officer, State.LISTED).stream()
                .map(l -> new MailingSheet.Letter(l.number(), l.recipient(), l.address(), l.title(), l.tracking()))
                .toList();
        return papers.mailingSheet(
                new MailingSheet(today, "", listed, new Printing(now, officer.name(), 1)), letterheads.of(officer.officeId()), locale);
    }

    /**
     * Records that letters went out.
     *
     * @param on      today or earlier
     * @param carrier who took them
     * @param tracking numbers of the carrier, in the order of the letters; "" for none
     * @return how many went out; none if the day or the carrier can't be
     */
    @Transactional
    public int dispatch(SignedIn by, List<Long> noticeIds, LocalDate on, String carrier, List<String> tracking) {
        requireMailer(by);
        String who = line(carrier);
        if (who.isEmpty() || on.isAfter(today(by))) {
            return 0;
        }
        int out = 0;
        for (int i = 0; i < noticeIds.size(); i++) {
            out += db.sql("""
                            update mailed_letter set state = 'DISPATCHED', dispatched_on = :on, carrier = :carrier, tracking = :tracking, changed_by = :by
                            where office_id = :office and notice_id = :notice and state = 'LISTED' and written_on <= :on and\s
                            """
                            + visible(by))
                    .param("office", by.officeId())
                    .param("notice", noticeIds.get(i))
                    .param("on", on)
                    .param("carrier", who)
                    .param("tracking", i < tracking.size() ? line(tracking.get(i)) : "")
                    .param("by", by.officerId())
                    .update();
        }
        return out;
    }

    /**
     * Records that a letter came back. Its notice has failed then, and goes the next way: what the law obliges to tell becomes a call to make.
     *
     * @param on between its dispatch and today
     * @return whether it was recorded
     */
    @Transactional
    public boolean returned(SignedIn by, long noticeId, LocalDate on, String reason) {
        requireMailer(by);
        String why = line(reason);
        if (why.isEmpty() || on.isAfter(today(by))) {
            return false;
        }
        boolean recorded = db.sql("""
                        update mailed_letter set state = 'RETURNED', returned_on = :on, return_reason = :why, changed_by = :by
                        where office_id = :office and notice_id = :notice and state = 'DISPATCHED' and dispatched_on <= :on and\s
                        """
                        + visible(by))
                        .param("office", by.officeId())
                        .param("notice", noticeId)
                        .param("on", on)
                        .param("why", why)
                        .param("by", by.officerId())
                        .update()
                > 0;
        if (recorded && fail(by, noticeId)) {
            outbox.getObject().goOn(by.officeId(), noticeId);
        }
        return recorded;
    }

    private boolean fail(SignedIn by, long noticeId) {
        return db.sql("""
                        with failed as (
                            update notice set state = :state, failed_at = :now
                            where office_id = :office and notice_id = :notice and state = 'SENT'
                            returning office_id, notice_id, attempts)
                        insert into notice_try (office_id, notice_id, at, attempt, outcome, carrier, reference, detail, officer_id)
                        select office_id, notice_id, :now, attempts, 'NOT_DELIVERED', '', '', '', :by from failed
                        """)
                        .param("state", NoticeState.SENT.after(NoticeState.Happening.BOUNCED).orElseThrow().name())
                        .param("office", by.officeId())
                        .param("notice", noticeId)
                        .param("now", Timestamps.utc(clock.instant()))
                        .param("by", by.officerId())
                        .update()
                > 0;
    }

    private LocalDate today(SignedIn by) {
        return clock.instant().atZone(offices.byId(by.officeId()).zone()).toLocalDate();
    }

    private static String line(String typed) {
        String line = typed == null ? "" : typed.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    private static Letter letter(ResultSet row, int n) throws SQLException {
        return new Letter(
                row.getLong("notice_id"),
                row.getString("number"),
                row.getObject("written_on", LocalDate.class),
                new Subject(row.getString("subject_kind"), row.getString("subject_key")),
                row.getString("recipient"),
                row.getString("address"),
                row.getString("title"),
                State.valueOf(row.getString("state")),
                row.getObject("dispatched_on", LocalDate.class),
                row.getString("carrier"),
                row.getString("tracking"),
                row.getObject("returned_on", LocalDate.class),
                row.getString("return_reason"));
    }

    private static void requireMailer(SignedIn officer) {
        if (visible(officer).equals("false")) {
            throw new AccessDeniedException("letters are the front and back office's, and the complaint desk's");
        }
    }

    private static String visible(SignedIn officer) {
        return Subject.visible(officer.roles(), MAY_MAIL);
    }
}

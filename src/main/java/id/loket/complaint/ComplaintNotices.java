package id.loket.complaint;

import id.loket.complaint.ComplaintStore.Row;
import id.loket.complaint.handling.Clock;
import id.loket.complaint.handling.Decider;
import id.loket.complaint.handling.Entry;
import id.loket.complaint.handling.Rules;
import id.loket.complaint.handling.State;
import id.loket.notice.Channel;
import id.loket.notice.MailThreads;
import id.loket.notice.NewNotice;
import id.loket.notice.NoticeEvent;
import id.loket.notice.Notices;
import id.loket.notice.Recipient;
import id.loket.notice.Subject;
import id.loket.notice.WrittenNotice;
import id.loket.office.OfficerProfile;
import id.loket.office.Officers;
import id.loket.platform.LoketSettings;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.OfficeInfo;
import id.loket.platform.web.Texts;
import id.loket.platform.web.Ui;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is told of a complaint: to the complainant, by the way it came in (PGD-f to PGD-i), and to officers whose time runs out. */
@Component
class ComplaintNotices {

    private final Notices notices;
    private final MailThreads threads;
    private final Officers officers;
    private final OfficeDirectory offices;
    private final MessageSource messages;
    private final LoketSettings settings;

    ComplaintNotices(
            Notices notices,
            MailThreads threads,
            Officers officers,
            OfficeDirectory offices,
            MessageSource messages,
            LoketSettings settings) {
        this.notices = notices;
        this.threads = threads;
        this.officers = officers;
        this.offices = offices;
        this.messages = messages;
        this.settings = settings;
    }

    /** The receipt, where a way was left by which it can go (UU 25/2009 art. 43). */
    void received(int officeId, String number, String code, Complainant who, Instant due) {
        tell(officeId, number, who, NoticeEvent.COMPLAINT_RECEIVED, Map.of(
                "number", number, "due", date(officeId, due), "link", link(officeId, code)), "RECEIVED/" + number, false);
    }

    void askedToComplete(Row row, Entry.CompletionAsked asked, Instant until) {
        Map<String, String> fields = Map.of(
                "number", row.number(),
                "missing", asked.what(),
                "due", date(row.officeId(), until),
                "link", link(row.officeId(), row.statusCode()));
        tell(row.officeId(), row.number(), row.complainant(), NoticeEvent.COMPLAINT_INCOMPLETE, fields, key("ASKED", row, asked), true);
    }

    /** The answer itself where it goes as a letter or mail; else that there is one. A spoken one was told already. */
    void answered(Row row, Entry.Answered answer) {
        String title = messages.getMessage("complaint.reply.title", new Object[] {row.number()}, Texts.INDONESIAN);
        switch (answer.way()) {
            case LETTER -> write(row, answer, Channel.LETTER, title, Map.of());
            case EMAIL -> mail(row, answer, title);
            case STATUS_PAGE, SAME_PLACE -> tell(
                    row.officeId(),
                    row.number(),
                    row.complainant(),
                    NoticeEvent.COMPLAINT_ANSWERED,
                    Map.of("number", row.number(), "link", link(row.officeId(), row.statusCode())),
                    key("ANSWERED", row, answer),
                    false);
            case IN_PERSON, CALL, FAX -> {}
        }
    }

    /** In the thread of the mails that came in, and as from a person, for one wrote it. */
    private void mail(Row row, Entry.Answered answer, String title) {
        Map<String, String> headers = new HashMap<>(Map.of("Auto-Submitted", "no"));
        Optional<MailThreads.Answer> thread = threads.answer(row.officeId(), Subject.complaint(row.number()));
        thread.ifPresent(last -> headers.putAll(last.headers()));
        write(row, answer, Channel.EMAIL, thread.map(MailThreads.Answer::title).orElse(title), headers);
    }

    private void write(Row row, Entry.Answered answer, Channel way, String title, Map<String, String> headers) {
        Complainant who = row.complainant();
        notices.post(new WrittenNotice(
                row.officeId(),
                NoticeEvent.COMPLAINT_ANSWERED,
                Subject.complaint(row.number()),
                new Recipient(name(who), "", who.email(), who.address(), "id"),
                way,
                title,
                messages.getMessage("complaint.reply.body", new Object[] {name(who), row.number(), answer.text()}, Texts.INDONESIAN),
                headers,
                key("ANSWERED", row, answer)));
    }

    /** @param letter whether a letter is worth it where nothing else is known */
    private void tell(
            int officeId, String number, Complainant who, NoticeEvent event, Map<String, String> fields, String key, boolean letter) {
        List<Channel> ways = new ArrayList<>();
        if (!who.email().isEmpty()) {
            ways.add(Channel.EMAIL);
        }
        if (!who.phone().isEmpty()) {
            ways.add(Channel.SMS);
        }
        if (letter && !who.address().isEmpty()) {
            ways.add(Channel.LETTER);
        }
        if (!ways.isEmpty()) {
            Recipient to = new Recipient(name(who), who.phone(), who.email(), who.address(), "id");
            notices.post(new NewNotice(officeId, event, Subject.complaint(number), null, to, fields, key, ways));
        }
    }

    /**
     * Tells officers of a clock: when it comes near, whose turn it is; when it has passed, those above them, too.
     *
     * @param missing whose decision an answer still needs
     */
    void escalated(Row row, State state, Clock clock, boolean passed, List<Decider> missing) {
        Set<String> roles = new TreeSet<>();
        if (state.holder() == 0) {
            roles.add(Rules.DESK);
        }
        missing.stream().findFirst().ifPresent(first -> roles.add(first == Decider.SECTION_HEAD ? row.section() : Rules.HEAD_OF_OFFICE));
        if (passed) {
            roles.add(Rules.HEAD_OF_OFFICE);
            if (!row.complainant().confidential()) {
                roles.add("SECRETARY");
            }
        }
        Map<Long, OfficerProfile> told = new TreeMap<>();
        roles.forEach(role -> officers.inRole(row.officeId(), role).forEach(officer -> told.put(officer.id(), officer)));
        if (state.holder() != 0) {
            OfficerProfile holder = officers.profile(row.officeId(), state.holder());
            told.put(holder.id(), holder);
        }
        String what = messages.getMessage("complaint.clockname." + clock.kind(), null, Texts.INDONESIAN);
        for (OfficerProfile officer : told.values()) {
            if (!officer.email().isEmpty()) {
                notices.post(new NewNotice(
                        row.officeId(),
                        passed ? NoticeEvent.COMPLAINT_LATE : NoticeEvent.COMPLAINT_DUE,
                        Subject.complaint(row.number()),
                        null,
                        new Recipient(officer.name(), "", officer.email(), "", "id"),
                        Map.of("number", row.number(), "clock", what, "due", date(row.officeId(), clock.due())),
                        "CLOCK/%s/%s/%d/%s/%d".formatted(
                                row.number(), clock.kind(), clock.from().getEpochSecond(), passed ? "PASSED" : "NEAR", officer.id()),
                        List.of(Channel.EMAIL)));
            }
        }
    }

    private static String key(String what, Row row, Entry entry) {
        return what + "/" + row.number() + "/" + entry.stamp().seq();
    }

    private static String name(Complainant who) {
        return Optional.of(who.name()).filter(name -> !name.isEmpty()).orElse("Bapak/Ibu");
    }

    private String link(int officeId, String code) {
        return settings.publicUrl() + "/aduan/" + offices.byId(officeId).code() + "-" + code;
    }

    private String date(int officeId, Instant at) {
        OfficeInfo office = offices.byId(officeId);
        return Ui.of(messages, Texts.INDONESIAN, at, office).date(at.atZone(office.zone()).toLocalDate());
    }
}

package id.loket.notice;

import id.loket.platform.Phone;
import id.loket.platform.db.Timestamps;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.OfficeInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes notices down, each for the first way that can be gone. Whoever calls has a transaction. */
@Component
class Outbox {

    private static final Pattern MAIL_ADDRESS = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");

    /** Which way, where to, and what to try after it. */
    private record Way(Channel channel, String address, List<Channel> left) {}

    private final JdbcClient db;
    private final Clock clock;
    private final Carriers carriers;
    private final NoticeTemplates templates;
    private final OptOuts optOuts;
    private final OfficeDirectory offices;
    private final NoticeSettings settings;
    private final JsonMapper json;

    Outbox(
            JdbcClient db,
            Clock clock,
            Carriers carriers,
            NoticeTemplates templates,
            OptOuts optOuts,
            OfficeDirectory offices,
            NoticeSettings settings,
            JsonMapper json) {
        this.db = db;
        this.clock = clock;
        this.carriers = carriers;
        this.templates = templates;
        this.optOuts = optOuts;
        this.offices = offices;
        this.settings = settings;
        this.json = json;
    }

    /** @return empty if this was told already */
    Optional<Long> write(NewNotice notice) {
        return write(notice, 0);
    }

    /** The same in words of its own. */
    Optional<Long> write(WrittenNotice notice) {
        Map<String, String> fields = notice.event().fields().stream().collect(Collectors.toMap(Function.identity(), field -> ""));
        var plain = new NewNotice(
                notice.officeId(), notice.event(), notice.subject(), null, notice.recipient(), fields, notice.dedupeKey(), List.of(notice.way()));
        return write(plain, 0, new Wording(notice.title(), notice.body()), WrittenNotice.lines(notice.headers()));
    }

    /** The next way after one that failed for good: a notice of its own. Where none is left and the law obliges, somebody is to call. */
    void goOn(int officeId, long noticeId) {
        db.sql("""
                        select way, channel, ways_left, event, subject_kind, subject_key, service, dedupe_key, language,
                               recipient_name, phone, email, postal_address, fields
                        from notice where office_id = :office and notice_id = :notice and blanked_at is null
                        """)
                .param("office", officeId)
                .param("notice", noticeId)
                .query((row, n) -> {
                    NoticeEvent event = NoticeEvent.valueOf(row.getString("event"));
                    List<Channel> left = channels(row.getString("ways_left"));
                    boolean nobodyCalled = !row.getString("channel").equals(Channel.CALL.name());
                    if (left.isEmpty() && !(event.obligatory() && nobodyCalled)) {
                        return Optional.<Long>empty();
                    }
                    var notice = new NewNotice(
                            officeId,
                            event,
                            new Subject(row.getString("subject_kind"), row.getString("subject_key")),
                            row.getString("service"),
                            new Recipient(
                                    row.getString("recipient_name"),
                                    row.getString("phone"),
                                    row.getString("email"),
                                    row.getString("postal_address"),
                                    row.getString("language")),
                            json.readValue(row.getString("fields"), new TypeReference<Map<String, String>>() {}),
                            row.getString("dedupe_key"),
                            left.isEmpty() ? List.of(Channel.CALL) : left);
                    return write(notice, row.getInt("way") + 1);
                })
                .single();
    }

    private Optional<Long> write(NewNotice notice, int number) {
        return write(notice, number, null, "");
    }

    /** @param own null where the templates have the words */
    private Optional<Long> write(NewNotice notice, int number, Wording own, String headers) {
        Set<Channel> refused = notice.event().obligatory()
                ? EnumSet.noneOf(Channel.class)
                : optOuts.of(notice.officeId(), notice.recipient());
        Optional<Way> found = way(notice, refused);
        // What can't go anywhere is written down as well, so that the page can say so.
        Way way = found.orElseGet(() -> new Way(notice.ways().getFirst(), "", List.of()));
        NoticeState state = found.isPresent()
                ? NoticeState.CREATED
                : refused.isEmpty() ? NoticeState.FAILED_FOR_GOOD : NoticeState.CANCELLED;
        OfficeInfo office = offices.byId(notice.officeId());
        Recipient to = notice.recipient();
        String service = notice.service() == null ? "" : notice.service();
        Wording wording = own != null
                ? own
                : templates.word(office, notice.event(), way.channel, to.language(), service, to.name(), notice.fields());
        Instant now = clock.instant();
        return db.sql("""
                        with written as (
                            insert into notice (
                                office_id, event, subject_kind, subject_key, service, dedupe_key, way, copy, channel, ways_left, obligatory,
                                language, recipient_name, phone, email, postal_address, address, fields, title, body, html,
                                state, attempts, next_try_at, carrier, reference, receipt_due, receipt_missed, unknown_fate, second_copy,
                                cancel_asked, created_at, failed_at, keep_until, headers)
                            values (
                                :office, :event, :kind, :key, :service, :dedupe, :way, 0, :channel, :left, :obligatory,
                                :language, :name, :phone, :email, :postal, :address, :fields::jsonb, :title, :body, :html,
                                :state, 0, :now, '', '', false, false, false, false,
                                false, :now, case when :state = 'FAILED_FOR_GOOD' then :now::timestamptz end, :keep, :headers)
                            on conflict do nothing
                            returning office_id, notice_id),
                        told as (
                            insert into notice_try (office_id, notice_id, at, attempt, outcome, carrier, reference, detail)
                            select office_id, notice_id, :now, 0, :outcome, '', '', '' from written where :outcome <> '')
                        select notice_id from written
                        """)
                .param("office", notice.officeId())
                .param("event", notice.event().name())
                .param("kind", notice.subject().kind())
                .param("key", notice.subject().key())
                .param("service", service)
                .param("dedupe", notice.dedupeKey())
                .param("way", number)
                .param("channel", way.channel.name())
                .param("left", way.left.stream().map(Channel::name).collect(Collectors.joining(",")))
                .param("obligatory", notice.event().obligatory())
                .param("language", to.language())
                .param("name", to.name())
                .param("phone", to.phone())
                .param("email", to.email())
                .param("postal", to.address())
                .param("address", way.address)
                .param("fields", json.writeValueAsString(notice.fields()))
                .param("title", wording.title())
                .param("body", wording.body())
                .param("html", way.channel == Channel.EMAIL ? templates.html(office, to.language(), wording) : "")
                .param("state", state.name())
                .param("now", Timestamps.utc(now))
                .param("keep", Timestamps.utc(now.plus(settings.retention())))
                .param("headers", headers)
                .param("outcome", switch (state) {
                    case CANCELLED -> NoticeTry.Outcome.OPTED_OUT.name();
                    case FAILED_FOR_GOOD -> NoticeTry.Outcome.NO_WAY.name();
                    default -> "";
                })
                .query(Long.class)
                .optional();
    }

    private Optional<Way> way(NewNotice notice, Set<Channel> refused) {
        List<Channel> ways = notice.ways();
        for (int i = 0; i < ways.size(); i++) {
            Channel channel = ways.get(i);
            Optional<String> address = refused.contains(channel) ? Optional.empty() : address(channel, notice.recipient());
            if (address.isPresent()) {
                return Optional.of(new Way(channel, address.get(), ways.subList(i + 1, ways.size())));
            }
        }
        return notice.event().obligatory()
                ? address(Channel.CALL, notice.recipient()).map(number -> new Way(Channel.CALL, number, List.of()))
                : Optional.empty();
    }

    /** Empty if this way can't be gone. A person can be asked to call without a good number: he or she finds one, or does without. */
    private Optional<String> address(Channel channel, Recipient to) {
        if (!channel.byPerson() && carriers.of(channel).isEmpty()) {
            return Optional.empty();
        }
        return switch (channel) {
            case CALL -> Optional.of(Phone.e164(to.phone()).orElse(to.phone()));
            case SMS -> Phone.takesSms(to.phone()) ? Phone.e164(to.phone()) : Optional.empty();
            case EMAIL -> mailAddress(to.email());
            case LETTER -> Optional.of(to.address().strip()).filter(a -> !a.isEmpty());
            case FAX -> Phone.e164(to.phone());
        };
    }

    /** @return empty if it isn't one */
    static Optional<String> mailAddress(String typed) {
        return Optional.of(typed.strip()).filter(e -> MAIL_ADDRESS.matcher(e).matches());
    }

    private static List<Channel> channels(String list) {
        return list.isEmpty() ? List.of() : Arrays.stream(list.split(",")).map(Channel::valueOf).toList();
    }
}

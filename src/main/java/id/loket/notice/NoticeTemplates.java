package id.loket.notice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import id.loket.platform.db.Timestamps;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.OfficeInfo;
import id.loket.standard.Template;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What notices say: the office's wording for the service, else the office's for all services, else the shipped one. An administrator sees
 * to those of the own office.
 */
@Service
public class NoticeTemplates {

    private static final String ADMINISTRATOR = "ADMINISTRATOR";

    /** Signs of an SMS template: six messages of the GSM alphabet. */
    public static final int LONGEST_SMS = 918;

    public static final int LONGEST_MAIL = 10_000;
    private static final int LONGEST_TITLE = 200;

    /** How long another node's change may go unnoticed. */
    private static final Duration STALE = Duration.ofSeconds(5);

    private final JdbcClient db;
    private final Clock clock;
    private final OfficeDirectory offices;
    private final TemplateEngine pages;
    private final MessageSource messages;
    private final Cache<Integer, Map<TemplateKey, Wording>> own = Caffeine.newBuilder().expireAfterWrite(STALE).build();

    NoticeTemplates(JdbcClient db, Clock clock, OfficeDirectory offices, TemplateEngine pages, MessageSource messages) {
        this.db = db;
        this.clock = clock;
        this.offices = offices;
        this.pages = pages;
        this.messages = messages;
    }

    /**
     * A template as it holds for the administrator's office.
     *
     * @param own whether it is the office's, for exactly this service or all; otherwise it is a more general one
     */
    public record Current(TemplateKey key, Wording wording, boolean own) {}

    /**
     * A template filled with samples.
     *
     * @param sms      what it costs with these samples; null for an e-mail
     * @param problems why it can't be kept; the rest is empty then
     */
    public record Preview(Wording filled, SmsText sms, List<WordingProblem> problems) {}

    /** Every template for all services, and the office's own for single ones, in order of event. */
    @Transactional(readOnly = true)
    public List<Current> all(SignedIn administrator) {
        requireAdministrator(administrator);
        Map<TemplateKey, Wording> written = read(administrator.officeId());
        List<Current> all = new ArrayList<>();
        for (NoticeEvent event : NoticeEvent.values()) {
            for (Channel channel : List.of(Channel.SMS, Channel.EMAIL)) {
                for (String language : List.of("id", "en")) {
                    all.add(current(written, new TemplateKey(event, channel, language, "")));
                    written.keySet().stream()
                            .filter(k -> k.event() == event && k.channel() == channel && k.language().equals(language))
                            .filter(k -> !k.service().isEmpty())
                            .sorted((a, b) -> a.service().compareTo(b.service()))
                            .forEach(k -> all.add(current(written, k)));
                }
            }
        }
        return all;
    }

    @Transactional(readOnly = true)
    public Current one(SignedIn administrator, TemplateKey key) {
        requireAdministrator(administrator);
        return current(read(administrator.officeId()), key);
    }

    /** Changes nothing. */
    public Preview preview(SignedIn administrator, TemplateKey key, Wording wording) {
        requireAdministrator(administrator);
        List<WordingProblem> problems = problems(key, wording);
        if (!problems.isEmpty()) {
            return new Preview(new Wording("", ""), null, problems);
        }
        OfficeInfo office = offices.byId(administrator.officeId());
        Map<String, String> samples = new HashMap<>();
        key.event().fields().forEach(f -> samples.put(f, ShippedTemplates.sample(f)));
        Wording filled = fill(wording, key.channel(), values(office, ShippedTemplates.sample("name"), samples));
        return new Preview(filled, key.channel() == Channel.SMS ? SmsText.of(filled.body()) : null, List.of());
    }

    /**
     * Makes it the office's own wording, from the next notice on.
     *
     * @return why it was not kept; empty if it was
     */
    @Transactional
    public List<WordingProblem> change(SignedIn administrator, TemplateKey key, Wording wording) {
        requireAdministrator(administrator);
        List<WordingProblem> problems = problems(key, wording);
        if (problems.isEmpty()) {
            bind(
                    """
                    insert into notice_template (office_id, service, event, channel, language, title, body, changed_at, changed_by)
                    values (:office, :service, :event, :channel, :language, :title, :body, :now, :officer)
                    on conflict (office_id, service, event, channel, language) do update
                    set title = excluded.title, body = excluded.body, changed_at = excluded.changed_at, changed_by = excluded.changed_by
                    """,
                    administrator,
                    key)
                    .param("title", key.channel() == Channel.SMS ? "" : wording.title().strip())
                    .param("body", wording.body().strip())
                    .param("now", Timestamps.utc(clock.instant()))
                    .param("officer", administrator.officerId())
                    .update();
            own.invalidate(administrator.officeId());
        }
        return problems;
    }

    /** Gives the office's own wording up for the more general one. */
    @Transactional
    public void reset(SignedIn administrator, TemplateKey key) {
        requireAdministrator(administrator);
        bind(
                """
                delete from notice_template
                where office_id = :office and service = :service and event = :event and channel = :channel and language = :language
                """,
                administrator,
                key)
                .update();
        own.invalidate(administrator.officeId());
    }

    private JdbcClient.StatementSpec bind(String sql, SignedIn administrator, TemplateKey key) {
        return db.sql(sql)
                .param("office", administrator.officeId())
                .param("service", key.service())
                .param("event", key.event().name())
                .param("channel", key.channel().name())
                .param("language", key.language());
    }

    /** What a notice says; for SMS and calls in plain signs. */
    Wording word(OfficeInfo office, NoticeEvent event, Channel channel, String language, String service, String name, Map<String, String> fields) {
        TemplateKey key = TemplateKey.of(event, channel, language, service);
        return fill(
                current(own.get(office.officeId(), this::read), key).wording(), key.channel(), values(office, name, fields));
    }

    String html(OfficeInfo office, String language, Wording filled) {
        var out = new StringOutput();
        String footer = messages.getMessage("notice.mail.footer", new Object[] {office.phone()}, Locale.of(language));
        var mail = new MailPage(language, filled.title(), MailPage.lines(filled.body()), office, footer);
        pages.render("notice/mail.jte", Map.of("mail", mail), out);
        return out.toString();
    }

    private static Map<String, String> values(OfficeInfo office, String name, Map<String, String> fields) {
        Map<String, String> values = new HashMap<>(fields);
        values.put("name", name);
        values.put("office", office.shortName());
        values.put("officePhone", office.phone());
        values.put("officeAddress", office.address());
        // A value comes in one line: it can neither add lines to a message nor headers to a mail.
        values.replaceAll((k, v) -> inOneLine(v));
        return values;
    }

    private static Wording fill(Wording wording, Channel channel, Map<String, String> values) {
        if (channel == Channel.SMS) {
            return new Wording("", SmsText.plain(new Template(wording.body()).fill(values::get)));
        }
        return new Wording(inOneLine(new Template(wording.title()).fill(values::get)), new Template(wording.body()).fill(values::get).strip());
    }

    private static String inOneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    private static Current current(Map<TemplateKey, Wording> written, TemplateKey key) {
        Wording exact = written.get(key);
        if (exact != null) {
            return new Current(key, exact, true);
        }
        Wording general = written.get(new TemplateKey(key.event(), key.channel(), key.language(), ""));
        return new Current(
                key, general != null ? general : ShippedTemplates.wording(key.event(), key.channel(), key.language()), false);
    }

    private Map<TemplateKey, Wording> read(int officeId) {
        Map<TemplateKey, Wording> all = new HashMap<>();
        db.sql("select service, event, channel, language, title, body from notice_template where office_id = :office")
                .param("office", officeId)
                .query(row -> {
                    var key = new TemplateKey(
                            NoticeEvent.valueOf(row.getString("event")),
                            Channel.valueOf(row.getString("channel")),
                            row.getString("language"),
                            row.getString("service"));
                    all.put(key, new Wording(row.getString("title"), row.getString("body")));
                });
        return all;
    }

    static List<WordingProblem> problems(TemplateKey key, Wording wording) {
        List<WordingProblem> problems = new ArrayList<>();
        boolean mail = key.channel() == Channel.EMAIL;
        if (wording.body().isBlank()) {
            problems.add(new WordingProblem(WordingProblem.Kind.BODY_EMPTY, ""));
        }
        if (mail && wording.title().isBlank()) {
            problems.add(new WordingProblem(WordingProblem.Kind.TITLE_EMPTY, ""));
        }
        if (wording.body().length() > (mail ? LONGEST_MAIL : LONGEST_SMS) || wording.title().length() > LONGEST_TITLE) {
            problems.add(new WordingProblem(WordingProblem.Kind.TOO_LONG, ""));
        }
        if (!problems.isEmpty()) {
            return problems;
        }
        try {
            Set<String> names = new TreeSet<>(new Template(wording.body()).names());
            if (mail) {
                names.addAll(new Template(wording.title()).names());
            }
            names.removeAll(key.event().names());
            names.forEach(n -> problems.add(new WordingProblem(WordingProblem.Kind.UNKNOWN_NAME, n)));
        } catch (IllegalArgumentException braces) {
            problems.add(new WordingProblem(WordingProblem.Kind.BRACES, ""));
        }
        return problems;
    }

    private static void requireAdministrator(SignedIn officer) {
        if (!officer.roles().contains(ADMINISTRATOR)) {
            throw new AccessDeniedException("templates are the administrator's");
        }
    }
}

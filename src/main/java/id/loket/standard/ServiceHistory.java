package id.loket.standard;

import id.loket.platform.db.Timestamps;
import id.loket.platform.security.SignedIn;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened to the versions of services, entry by entry; nothing is ever changed or taken out. */
public final class ServiceHistory {

    /** What can happen. */
    public enum What {
        DRAFTED,
        CONSULTED,
        DISCARDED,
        /** Put in force as it ships with Loket. */
        SHIPPED,
        SET,
        WITHDRAWN
    }

    /**
     * One entry.
     *
     * @param draftId of the draft that it belongs to or that became the version; null for a shipped version
     * @param version null for a draft, which has no number yet
     * @param officer who did it
     * @param decree  number of the decree; empty for none
     * @param day     first day in force of what was set, first day no longer in force of what was withdrawn; else null
     * @param reason  why it was withdrawn; else empty
     */
    public record Entry(
            What what, Long draftId, Integer version, Instant at, String officer, String decree, LocalDate day, String reason) {}

    private final JdbcClient db;
    private final Clock clock;

    ServiceHistory(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The newest first. */
    List<Entry> of(int officeId, String code) {
        return db.sql("""
                        select what, draft_id, version, at, officer, decree, day, reason from service_history
                        where office_id = :office and code = :code order by entry_id desc
                        """)
                .param("office", officeId)
                .param("code", code)
                .query((row, n) -> new Entry(
                        What.valueOf(row.getString("what")),
                        row.getObject("draft_id", Long.class),
                        row.getObject("version", Integer.class),
                        Timestamps.instant(row, "at"),
                        row.getString("officer"),
                        row.getString("decree"),
                        row.getObject("day", LocalDate.class),
                        row.getString("reason")))
                .list();
    }

    void shipped(int officeId, ServiceDefinition service) {
        String decree = service.decree() == null ? "" : service.decree();
        insert(officeId, null, service.code(), new Entry(What.SHIPPED, null, service.version(), null, "Loket", decree, service.effectiveFrom(), ""));
    }

    void draft(SignedIn by, String code, What what, long draftId) {
        insert(by.officeId(), by.officerId(), code, new Entry(what, draftId, null, null, by.name(), "", null, ""));
    }

    void set(SignedIn by, ServiceDefinition service, long draftId) {
        insert(
                by.officeId(),
                by.officerId(),
                service.code(),
                new Entry(What.SET, draftId, service.version(), null, by.name(), service.decree(), service.effectiveFrom(), ""));
    }

    void withdrawn(SignedIn by, String code, int version, String decree, LocalDate day, String reason) {
        insert(by.officeId(), by.officerId(), code, new Entry(What.WITHDRAWN, null, version, null, by.name(), decree, day, reason));
    }

    private void insert(int officeId, Long officerId, String code, Entry entry) {
        db.sql("""
                        insert into service_history
                            (office_id, code, draft_id, version, what, at, officer_id, officer, decree, day, reason)
                        values (:office, :code, :draft, :version, :what, :at, :officerId, :officer, :decree, :day, :reason)
                        """)
                .param("office", officeId)
                .param("code", code)
                .param("draft", entry.draftId())
                .param("version", entry.version())
                .param("what", entry.what().name())
                .param("at", Timestamps.utc(clock.instant()))
                .param("officerId", officerId)
                .param("officer", entry.officer())
                .param("decree", entry.decree())
                .param("day", entry.day())
                .param("reason", entry.reason())
                .update();
    }
}

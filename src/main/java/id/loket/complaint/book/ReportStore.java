package id.loket.complaint.book;

import static id.loket.platform.db.Timestamps.instant;
import static id.loket.platform.db.Timestamps.utc;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Monthly reports and their events in the database. */
@Repository
class ReportStore {

    private final JdbcClient db;

    ReportStore(JdbcClient db) {
        this.db = db;
    }

    /** @return whether there was none yet */
    boolean insert(int officeId, YearMonth month) {
        return db.sql("""
                        insert into complaint_report (office_id, month, state, version, number) values (:office, :month, 'DRAFT', 0, '')
                        on conflict do nothing
                        """)
                        .param("office", officeId)
                        .param("month", month.atDay(1))
                        .update()
                == 1;
    }

    /** Holds a report until the transaction ends: nobody else does anything with it meanwhile. */
    boolean lock(int officeId, YearMonth month) {
        return db.sql("select version from complaint_report where office_id = :office and month = :month for update")
                .param("office", officeId)
                .param("month", month.atDay(1))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void enter(int officeId, YearMonth month, ReportEvent event, ReportState after) {
        db.sql("""
                        with entered as (
                            insert into complaint_report_event (office_id, month, seq, action, at, officer_id, name, nip, role, section,
                                text, content, content_hash)
                            values (:office, :month, :seq, :action, :at, :officer, :name, :nip, :role, :section, :text, :content, :hash)
                        )
                        update complaint_report set state = :state, version = :seq where office_id = :office and month = :month
                        """)
                .param("office", officeId)
                .param("month", month.atDay(1))
                .param("seq", event.seq())
                .param("action", event.action().name())
                .param("at", utc(event.at()))
                .param("officer", event.officerId())
                .param("name", event.name())
                .param("nip", event.nip())
                .param("role", event.role())
                .param("section", event.section())
                .param("text", event.text())
                .param("content", event.content())
                .param("hash", event.hash())
                .param("state", after.name())
                .update();
    }

    void number(int officeId, YearMonth month, String number) {
        db.sql("update complaint_report set number = :number where office_id = :office and month = :month")
                .param("number", number)
                .param("office", officeId)
                .param("month", month.atDay(1))
                .update();
    }

    Optional<ReportLine> line(int officeId, YearMonth month) {
        return lines(officeId, " and month = :month", month.atDay(1)).stream().findFirst();
    }

    /** The newest first, at most 120: ten years. */
    List<ReportLine> lines(int officeId) {
        return lines(officeId, "", null);
    }

    private List<ReportLine> lines(int officeId, String where, LocalDate month) {
        return db.sql("select month, state, number from complaint_report where office_id = :office" + where + " order by month desc limit 120")
                .param("office", officeId)
                .param("month", month, java.sql.Types.DATE)
                .query((row, n) -> new ReportLine(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        ReportState.valueOf(row.getString("state")),
                        row.getString("number")))
                .list();
    }

    /** By first day of the month. */
    Map<LocalDate, ReportState> states(int officeId) {
        Map<LocalDate, ReportState> states = new TreeMap<>();
        lines(officeId).forEach(line -> states.put(line.month().atDay(1), line.state()));
        return states;
    }

    List<ReportEvent> events(int officeId, YearMonth month) {
        return db.sql("""
                        select seq, action, at, officer_id, name, nip, role, section, text, content, content_hash
                        from complaint_report_event where office_id = :office and month = :month order by seq
                        """)
                .param("office", officeId)
                .param("month", month.atDay(1))
                .query((row, n) -> new ReportEvent(
                        row.getInt("seq"),
                        ReportAction.valueOf(row.getString("action")),
                        instant(row, "at"),
                        row.getLong("officer_id"),
                        row.getString("name"),
                        row.getString("nip"),
                        row.getString("role"),
                        row.getString("section"),
                        row.getString("text"),
                        row.getString("content"),
                        row.getString("content_hash")))
                .list();
    }
}

package id.loket.casefile;

import static id.loket.platform.db.Timestamps.instant;
import static id.loket.platform.db.Timestamps.utc;

import id.loket.casefile.CaseFileStore.Linked;
import id.loket.casefile.card.CardEntry;
import id.loket.casefile.card.ControlCard;
import id.loket.office.CalendarChanged;
import id.loket.office.OpenDeadlines;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.Standards;
import id.loket.worktime.WorkingCalendar;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Moves the due times of open files when the office's calendar changes: the card is read again under the new calendar, and the old time
 * stays explained.
 */
@Service
class DueDates implements OpenDeadlines {

    private final JdbcClient db;
    private final CaseFileStore files;
    private final Standards standards;
    private final Clock clock;

    DueDates(JdbcClient db, CaseFileStore files, Standards standards, Clock clock) {
        this.db = db;
        this.files = files;
        this.standards = standards;
        this.clock = clock;
    }

    /** Within the transaction that changes the calendar. */
    @EventListener
    void calendarChanged(CalendarChanged event) {
        Instant now = clock.instant();
        under(event.officeId(), event.calendar()).forEach((file, due) -> {
            if (!due.equals(file.dueAt())) {
                change(file, due, event, now);
            }
        });
    }

    @Override
    public int affectedBy(int officeId, WorkingCalendar calendar) {
        return (int) under(officeId, calendar).entrySet().stream()
                .filter(file -> !file.getValue().equals(file.getKey().dueAt()))
                .count();
    }

    /** When each file whose promise is running is due under a calendar. */
    private Map<FileRow, Instant> under(int officeId, WorkingCalendar calendar) {
        List<FileRow> running = files.running(officeId);
        Map<Long, List<CardEntry>> cards = new HashMap<>();
        files.cards(
                officeId,
                running.stream().map(FileRow::fileId).toList(),
                (file, linked) -> cards.computeIfAbsent(file, f -> new ArrayList<>()).add(linked.entry()));
        Map<FileRow, Instant> due = new LinkedHashMap<>();
        for (FileRow file : running) {
            ServiceDefinition service = standards.of(officeId, file.service(), file.serviceVersion());
            due.put(
                    file,
                    new ControlCard(service.sop(), cards.get(file.fileId()))
                            .clock(service.promise(), calendar)
                            .dueAt());
        }
        return due;
    }

    private void change(FileRow file, Instant due, CalendarChanged event, Instant now) {
        db.sql("""
                        with moved as (
                            update case_file set due_at = :due where office_id = :office and file_id = :file
                            returning office_id, file_id
                        )
                        insert into due_change (office_id, file_id, number, changed_at, old_due_at, new_due_at, why, changed_by)
                        select m.office_id, m.file_id, 1 + (
                            select count(*) from due_change d where d.office_id = m.office_id and d.file_id = m.file_id
                        ), :at, :old, :due, :why, :by
                        from moved m
                        """)
                .param("due", utc(due))
                .param("office", file.officeId())
                .param("file", file.fileId())
                .param("at", utc(now))
                .param("old", utc(file.dueAt()))
                .param("why", event.why())
                .param("by", event.byOfficer())
                .update();
    }

    List<CaseFileView.DueChange> of(int officeId, long fileId) {
        return db.sql("""
                        select changed_at, old_due_at, new_due_at, why from due_change
                        where office_id = :office and file_id = :file order by number
                        """)
                .param("office", officeId)
                .param("file", fileId)
                .query((row, n) -> new CaseFileView.DueChange(
                        instant(row, "changed_at"),
                        instant(row, "old_due_at"),
                        instant(row, "new_due_at"),
                        row.getString("why")))
                .list();
    }
}

package id.loket.complaint;

import static id.loket.platform.db.Timestamps.instant;
import static id.loket.platform.db.Timestamps.utc;

import id.loket.casefile.CaseFileView;
import id.loket.casefile.CaseFileView.CardRow;
import id.loket.complaint.handling.Stamp;
import id.loket.office.WorkingCalendars;
import id.loket.platform.security.SignedIn;
import id.loket.standard.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files that complaints are about: their control cards are collected, and show where a delay is (MFG-4d). */
@Service
public class ComplaintFiles {

    /**
     * One address of a delay.
     *
     * @param officer   who has or had it in hand; empty where nobody took it
     * @param waited    working time before somebody took it
     * @param worked    working time in hand
     * @param standard  working time that the step may take; of a step in days, their working hours from the receipt on
     * @param waitedToo whether it waited longer than the step itself may take
     */
    public record Address(int step, Text name, String officer, Duration waited, Duration worked, Duration standard, boolean waitedToo) {}

    /**
     * A control card that was collected because of a complaint, or what became of it.
     *
     * @param number  of the complaint; empty where the reader may not see the complaint
     * @param by      name of the officer; empty where it was collected by itself
     * @param finding empty: collected
     */
    public record Collection(String number, Instant at, String by, String finding) {}

    private final JdbcClient db;
    private final WorkingCalendars calendars;

    ComplaintFiles(JdbcClient db, WorkingCalendars calendars) {
        this.db = db;
        this.calendars = calendars;
    }

    boolean exists(int officeId, String registration) {
        return db.sql("select exists (select from case_file where office_id = :office and registration = :registration)")
                .param("office", officeId)
                .param("registration", registration)
                .query(Boolean.class)
                .single();
    }

    /** Those of the numbers that are files of the office. */
    @Transactional(readOnly = true)
    public Set<String> existing(int officeId, List<String> registrations) {
        return Set.copyOf(db.sql("select registration from case_file where office_id = :office and registration = any(:registrations)")
                .param("office", officeId)
                .param("registrations", registrations.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** Notes beside the card that it was collected, or what became of it; in the transaction that enters it with the complaint. */
    void collect(int officeId, long complaintId, Stamp stamp, String registration, String finding) {
        db.sql("""
                        insert into card_collection (office_id, registration, complaint_id, at, officer_id, name, finding)
                        values (:office, :registration, :complaint, :at, :officer, :name, :finding)
                        """)
                .param("office", officeId)
                .param("registration", registration)
                .param("complaint", complaintId)
                .param("at", utc(stamp.at()))
                .param("officer", stamp.by().id())
                .param("name", stamp.by().name())
                .param("finding", finding)
                .update();
    }

    /** Where a file took longer than its standard, the longest first. */
    List<Address> addresses(CaseFileView file) {
        return file.rows().stream()
                .map(line -> address(file, line))
                .filter(address -> address.waitedToo() || address.worked().compareTo(address.standard()) > 0)
                .sorted(Comparator.comparing((Address address) -> address.waited().plus(address.worked())).reversed())
                .toList();
    }

    private Address address(CaseFileView file, CardRow line) {
        var visit = line.visit();
        var step = file.service().sop().step(visit.step());
        var calendar = calendars.of(file.officeId());
        Instant from = visit.receivedAt() != null ? visit.receivedAt() : visit.sentAt();
        Duration standard = calendar.since(from, calendar.add(from, step.time()));
        return new Address(
                visit.step(),
                step.shortName(),
                visit.receivedBy() == null ? "" : visit.receivedBy().name(),
                line.inTransit(),
                line.inWork(),
                standard,
                line.inTransit().compareTo(standard) > 0);
    }

    /** What was collected and found of a file's card, oldest first; nothing of a confidential complaint for who may not see it. */
    @Transactional(readOnly = true)
    public List<Collection> of(SignedIn officer, String registration) {
        record Line(Collection collection, boolean confidential, String section) {}
        return db
                .sql("""
                        select c.number, k.at, k.name, k.finding, p.confidential, c.section
                        from card_collection k join complaint c using (office_id, complaint_id) join complainant p using (office_id, complaint_id)
                        where k.office_id = :office and k.registration = :registration order by k.collection_id
                        """)
                .param("office", officer.officeId())
                .param("registration", registration)
                .query((row, n) -> new Line(
                        new Collection(row.getString("number"), instant(row, "at"), row.getString("name"), row.getString("finding")),
                        row.getBoolean("confidential"),
                        row.getString("section")))
                .list()
                .stream()
                .filter(line -> MaySee.content(officer.roles(), line.confidential(), line.section()))
                .map(line -> MaySee.complaint(officer.roles(), line.confidential(), line.section())
                        ? line.collection()
                        : new Collection("", line.collection().at(), line.collection().by(), line.collection().finding()))
                .toList();
    }
}

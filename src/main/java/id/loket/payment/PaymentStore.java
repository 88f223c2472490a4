package id.loket.payment;

import static id.loket.platform.db.Timestamps.instant;
import static id.loket.platform.db.Timestamps.utc;

import id.loket.payment.Payment.Way;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bills and payments in the database. */
@Repository
class PaymentStore {

    private final JdbcClient db;

    PaymentStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Bill> bill(int officeId, long fileId) {
        return db.sql("select number, amount, billed_at, billed_by, due_on from bill where office_id = :office and file_id = :file")
                .param("office", officeId)
                .param("file", fileId)
                .query((row, n) -> new Bill(
                        row.getString("number"),
                        row.getLong("amount"),
                        instant(row, "billed_at"),
                        row.getLong("billed_by"),
                        row.getObject("due_on", LocalDate.class)))
                .optional();
    }

    /** Of some files, the last day on which their bill is paid in time, where it is before a day. */
    Map<String, LocalDate> dueBefore(int officeId, Collection<String> registrations, LocalDate day) {
        Map<String, LocalDate> due = new LinkedHashMap<>();
        db.sql("""
                        select f.registration, b.due_on from bill b join case_file f using (office_id, file_id)
                        where b.office_id = :office and f.registration = any(:registrations) and b.due_on < :day
                        """)
                .param("office", officeId)
                .param("registrations", registrations.toArray(String[]::new))
                .param("day", day)
                .query((row, n) -> due.put(row.getString("registration"), row.getObject("due_on", LocalDate.class)))
                .list();
        return due;
    }

    /** @return false if the file has a bill already */
    boolean addBill(int officeId, long fileId, int year, long seq, Bill bill) {
        return db.sql("""
                        insert into bill (office_id, file_id, year, seq, number, amount, billed_at, billed_by, due_on)
                        values (:office, :file, :year, :seq, :number, :amount, :at, :by, :due)
                        on conflict (office_id, file_id) do nothing
                        """)
                        .param("office", officeId)
                        .param("file", fileId)
                        .param("year", year)
                        .param("seq", seq)
                        .param("number", bill.number())
                        .param("amount", bill.amount())
                        .param("at", utc(bill.billedAt()))
                        .param("by", bill.billedBy())
                        .param("due", bill.dueOn())
                        .update()
                == 1;
    }

    /** All payments of a file, in order. */
    List<Payment> payments(int officeId, long fileId) {
        return db.sql("""
                        select p.number, p.receipt, p.paid_on, p.amount, p.way, p.reference, p.recorded_at, p.recorded_by,
                               c.cancelled_at, coalesce(c.why, '') as why
                        from payment p left join payment_cancelled c using (office_id, file_id, number)
                        where p.office_id = :office and p.file_id = :file order by p.number
                        """)
                .param("office", officeId)
                .param("file", fileId)
                .query((row, n) -> new Payment(
                        row.getInt("number"),
                        row.getString("receipt"),
                        row.getObject("paid_on", LocalDate.class),
                        row.getLong("amount"),
                        Way.valueOf(row.getString("way")),
                        row.getString("reference"),
                        instant(row, "recorded_at"),
                        row.getLong("recorded_by"),
                        instant(row, "cancelled_at"),
                        row.getString("why")))
                .list();
    }

    void addPayment(int officeId, long fileId, int year, long seq, Payment payment) {
        db.sql("""
                        insert into payment (office_id, file_id, number, year, seq, receipt, paid_on, amount, way, reference,
                            recorded_at, recorded_by)
                        values (:office, :file, :number, :year, :seq, :receipt, :paidOn, :amount, :way, :reference, :at, :by)
                        """)
                .param("office", officeId)
                .param("file", fileId)
                .param("number", payment.number())
                .param("year", year)
                .param("seq", seq)
                .param("receipt", payment.receipt())
                .param("paidOn", payment.paidOn())
                .param("amount", payment.amount())
                .param("way", payment.way().name())
                .param("reference", payment.reference())
                .param("at", utc(payment.recordedAt()))
                .param("by", payment.recordedBy())
                .update();
    }

    void cancel(int officeId, long fileId, int number, String why, Instant at, long by) {
        db.sql("""
                        insert into payment_cancelled (office_id, file_id, number, why, cancelled_at, cancelled_by)
                        values (:office, :file, :number, :why, :at, :by)
                        """)
                .param("office", officeId)
                .param("file", fileId)
                .param("number", number)
                .param("why", why)
                .param("at", utc(at))
                .param("by", by)
                .update();
    }
}

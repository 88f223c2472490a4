package id.loket.complaint;

import id.loket.complaint.handling.Medium;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The numbers that complaints have in outside systems: one such number is one complaint, whoever enters or imports it, however often. */
@Repository
public class OutsideNumbers {

    /** Outside systems in which a complaint has a number of its own. */
    public static final Set<Medium> MEDIA = EnumSet.of(Medium.SOCIAL_MEDIA, Medium.LAPOR);

    private final JdbcClient db;

    OutsideNumbers(JdbcClient db) {
        this.db = db;
    }

    /** A number as it is compared: {@code "#50 49 672"} and {@code "5049672"} are the same. */
    public static String plain(String number) {
        return number.replaceAll("^[\\s#]+|\\s", "").toUpperCase(Locale.ROOT);
    }

    /** Which of these numbers there are already, as they are compared, and the complaint of each. */
    @Transactional(readOnly = true)
    public Map<String, String> known(int officeId, Medium medium, Collection<String> numbers) {
        return db
                .sql("""
                        select o.number as outside, c.number as complaint
                        from complaint_outside o join complaint c using (office_id, complaint_id)
                        where o.office_id = :office and o.medium = :medium and o.number = any(:numbers)
                        """)
                .param("office", officeId)
                .param("medium", medium.name())
                .param("numbers", numbers.stream().map(OutsideNumbers::plain).toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString("outside"), row.getString("complaint")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Gives a complaint its number, in the caller's transaction. Of two who want the same number at once the second waits for the first.
     *
     * @return false if another complaint has it
     */
    boolean take(int officeId, Medium medium, String number, long complaintId) {
        String plain = plain(number);
        if (!MEDIA.contains(medium) || plain.isEmpty()) {
            return true;
        }
        int taken = db.sql("""
                        insert into complaint_outside (office_id, medium, number, complaint_id)
                        values (:office, :medium, :number, :id) on conflict do nothing
                        """)
                .param("office", officeId)
                .param("medium", medium.name())
                .param("number", plain)
                .param("id", complaintId)
                .update();
        return taken > 0 || owner(officeId, medium, plain) == complaintId;
    }

    /** Gives a complaint another number instead of the one that was a slip, which is free again. */
    boolean change(int officeId, Medium medium, String number, long complaintId) {
        boolean taken = take(officeId, medium, number, complaintId);
        if (taken) {
            db.sql("delete from complaint_outside where office_id = :office and complaint_id = :id and number <> :number")
                    .param("office", officeId)
                    .param("id", complaintId)
                    .param("number", plain(number))
                    .update();
        }
        return taken;
    }

    private long owner(int officeId, Medium medium, String plain) {
        return db.sql("select complaint_id from complaint_outside where office_id = :office and medium = :medium and number = :number")
                .param("office", officeId)
                .param("medium", medium.name())
                .param("number", plain)
                .query(Long.class)
                .single();
    }
}

package id.loket.complaint.imports;

import static id.loket.platform.db.Timestamps.instant;
import static id.loket.platform.db.Timestamps.utc;

import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Rules;
import id.loket.platform.security.SignedIn;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers on their way back to the system in which the complaint was made. They tell nothing of who complained. */
@Service
class OutsideAnswers {

    /** The most lines of a table. */
    static final int MOST = 5000;

    /**
     * An answer.
     *
     * @param outsideNumber as it is compared
     * @param answeredAt    when it was entered there; null where that is still to be done
     */
    record Answer(String outsideNumber, String number, Instant answeredAt, String text) {}

    private final JdbcClient db;

    OutsideAnswers(JdbcClient db) {
        this.db = db;
    }

    /**
     * What is to be entered in an outside system, and then what was entered there since a moment, newest first.
     *
     * @throws AccessDeniedException if the officer isn't of the complaint desk
     */
    @Transactional(readOnly = true)
    List<Answer> of(SignedIn officer, Medium medium, Instant since) {
        if (!officer.roles().contains(Rules.DESK)) {
            throw new AccessDeniedException("answers for outside systems are the complaint desk's");
        }
        return db.sql("""
                        select o.number as outside, c.number, case when t.task_id is null then c.answered_at end as entered_at,
                            coalesce(t.text, a.text) as text
                        from complaint_outside o join complaint c using (office_id, complaint_id)
                            left join complaint_task t on t.office_id = c.office_id and t.complaint_id = c.complaint_id
                                and t.way = 'SAME_PLACE' and t.state = 'OPEN'
                            left join lateral (
                                select e.content ->> 'text' as text from complaint_entry e
                                where e.office_id = c.office_id and e.complaint_id = c.complaint_id and e.kind = 'ANSWERED'
                                order by e.seq desc limit 1) a on true
                        where o.office_id = :office and o.medium = :medium and (t.task_id is not null or c.answered_at >= :since)
                        order by t.task_id nulls last, c.answered_at desc, c.complaint_id limit :most
                        """)
                .param("office", officer.officeId())
                .param("medium", medium.name())
                .param("since", utc(since))
                .param("most", MOST)
                .query((row, n) -> new Answer(
                        row.getString("outside"), row.getString("number"), instant(row, "entered_at"), row.getString("text")))
                .list();
    }
}

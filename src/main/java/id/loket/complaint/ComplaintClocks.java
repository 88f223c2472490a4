package id.loket.complaint;

import static id.loket.platform.db.Timestamps.utc;

import id.loket.office.CalendarChanged;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Does what the clocks of complaints ask for. It looks at what is due by now, each complaint in a transaction of its own, so nothing is
 * lost or done twice however long it didn't run and however many nodes do it at once.
 */
@Component
class ComplaintClocks {

    private static final int BATCH = 200;
    private static final Logger LOG = LoggerFactory.getLogger(ComplaintClocks.class);

    private record Due(int officeId, long id) {}

    private final JdbcClient db;
    private final Complaints complaints;
    private final Clock clock;

    ComplaintClocks(JdbcClient db, Complaints complaints, Clock clock) {
        this.db = db;
        this.complaints = complaints;
        this.clock = clock;
    }

    /** @return how many complaints were looked at */
    int run() {
        int all = 0;
        Due after = new Due(0, 0);
        List<Due> some;
        do {
            some = due(after);
            for (Due due : some) {
                try {
                    complaints.actOn(due.officeId(), due.id());
                } catch (RuntimeException e) {
                    // Its message may hold what somebody wrote, so only the kind is told; the others go on.
                    LOG.error("complaint {} of office {}: {}", due.id(), due.officeId(), e.getClass().getName());
                }
            }
            all += some.size();
            after = some.isEmpty() ? after : some.getLast();
        } while (some.size() == BATCH);
        return all;
    }

    private List<Due> due(Due after) {
        return db.sql("""
                        select c.office_id, c.complaint_id as id from office o join complaint c using (office_id)
                        where c.act_at <= :now and (c.office_id, c.complaint_id) > (:office, :id)
                        order by c.office_id, c.complaint_id limit :most
                        """)
                .param("now", utc(clock.instant()))
                .param("office", after.officeId())
                .param("id", after.id())
                .param("most", BATCH)
                .query(Due.class)
                .list();
    }

    /** Deadlines in working days may have moved: every open complaint is looked at anew. */
    @EventListener
    void calendarChanged(CalendarChanged event) {
        db.sql("update complaint set act_at = :now where office_id = :office and closed_at is null")
                .param("now", utc(clock.instant()))
                .param("office", event.officeId())
                .update();
    }
}

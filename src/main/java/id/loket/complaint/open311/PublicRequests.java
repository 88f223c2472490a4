package id.loket.complaint.open311;

import id.loket.complaint.handling.Status;
import id.loket.platform.db.Timestamps;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What everybody may know of complaints: that there is one, its topic, how far it is and by when. Never who made it nor what it says. */
@Repository
class PublicRequests {

    /** Of one answer. */
    static final int MOST = 1000;

    /**
     * @param kind      code of the topic; empty where it isn't known or the complaint is confidential
     * @param dueAt     null when the office has nothing to do
     */
    record Request(String number, Status status, String kind, Instant receivedAt, Instant updatedAt, Instant dueAt) {}

    private static final String SELECT =
            """
            select * from (
                select c.number, c.status, c.received_at, c.due_at,
                    case when p.confidential then '' else coalesce(c.kind, s.kind, '') end as kind,
                    (select max(e.at) from complaint_entry e
                     where e.office_id = c.office_id and e.complaint_id = c.complaint_id) as updated_at
                from complaint c
                join complainant p on p.office_id = c.office_id and p.complaint_id = c.complaint_id
                left join complaint_as_sent s on s.office_id = c.office_id and s.complaint_id = c.complaint_id
                where c.office_id = :office and\s""";

    private final JdbcClient db;

    PublicRequests(JdbcClient db) {
        this.db = db;
    }

    List<Request> withNumbers(int officeId, List<String> numbers) {
        return read(db.sql(SELECT + "c.number in (:numbers)) r order by received_at desc, number desc limit :most")
                .param("office", officeId)
                .param("numbers", numbers));
    }

    /**
     * @param kinds    codes of topics; empty: all
     * @param statuses names
     * @param from     inclusive
     * @param until    inclusive
     */
    List<Request> find(int officeId, List<String> kinds, List<String> statuses, Instant from, Instant until) {
        return read(db.sql(SELECT + """
                        c.received_at between :from and :until and c.status in (:statuses)) r
                        where :any or kind in (:kinds)
                        order by received_at desc, number desc limit :most
                        """)
                .param("office", officeId)
                .param("from", Timestamps.utc(from))
                .param("until", Timestamps.utc(until))
                .param("statuses", statuses)
                .param("any", kinds.isEmpty())
                .param("kinds", kinds.isEmpty() ? List.of("") : kinds));
    }

    private static List<Request> read(JdbcClient.StatementSpec query) {
        return query.param("most", MOST)
                .query((row, n) -> new Request(
                        row.getString("number"),
                        Status.valueOf(row.getString("status")),
                        row.getString("kind"),
                        Timestamps.instant(row, "received_at"),
                        Timestamps.instant(row, "updated_at"),
                        Timestamps.instant(row, "due_at")))
                .list();
    }
}

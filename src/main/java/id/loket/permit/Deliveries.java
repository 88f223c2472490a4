package id.loket.permit;

import static id.loket.platform.db.Timestamps.instant;
import static id.loket.platform.db.Timestamps.utc;

import id.loket.casefile.CaseFileReader;
import id.loket.casefile.CaseFileView;
import id.loket.casefile.CaseFiles;
import id.loket.casefile.card.Action;
import id.loket.casefile.card.Rules.Order;
import id.loket.permit.Delivery.Recipient;
import id.loket.platform.security.SignedIn;
import java.sql.Types;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands permits over to applicants and their representatives; with that the file closes. */
@Service
public class Deliveries {

    private final JdbcClient db;
    private final CaseFiles caseFiles;
    private final CaseFileReader files;
    private final Clock clock;

    Deliveries(JdbcClient db, CaseFiles caseFiles, CaseFileReader files, Clock clock) {
        this.db = db;
        this.caseFiles = caseFiles;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Records the delivery and closes the file, both or neither.
     *
     * @param expectedVersion number of entries on the card that the officer saw
     * @throws id.loket.casefile.MoveRefused if the file isn't ready, or the officer isn't at the counter that delivers
     */
    @Transactional
    public void deliver(SignedIn by, String registration, int expectedVersion, Delivery delivery) {
        CaseFileView file = files.file(by, registration);
        caseFiles.move(by, registration, Order.of(Action.DELIVER, delivery.name()), expectedVersion);
        db.sql("""
                        insert into delivery (office_id, file_id, recipient, name, identity, relation, signature, delivered_at, delivered_by)
                        values (:office, :file, :recipient, :name, :identity, :relation, :signature, :at, :by)
                        """)
                .param("office", by.officeId())
                .param("file", file.fileId())
                .param("recipient", delivery.recipient().name())
                .param("name", delivery.name())
                .param("identity", delivery.identity())
                .param("relation", delivery.relation())
                .param("signature", delivery.signature(), Types.BINARY)
                .param("at", utc(clock.instant()))
                .param("by", by.officerId())
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Delivery> of(SignedIn officer, String registration) {
        return db.sql("""
                        select d.recipient, d.name, d.identity, d.relation, d.signature, d.delivered_at
                        from delivery d join case_file f using (office_id, file_id)
                        where d.office_id = :office and f.registration = :registration
                        """)
                .param("office", officer.officeId())
                .param("registration", registration)
                .query((row, n) -> new Delivery(
                        Recipient.valueOf(row.getString("recipient")),
                        row.getString("name"),
                        row.getString("identity"),
                        row.getString("relation"),
                        row.getBytes("signature"),
                        instant(row, "delivered_at")))
                .optional();
    }
}

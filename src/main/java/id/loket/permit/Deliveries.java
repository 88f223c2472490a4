package id.loket.permit;

import static id.loket.platform.db.Timestamps.instant;
import static id.loket.platform.db.Timestamps.utc;

import id.loket.casefile.CaseFileReader;
import id.loket.casefile.Dossier;
import id.loket.casefile.CaseFiles;
import id.loket.casefile.card.Action;
import id.loket.casefile.card.Rules;
import id.loket.casefile.card.Rules.Order;
import id.loket.document.UploadCheck;
import id.loket.permit.Delivery.Recipient;
import id.loket.permit.DeliveryRefused.Problem;
import id.loket.platform.security.SignedIn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands permits, and letters of refusal, over to applicants and their representatives; with that the file closes. */
@Service
public class Deliveries {

    private static final int LONGEST = 200;
    /** Bytes; a drawn signature is a small picture. */
    static final int LARGEST_SIGNATURE = 200_000;

    private final JdbcClient db;
    private final CaseFiles caseFiles;
    private final CaseFileReader files;
    private final UploadCheck uploads;
    private final Clock clock;

    Deliveries(JdbcClient db, CaseFiles caseFiles, CaseFileReader files, UploadCheck uploads, Clock clock) {
        this.db = db;
        this.caseFiles = caseFiles;
        this.files = files;
        this.uploads = uploads;
        this.clock = clock;
    }

    /**
     * Records the delivery and closes the file, both or neither. The applicant's name is that of the file.
     *
     * @param expectedVersion number of entries on the card that the officer saw
     * @throws DeliveryRefused if recipient, identity, relation or signature are not as they must be
     * @throws id.loket.casefile.MoveRefused if the file isn't ready, the permit not in force, or the officer not at the counter that delivers
     */
    @Transactional
    public void deliver(SignedIn by, String registration, int expectedVersion, Delivery asked) {
        Dossier file = files.dossier(by.officeId(), registration);
        Action delivers = file.state().refusal() ? Action.DELIVER_REFUSAL : Action.DELIVER;
        boolean may = new Rules(file.service().sop()).possible(file.state(), by.officerId(), by.roles()).contains(delivers);
        if (file.state().version() != expectedVersion || !may) {
            caseFiles.move(by, registration, Order.of(delivers), expectedVersion);
        }
        Delivery delivery = checked(file, asked);
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
        caseFiles.move(by, registration, Order.of(delivers, recipient(delivery)), expectedVersion);
    }

    /** Who took it, as it stands on the card. */
    private static String recipient(Delivery delivery) {
        return delivery.recipient() == Recipient.APPLICANT
                ? delivery.name()
                : delivery.name() + " (kuasa, " + delivery.relation() + ")";
    }

    private Delivery checked(Dossier file, Delivery asked) {
        List<Problem> problems = new ArrayList<>();
        boolean represented = asked.recipient() == Recipient.REPRESENTATIVE;
        if (asked.recipient() == null) {
            problems.add(new Problem("recipient", "delivery.recipient.empty"));
        }
        String name = represented ? text("name", asked.name(), problems) : file.application().applicant().name();
        String identity = text("identity", asked.identity(), problems);
        if (!identity.isEmpty() && !identity.replaceAll("[\\s.\\-]", "").matches("[0-9]{16}")) {
            problems.add(new Problem("identity", "delivery.identity.wrong"));
        }
        String relation = represented ? text("relation", asked.relation(), problems) : "";
        if (asked.signature() != null && !isPicture(asked.signature())) {
            problems.add(new Problem("signature", "delivery.signature.wrong"));
        }
        if (!problems.isEmpty()) {
            throw new DeliveryRefused(problems);
        }
        return new Delivery(asked.recipient(), name, identity, relation, asked.signature(), asked.deliveredAt());
    }

    private static String text(String field, String typed, List<Problem> problems) {
        String text = typed == null ? "" : typed.replaceAll("\\p{Cntrl}", " ").strip();
        if (text.isEmpty()) {
            problems.add(new Problem(field, "delivery." + field + ".empty"));
        } else if (text.length() > LONGEST) {
            problems.add(new Problem(field, "delivery.tooLong"));
        }
        return text;
    }

    /** It goes into a paper that must open for ever, so it is looked at as closely as a scan. */
    private boolean isPicture(byte[] signature) {
        try {
            return uploads.check(new ByteArrayInputStream(signature), "signature.png", "", LARGEST_SIGNATURE)
                            instanceof UploadCheck.Accepted accepted
                    && accepted.mediaType().equals("image/png");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

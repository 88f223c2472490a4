package id.loket.complaint;

import id.loket.complaint.handling.Classification;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Order;
import id.loket.complaint.handling.ReplyWay;
import id.loket.platform.security.SignedIn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.LongFunction;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What officers do in one go although it is several entries: all of it is done, or nothing. */
@Service
class ComplaintWork {

    /** A file that comes along; read when it is its turn. */
    interface Upload {
        String name();

        InputStream open() throws IOException;
    }

    /**
     * What the desk does with a complaint while it writes it down.
     *
     * @param as       how it is sorted; null for later
     * @param answer   what was answered at once; empty for later
     * @param reaction what the complainant said to it
     */
    record AtOnce(Classification as, String answer, String reaction) {}

    private final Complaints complaints;
    private final ComplaintAttachments attachments;
    private final TransactionTemplate transactions;

    ComplaintWork(Complaints complaints, ComplaintAttachments attachments, TransactionTemplate transactions) {
        this.complaints = complaints;
        this.attachments = attachments;
        this.transactions = transactions;
    }

    /**
     * Writes a complaint down, with its scans; sorts it, takes it and answers it, as far as that was done at once (PGD-a).
     *
     * @return its number; that of the first time if this form was sent before
     * @throws ComplaintRefused if the form has something to mend or a rule speaks against the answer
     * @throws UnfitAttachment  if a scan isn't kept
     */
    String record(SignedIn by, NewComplaint complaint, AtOnce atOnce, List<? extends Upload> scans) {
        try {
            return transactions.execute(status -> recordNow(by, complaint, atOnce, scans));
        } catch (DataAccessException sentTwiceAtOnce) {
            return transactions.execute(status -> recordNow(by, complaint, atOnce, scans));
        }
    }

    private String recordNow(SignedIn by, NewComplaint complaint, AtOnce atOnce, List<? extends Upload> scans) {
        String number = complaints.record(by, complaint);
        if (complaints.view(by, number).state().version() > 1 || !attachments.of(by, number).isEmpty()) {
            return number;
        }
        scans.forEach(scan -> keep(by, number, scan));
        if (atOnce.as() == null) {
            return number;
        }
        int version = complaints.order(by, number, new Order.Classify(atOnce.as(), ""), 1).version();
        version = complaints.order(by, number, new Order.Take(), version).version();
        if (!atOnce.answer().isEmpty()) {
            ReplyWay way = complaint.medium() == Medium.PHONE ? ReplyWay.CALL : ReplyWay.IN_PERSON;
            complaints.order(by, number, new Order.Answer(way, atOnce.answer(), atOnce.reaction()), version);
        }
        return number;
    }

    /**
     * An order that brings a file along, such as a decision with its minutes.
     *
     * @param order from the number of the attachment; 0 where no file came
     */
    void order(SignedIn by, String number, int version, Upload file, LongFunction<Order> order) {
        transactions.executeWithoutResult(status -> {
            long id = file == null ? 0 : keep(by, number, file);
            complaints.order(by, number, order.apply(id), version);
        });
    }

    /** @return number of the attachment */
    long keep(SignedIn by, String number, Upload file) {
        try (InputStream content = file.open()) {
            return switch (attachments.add(by, number, file.name(), content)) {
                case ComplaintAttachments.Added.Kept kept -> kept.id();
                case ComplaintAttachments.Added.Refused refused -> throw new UnfitAttachment(refused.why());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package id.loket.casefile.card;

import id.loket.standard.Sop;
import id.loket.standard.StepKind;
import java.time.Instant;

/**
 * Where a file is according to its card: the projection of the entries, kept beside them so that lists need not read the cards.
 *
 * @param step       number of the step where the file is, or to which it was sent
 * @param holder     the officer who has it in hand; 0 while nobody has
 * @param arrivedAt  when it was sent to this step, or received from the applicant: the start of the step's clock
 * @param since      when it came into this state
 * @param preparedBy the officer who prepared the letter last, who therefore may not initial or sign it; 0 before that
 * @param refusal    whether the letter was last prepared as a refusal
 * @param paid       whether the fee has been paid
 * @param version    number of entries on the card
 * @param lastAt     time of the last entry
 */
public record CardState(
        Status status, int step, long holder, Instant arrivedAt, Instant since, long preparedBy, boolean refusal, boolean paid,
        int version, Instant lastAt) {

    /** Before the first entry. */
    public static CardState unregistered(Sop sop) {
        return new CardState(Status.NEW, sop.steps().getFirst().no(), 0, null, null, 0, false, false, 0, null);
    }

    /** The state after one more entry. It follows from the entry alone, so a card read again always gives the same state. */
    public CardState after(CardEntry entry, Sop sop) {
        long by = entry.by().id();
        Instant at = entry.at();
        return switch (entry) {
            case CardEntry.Received e ->
                to(received(sop), step, by, arrivedAt == null ? at : arrivedAt, at, at);
            case CardEntry.HandedOver e ->
                sop.step(step).kind() == StepKind.PREPARE
                        ? prepared(e, by, false)
                        : to(Status.IN_TRANSIT, e.to(), 0, at, at, at);
            case CardEntry.RefusalPrepared e -> prepared(e, by, true);
            case CardEntry.Returned e -> to(Status.IN_TRANSIT, e.to(), 0, at, at, at);
            case CardEntry.ReturnedToApplicant e -> to(Status.WITH_APPLICANT, step, 0, at, at, at);
            case CardEntry.Resubmitted e -> to(Status.IN_WORK, step, by, at, at, at);
            case CardEntry.Billed e -> to(Status.AWAITING_PAYMENT, step, 0, arrivedAt, at, at);
            case CardEntry.Paid e -> to(Status.IN_WORK, step, by, at, at, at).paid(true);
            case CardEntry.PaymentCancelled e -> to(Status.AWAITING_PAYMENT, step, 0, arrivedAt, at, at).paid(false);
            case CardEntry.TakenOver e -> to(Status.IN_WORK, step, by, arrivedAt, since, at);
            case CardEntry.Remarked e -> to(status, step, holder, arrivedAt, since, at);
            case CardEntry.Rejected e -> to(Status.REJECTED, step, 0, arrivedAt, at, at);
            case CardEntry.Withdrawn e -> to(Status.WITHDRAWN, step, 0, arrivedAt, at, at);
            case CardEntry.Delivered e -> to(Status.DELIVERED, step, 0, arrivedAt, at, at);
            case CardEntry.RefusalDelivered e -> to(Status.REJECTED, step, 0, arrivedAt, at, at);
        };
    }

    private Status received(Sop sop) {
        return sop.step(step).kind() == StepKind.DELIVER ? Status.READY : Status.IN_WORK;
    }

    private CardState to(Status toStatus, int toStep, long toHolder, Instant arrived, Instant changed, Instant at) {
        return new CardState(toStatus, toStep, toHolder, arrived, changed, preparedBy, refusal, paid, version + 1, at);
    }

    private CardState prepared(CardEntry entry, long by, boolean asRefusal) {
        Instant at = entry.at();
        return new CardState(Status.IN_TRANSIT, entry.to(), 0, at, at, by, asRefusal, paid, version + 1, at);
    }

    private CardState paid(boolean isPaid) {
        return new CardState(status, step, holder, arrivedAt, since, preparedBy, refusal, isPaid, version, lastAt);
    }
}

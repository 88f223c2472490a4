package id.loket.payment;

import id.loket.casefile.FileMoved;
import id.loket.casefile.MoveRefused;
import id.loket.casefile.StepDuty;
import id.loket.casefile.card.CardEntry;
import id.loket.casefile.card.Refusal;
import id.loket.casefile.card.Refusal.Reason;
import id.loket.standard.StepKind;
import org.springframework.stereotype.Component;

/** The card says billed and paid only where bill and payment are recorded, and a file leaves its payment only paid, or with nothing to pay. */
@Component
class PaymentDuty implements StepDuty {

    private final PaymentStore payments;

    PaymentDuty(PaymentStore payments) {
        this.payments = payments;
    }

    @Override
    public void perform(FileMoved moved) {
        switch (moved.entry()) {
            case CardEntry.HandedOver done -> {
                boolean pays = moved.service().sop().step(done.step()).kind() == StepKind.PAY;
                if (pays && !moved.after().paid() && moved.dossier().application().amount(moved.service()) > 0) {
                    throw refused(moved, Reason.NOT_PAID);
                }
            }
            case CardEntry.Billed billed -> require(moved, payments.bill(moved.officeId(), moved.fileId()).isPresent());
            case CardEntry.Paid paid -> require(moved, counting(moved) == 1);
            case CardEntry.PaymentCancelled cancelled -> require(moved, counting(moved) == 0);
            default -> {
                // nothing that concerns the fee
            }
        }
    }

    private long counting(FileMoved moved) {
        return payments.payments(moved.officeId(), moved.fileId()).stream().filter(Payment::counts).count();
    }

    private static void require(FileMoved moved, boolean recorded) {
        if (!recorded) {
            throw refused(moved, Reason.NOT_BY_PAYMENT);
        }
    }

    private static MoveRefused refused(FileMoved moved, Reason reason) {
        return new MoveRefused(moved.registration(), new Refusal(reason, moved.entry().step()), null);
    }
}

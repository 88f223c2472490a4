package id.loket.permit;

import id.loket.casefile.Dossier;
import id.loket.casefile.FileMoved;
import id.loket.casefile.MoveRefused;
import id.loket.casefile.StepDuty;
import id.loket.casefile.card.CardEntry;
import id.loket.casefile.card.Refusal;
import id.loket.casefile.card.Refusal.Reason;
import id.loket.office.Counters;
import id.loket.office.OfficerProfile;
import id.loket.office.Officers;
import id.loket.office.WorkingCalendars;
import id.loket.standard.Numbering;
import id.loket.standard.Sop;
import id.loket.standard.SopStep;
import id.loket.standard.StepKind;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * What the movements of a file do to its permit, in the same transaction: preparing makes the letter, signing marks it signed, numbering
 * gives it the next number. A letter of refusal goes the same way. Signed and numbered, in whichever order the SOP has them, it is issued.
 */
@Component
class PermitDuties implements StepDuty {

    private final PermitStore permits;
    private final Letters letters;
    private final Counters counters;
    private final Officers officers;
    private final WorkingCalendars calendars;

    PermitDuties(
            PermitStore permits,
            Letters letters,
            Counters counters,
            Officers officers,
            WorkingCalendars calendars) {
        this.permits = permits;
        this.letters = letters;
        this.counters = counters;
        this.officers = officers;
        this.calendars = calendars;
    }

    @Override
    public void perform(FileMoved moved) {
        switch (moved.entry()) {
            case CardEntry.HandedOver done -> handedOver(moved, done);
            case CardEntry.RefusalPrepared refusal -> prepareRefusal(moved, refusal);
            case CardEntry.Returned back -> returned(moved, back);
            case CardEntry.Rejected refused -> keepRejection(moved, refused);
            case CardEntry.Withdrawn gone -> permits.cancel(moved.officeId(), moved.fileId());
            case CardEntry.Delivered delivered -> requireDelivery(moved, Permit.Status.ISSUED);
            case CardEntry.RefusalDelivered delivered -> requireDelivery(moved, Permit.Status.REFUSED);
            default -> {
                // nothing that concerns the letter
            }
        }
    }

    private void handedOver(FileMoved moved, CardEntry.HandedOver done) {
        StepKind kind = moved.service().sop().step(done.step()).kind();
        switch (kind) {
            case PREPARE -> prepare(moved, done.at());
            case SIGN -> sign(moved, done);
            case NUMBER -> number(moved, done.at());
            default -> {
                // an initials step leaves its mark on the card only
            }
        }
    }

    /** A file closes with its letter handed out only with a record of the recipient, and only if the permit is in force or the refusal signed. */
    private void requireDelivery(FileMoved moved, Permit.Status status) {
        if (!permits.deliveredAs(status, moved.officeId(), moved.fileId())) {
            throw new MoveRefused(moved.registration(), new Refusal(Reason.NOT_DELIVERED, moved.entry().step()), null);
        }
    }

    private void prepare(FileMoved moved, Instant at) {
        Dossier file = moved.dossier();
        LocalDate validUntil = validUntil(file, at);
        if (validUntil != null && validUntil.isBefore(day(moved.officeId(), at))) {
            throw new MoveRefused(
                    moved.registration(), new Refusal(Reason.WOULD_HAVE_ENDED, moved.entry().step()), null);
        }
        Permit permit = permits.prepare(
                moved.officeId(),
                moved.fileId(),
                moved.service().code(),
                file.application().applicant().name(),
                validUntil,
                "");
        keepLetter(file, permit, at);
    }

    private void prepareRefusal(FileMoved moved, CardEntry.RefusalPrepared refusal) {
        Dossier file = moved.dossier();
        Permit permit = permits.prepare(
                moved.officeId(),
                moved.fileId(),
                moved.service().code(),
                file.application().applicant().name(),
                null,
                refusal.remark());
        keepLetter(file, permit, refusal.at());
    }

    private void sign(FileMoved moved, CardEntry.HandedOver done) {
        Dossier file = moved.dossier();
        OfficerProfile signatory = officers.profile(moved.officeId(), done.by().id());
        Permit signed = permits.sign(
                moved.officeId(), moved.fileId(), done.at(), validUntil(file, done.at()), signatory.id(), signatory.name(), signatory.nip());
        keepLetter(file, signed, done.at());
    }

    private void number(FileMoved moved, Instant at) {
        // whoever takes the next number waits until this one is written: all else is looked up before
        Dossier file = moved.dossier();
        LocalDate validUntil = validUntil(file, at);
        boolean numbered = permits.find(moved.officeId(), moved.fileId()).orElseThrow().number() != null;
        Permit permit = numbered
                ? permits.issueIfSigned(moved.officeId(), moved.fileId(), at, validUntil)
                : takeNumber(moved, at, validUntil);
        keepLetter(file, permit, at);
    }

    private Permit takeNumber(FileMoved moved, Instant at, LocalDate validUntil) {
        Numbering numbering = moved.service().numbering();
        LocalDate today = day(moved.officeId(), at);
        long seq = counters.next(moved.officeId(), numbering.series(), today.getYear());
        return permits.number(
                moved.officeId(), moved.fileId(), at, validUntil, numbering.series(), today.getYear(), seq, numbering.format(seq, today));
    }

    /** A letter that goes back before its signature has to be signed again. */
    private void returned(FileMoved moved, CardEntry.Returned back) {
        Sop sop = moved.service().sop();
        int sign = sop.steps().stream()
                .filter(s -> s.kind() == StepKind.SIGN)
                .mapToInt(SopStep::no)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        if (back.to() <= sign && sign < back.step()) {
            permits.unsign(moved.officeId(), moved.fileId());
        }
    }

    private void keepRejection(FileMoved moved, CardEntry.Rejected refused) {
        permits.cancel(moved.officeId(), moved.fileId());
        permits.keepLetter(
                moved.officeId(), moved.fileId(), PermitStore.REJECTION, refused.at(), letters.rejection(moved.dossier(), refused));
    }

    private void keepLetter(Dossier file, Permit permit, Instant at) {
        if (permit.refusal()) {
            permits.keepLetter(file.officeId(), file.fileId(), PermitStore.REJECTION, at, letters.refusal(file, permit));
        } else {
            permits.keepLetter(file.officeId(), file.fileId(), PermitStore.PERMIT, at, letters.permit(file, permit));
        }
    }

    private LocalDate validUntil(Dossier file, Instant at) {
        return file.service().validity().until(day(file.officeId(), at), file.application().fields()).orElse(null);
    }

    private LocalDate day(int officeId, Instant at) {
        return at.atZone(calendars.of(officeId).zone()).toLocalDate();
    }
}

package id.loket.document;

import java.time.Instant;
import java.util.List;

/**
 * The control card of a file (MFG-4a): goes with the file, works by pen as well as by screen.
 *
 * @param registrationNumber number of the file
 * @param service            name of the service with the kind of application
 * @param applicant          name of the applicant
 * @param completeAt         since when the file is complete; null while it is not
 * @param dueAt              promised to the applicant; null while the file is not complete
 * @param promise            the promise in words, e.g. "2 hari kerja"
 * @param address            what the QR opens: the file on the officer's screen
 * @param rows               in order of entry, then the steps still to come; every round is a row of its own
 * @param notes              printed into the box for notes and returns; the rest of the box stays free for the pen
 * @param lastEntry          number of the last entry on the card
 * @param fingerprint        start of the chain's last hash, as it shall be read out, e.g. "7F3A 91C0 55D2 E8B4"
 * @param printing           when and by whom
 */
public record ControlCardSheet(String registrationNumber, String service, String applicant, Instant completeAt,
        Instant dueAt, String promise, String address, List<Row> rows, List<String> notes, int lastEntry,
        String fingerprint, Printing printing) {

    /**
     * One stay of the file at one step.
     *
     * @param step         number of the step
     * @param shape        the step's shape on the SOP sheet
     * @param activity     short name of the step, with the round if there was more than one
     * @param officer      who has or had the file; null when nobody yet
     * @param remark       what happened, e.g. why it was returned; null for nothing
     * @param received     null when not yet received
     * @param handedOver   null when not yet handed over
     * @param waiting      working time before receipt, in words; null while unknown
     * @param inWork       working time in work, in words; null while unknown
     * @param overStandard whether the time in work is over the standard; printed bold
     * @param standard     standard of the step, in words
     */
    public record Row(int step, StepShape shape, String activity, String officer, String remark, Mark received,
            Mark handedOver, String waiting, String inWork, boolean overStandard, String standard) {
    }

    /** A moment and the initials of the officer who recorded it. */
    public record Mark(Instant at, String initials) {
    }
}

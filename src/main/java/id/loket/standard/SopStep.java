package id.loket.standard;

import id.loket.worktime.WorkDuration;
import java.util.List;
import java.util.Set;

/**
 * One row of the SOP table.
 *
 * @param no                1 for the first
 * @param activity          column <i>kegiatan</i>; sentences of several people on a line each
 * @param shortName         a few words for step lines and cards, e.g. "Paraf Ahli Muda"
 * @param kind              what happens to the file
 * @param actor             role of the officer whose step it is; never the applicant
 * @param present           roles that take part besides, without holding the file; may contain {@link Actor#APPLICANT}
 * @param inputs            column <i>kelengkapan</i>: what the step needs
 * @param time              column <i>waktu</i>: the standard, in the unit of the document
 * @param output            column <i>output</i>
 * @param returnTo          numbers of the earlier steps that the file may be sent back to
 * @param returnToApplicant whether the file may go back to the applicant to be completed
 * @param mayReject         whether the application may be refused here
 * @param mayRefuse         of {@link StepKind#PREPARE}: the letter may be drawn up as a refusal, which goes the same way to the applicant
 * @param remark            column <i>keterangan</i>; null for none
 * @param publicName        what happens, as told to applicants, e.g. "Surat diparaf"
 * @param publicNote        what it means for the applicant; null for nothing
 */
public record SopStep(
        int no,
        Text activity,
        Text shortName,
        StepKind kind,
        String actor,
        Set<String> present,
        List<Text> inputs,
        WorkDuration time,
        Text output,
        Set<Integer> returnTo,
        boolean returnToApplicant,
        boolean mayReject,
        boolean mayRefuse,
        Text remark,
        Text publicName,
        Text publicNote) {

    public SopStep {
        present = Faults.copy(present);
        inputs = Faults.copy(inputs);
        returnTo = Faults.copy(returnTo);
        Faults faults = new Faults()
                .expect(no >= 1, "no", "step-no")
                .given(activity, "activity")
                .given(shortName, "shortName")
                .given(kind, "kind")
                .code(actor, "actor")
                .expect(!Actor.APPLICANT.equals(actor), "actor", "applicant-actor")
                .comparing("actor", "present")
                .expect(actor == null || Actor.APPLICANT.equals(actor) || !present.contains(actor), "present", "actor-present")
                .expect(!inputs.isEmpty(), "inputs", "no-inputs")
                .given(time, "time")
                .given(output, "output")
                .given(publicName, "publicName");
        for (int earlier : returnTo) {
            faults.expect(
                    earlier >= 1 && earlier < no, "returnTo", "return-later", no, earlier);
        }
        boolean secondExit = returnToApplicant || mayReject || !returnTo.isEmpty();
        faults.expect(
                kind != StepKind.CHECK || secondExit,
                "kind",
                "one-exit",
                no);
        faults.expect(
                kind != StepKind.DELIVER || !secondExit, "kind", "deliver-exit", no);
        faults.expect(!mayRefuse || kind == StepKind.PREPARE, "mayRefuse", "may-refuse");
        faults.raise();
    }

    /** Whether the applicant takes part, e.g. comes to the counter. */
    public boolean withApplicant() {
        return present.contains(Actor.APPLICANT);
    }
}

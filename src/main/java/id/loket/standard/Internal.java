package id.loket.standard;

import java.util.List;

/**
 * The eight components of the inner management (<i>manufacturing</i>).
 *
 * @param legalBasis      component 1 (MFG-1)
 * @param facilities      component 2 (MFG-2)
 * @param competences     component 3 (MFG-3)
 * @param internalControl component 4 (MFG-4)
 * @param staffing        component 5 (MFG-5)
 * @param guarantees      component 6 (MFG-6)
 * @param safety          component 7 (MFG-7)
 * @param evaluation      component 8 (MFG-8)
 */
public record Internal(
        List<Legal> legalBasis,
        List<Facility> facilities,
        List<Competence> competences,
        List<Clause> internalControl,
        Staffing staffing,
        List<Clause> guarantees,
        List<Clause> safety,
        List<Clause> evaluation) {

    public Internal {
        legalBasis = Faults.copy(legalBasis);
        facilities = Faults.copy(facilities);
        competences = Faults.copy(competences);
        internalControl = Faults.copy(internalControl);
        guarantees = Faults.copy(guarantees);
        safety = Faults.copy(safety);
        evaluation = Faults.copy(evaluation);
        Faults faults = new Faults()
                .expect(!legalBasis.isEmpty(), "legalBasis", "component 1, legalBasis, is missing")
                .expect(!facilities.isEmpty(), "facilities", "component 2, facilities, is missing")
                .expect(!competences.isEmpty(), "competences", "component 3, competences, is missing")
                .expect(!internalControl.isEmpty(), "internalControl", "component 4, internalControl, is missing")
                .expect(staffing != null, "staffing", "component 5, staffing, is missing")
                .expect(!guarantees.isEmpty(), "guarantees", "component 6, guarantees, is missing")
                .expect(!safety.isEmpty(), "safety", "component 7, safety, is missing")
                .expect(!evaluation.isEmpty(), "evaluation", "component 8, evaluation, is missing");
        faults.unique(legalBasis, Legal::code, "legalBasis", "code");
        faults.unique(facilities, Facility::code, "facilities", "code");
        faults.unique(competences, Competence::code, "competences", "code");
        faults.unique(internalControl, Clause::code, "internalControl", "code");
        faults.unique(guarantees, Clause::code, "guarantees", "code");
        faults.unique(safety, Clause::code, "safety", "code");
        faults.unique(evaluation, Clause::code, "evaluation", "code");
        faults.raise();
    }
}

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
        new Faults()
                .expect(!legalBasis.isEmpty(), "legalBasis", "missing-component", 1, "legalBasis")
                .expect(!facilities.isEmpty(), "facilities", "missing-component", 2, "facilities")
                .expect(!competences.isEmpty(), "competences", "missing-component", 3, "competences")
                .expect(!internalControl.isEmpty(), "internalControl", "missing-component", 4, "internalControl")
                .expect(staffing != null, "staffing", "missing-component", 5, "staffing")
                .expect(!guarantees.isEmpty(), "guarantees", "missing-component", 6, "guarantees")
                .expect(!safety.isEmpty(), "safety", "missing-component", 7, "safety")
                .expect(!evaluation.isEmpty(), "evaluation", "missing-component", 8, "evaluation")
                .comparing("legalBasis", "facilities", "competences", "internalControl", "guarantees", "safety", "evaluation")
                .unique(legalBasis, Legal::code, "legalBasis", "code")
                .unique(facilities, Facility::code, "facilities", "code")
                .unique(competences, Competence::code, "competences", "code")
                .unique(internalControl, Clause::code, "internalControl", "code")
                .unique(guarantees, Clause::code, "guarantees", "code")
                .unique(safety, Clause::code, "safety", "code")
                .unique(evaluation, Clause::code, "evaluation", "code")
                .raise();
    }
}

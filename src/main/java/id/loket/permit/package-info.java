/**
 * Permits: the letter that a file produces, its signature, its number, its verification, and its delivery into the applicant's hand
 * (SOP-3, SOP-7 to SOP-9). Hangs on the movements of files by {@link id.loket.casefile.StepDuty}.
 */
package id.loket.permit;

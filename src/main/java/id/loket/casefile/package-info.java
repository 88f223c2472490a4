/**
 * Files (<i>berkas</i>): their intake, their control card, the work lists and the pages of the officers who move them. Every movement
 * of a file goes through {@link id.loket.casefile.CaseFiles}; modules above hang on by {@link id.loket.casefile.StepDuty} and
 * {@link id.loket.casefile.FilePapers}, and hear of movements by the event {@link id.loket.casefile.FileMoved}.
 */
package id.loket.casefile;

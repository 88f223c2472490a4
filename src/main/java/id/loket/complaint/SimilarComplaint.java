package id.loket.complaint;

import id.loket.complaint.handling.Status;
import java.time.LocalDate;

/**
 * An open complaint like one that somebody is about to make, with nothing of who made it or what it says.
 *
 * @param kind null before it was sorted
 */
public record SimilarComplaint(LocalDate receivedOn, Status status, ComplaintKinds.Kind kind) {}

package id.loket.complaint.imports;

import id.loket.complaint.handling.Medium;
import java.time.Instant;
import java.util.List;

/**
 * A table that was uploaded.
 *
 * @param by      name of the officer
 * @param doneAt  when it was imported or thrown away; null while it waits
 * @param known   lines left out because their number was there before
 * @param faulty  lines left out because something was to be mended
 * @param made    how many complaints were made of it
 */
public record Upload(
        long id, Medium medium, String fileName, String by, Instant uploadedAt, State state, Instant doneAt, int known, int faulty, int made) {

    public enum State {
        WAITING,
        DONE,
        DISCARDED
    }

    /** A complaint that was made of one of its lines. */
    public record Made(int line, String number, String subject) {}

    /** It with the complaints that were made of it, in the order of lines. */
    public record WithMade(Upload upload, List<Made> made) {}
}

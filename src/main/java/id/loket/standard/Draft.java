package id.loket.standard;

import java.time.Instant;

/**
 * What an office is writing: the next version of a service, of which there is one at a time.
 *
 * @param id        of this draft; a later draft of the service has another
 * @param revision  counts the changes, 1 for the first text
 * @param changedBy name of who changed it last
 */
public record Draft(String code, long id, String yaml, int revision, Instant changedAt, String changedBy) {

    /** Longest text in characters, inclusive: seven times that of the longest service that ships. */
    public static final int LONGEST = 256 * 1024;

    /** What is to be said of the text. */
    public DraftCheck check() {
        return DraftCheck.of(yaml);
    }
}

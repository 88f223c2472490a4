package id.loket.standard;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The public's part in a standard (Law 25/2009 article 20, PP 96/2012): who said what about a draft.
 *
 * @param id           0 for one that isn't recorded yet
 * @param participants who took part
 * @param summary      what was said, and what became of it
 * @param minutesName  name of the minutes, a PDF; empty for none
 * @param recordedAt   null for one that isn't recorded yet, as is recordedBy
 */
public record Consultation(
        long id,
        long draftId,
        LocalDate heldOn,
        String participants,
        Medium medium,
        String summary,
        String minutesName,
        Instant recordedAt,
        String recordedBy) {

    /** By what the public was heard. */
    public enum Medium {
        MEETING,
        WRITTEN,
        ONLINE,
        MEDIA
    }
}

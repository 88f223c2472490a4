package id.loket.complaint.book;

import java.time.Instant;

/**
 * Something that happened to a report.
 *
 * @param officerId 0: the system
 * @param name      of the officer as it was then
 * @param nip       of the officer as it was then; empty for none
 * @param role      in which the officer acted
 * @param section   whose contribution, or to whom it is returned; empty: none
 * @param text      remarks, contribution or notes
 * @param content   what was sent, as JSON; empty: nothing was
 * @param hash      SHA-256 of what was approved; empty: nothing was
 */
public record ReportEvent(
        int seq,
        ReportAction action,
        Instant at,
        long officerId,
        String name,
        String nip,
        String role,
        String section,
        String text,
        String content,
        String hash) {}

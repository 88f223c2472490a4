package id.loket.complaint.imports;

import java.time.Instant;

/**
 * Out of which line of which table a complaint came.
 *
 * @param id of the import
 * @param by name of the officer
 */
public record Origin(long id, int line, String fileName, Instant at, String by) {}

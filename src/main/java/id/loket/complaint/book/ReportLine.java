package id.loket.complaint.book;

import java.time.YearMonth;

/**
 * A report in a list.
 *
 * @param number of the letter; empty before it is approved
 */
public record ReportLine(YearMonth month, ReportState state, String number) {}

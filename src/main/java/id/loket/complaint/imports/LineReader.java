package id.loket.complaint.imports;

import id.loket.complaint.Complainant;
import id.loket.complaint.NewComplaint;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.imports.Finding.Level;
import id.loket.complaint.imports.Preview.Good;
import id.loket.complaint.imports.Table.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** Reads complaints from the lines of one table. */
final class LineReader {

    private static final Set<String> YES = Set.of("ya", "y", "yes", "true", "1", "x", "v", "✓", "anonim", "rahasia");
    private static final Set<String> NO = Set.of("", "-", "tidak", "t", "n", "no", "false", "0", "publik", "terbuka");
    private static final Set<String> NOBODY = Set.of("anonim", "anonymous", "pelapor anonim");

    /** Characters of a story that make a subject where none is given. */
    private static final int SUBJECT = 100;

    private final Table table;
    private final Mapping mapping;
    private final Medium medium;
    private final LocalDate today;
    private final List<Finding> findings;

    /** @param findings where what is found is added */
    LineReader(Table table, Mapping mapping, Medium medium, LocalDate today, List<Finding> findings) {
        this.table = table;
        this.mapping = mapping;
        this.medium = medium;
        this.today = today;
        this.findings = findings;
    }

    /** @param token of the line, so that it makes one complaint however often it is sent */
    Good read(Row row, String token) {
        if (row.cells().size() > table.head().size()) {
            fault(row, null, "complaintimport.wide", row.cells().size(), table.head().size());
        }
        String story = cell(row, Column.STORY);
        String subject = cell(row, Column.SUBJECT);
        String name = cell(row, Column.NAME);
        boolean nobody = NOBODY.contains(name.toLowerCase(Locale.ROOT));
        NewComplaint complaint = new NewComplaint(
                medium,
                new Complainant(
                        nobody ? "" : name,
                        cell(row, Column.ADDRESS),
                        cell(row, Column.PHONE),
                        "",
                        cell(row, Column.EMAIL),
                        yes(row, Column.ANONYMOUS) || nobody,
                        yes(row, Column.CONFIDENTIAL)),
                cell(row, Column.REGISTRATION).toUpperCase(Locale.ROOT),
                cell(row, Column.OUTSIDE_NUMBER),
                day(row, Column.HAPPENED_ON),
                subject.isEmpty() ? beginning(story) : subject,
                story,
                cell(row, Column.WANTED),
                token);
        return new Good(row.line(), complaint, sentOn(row));
    }

    private LocalDate sentOn(Row row) {
        LocalDate day = day(row, Column.SENT_ON);
        if (day != null && day.isAfter(today)) {
            fault(row, Column.SENT_ON, "complaintimport.sentOn.future");
        }
        return day;
    }

    private LocalDate day(Row row, Column column) {
        String typed = cell(row, column);
        if (typed.isEmpty()) {
            return null;
        }
        LocalDate day = Days.read(typed).orElse(null);
        if (day == null) {
            fault(row, column, "complaintimport.day", typed);
        }
        return day;
    }

    private boolean yes(Row row, Column column) {
        String typed = cell(row, column).toLowerCase(Locale.ROOT);
        if (!YES.contains(typed) && !NO.contains(typed)) {
            fault(row, column, "complaintimport.yesNo", typed);
        }
        return YES.contains(typed);
    }

    private static String beginning(String story) {
        String first = story.lines().findFirst().orElse("");
        int end = Math.min(first.length(), SUBJECT);
        return end < first.length() ? first.substring(0, Character.isHighSurrogate(first.charAt(end - 1)) ? end - 1 : end).strip() + "…" : first;
    }

    /** Without the apostrophe that keeps table programs from taking it for a formula. */
    private String cell(Row row, Column column) {
        OptionalInt place = mapping.of(column);
        return place.isPresent() ? row.cell(place.getAsInt()).replaceFirst("^'(?=[=+@-])", "") : "";
    }

    private void fault(Row row, Column column, String key, Object... args) {
        findings.add(new Finding(row.line(), Level.FAULT, column, key, args));
    }
}

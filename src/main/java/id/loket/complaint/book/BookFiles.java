package id.loket.complaint.book;

import id.loket.document.Papers;
import id.loket.document.Printing;
import id.loket.document.RegisterSheet;
import id.loket.document.RegisterSheet.Cell;
import id.loket.document.RegisterSheet.Line;
import id.loket.office.OfficeLetterheads;
import id.loket.platform.security.SignedIn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/** The complaint book as PDF, XLSX and CSV. Nothing in a file is a formula, whatever a complainant wrote. */
@Component
class BookFiles {

    /** What a table program takes for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r";

    /** The most characters that a cell of XLSX takes. */
    private static final int LONGEST_CELL = 32_767;

    private static final DateTimeFormatter CSV_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Papers papers;
    private final OfficeLetterheads letterheads;
    private final Clock clock;

    BookFiles(Papers papers, OfficeLetterheads letterheads, Clock clock) {
        this.papers = papers;
        this.letterheads = letterheads;
        this.clock = clock;
    }

    /** Comma-separated, UTF-8 with a mark in front that table programs look for; what could be a formula stands behind an apostrophe. */
    byte[] csv(BookWords words, List<BookRow> rows, boolean full) {
        List<BookWords.Column> columns = words.columns(full);
        StringBuilder text = new StringBuilder("\uFEFF");
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(columns.stream().map(c -> words.head(c.key())).toList());
            for (BookRow row : rows) {
                printer.printRecord(columns.stream().map(c -> plain(c.value().apply(row))).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String plain(Object value) {
        return switch (value) {
            case LocalDateTime at -> CSV_TIME.format(at);
            case Integer number -> number.toString();
            default -> {
                String text = value.toString();
                yield !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
            }
        };
    }

    /** One sheet; times are times and counts are numbers, everything else is text, which no program reads as a formula. */
    byte[] xlsx(BookWords words, List<BookRow> rows, boolean full) {
        List<BookWords.Column> columns = words.columns(full);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Loket", "1.0")) {
            Worksheet sheet = book.newWorksheet(words.ui().t("book.sheet"));
            for (int n = 0; n < columns.size(); n++) {
                sheet.value(0, n, words.head(columns.get(n).key()));
                sheet.width(n, n < 5 ? 20 : 28);
            }
            sheet.range(0, 0, 0, columns.size() - 1).style().bold().wrapText(true).set();
            sheet.freezePane(1, 1);
            for (int r = 0; r < rows.size(); r++) {
                for (int n = 0; n < columns.size(); n++) {
                    cell(sheet, r + 1, n, columns.get(n).value().apply(rows.get(r)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void cell(Worksheet sheet, int row, int column, Object value) {
        switch (value) {
            case LocalDateTime at -> {
                sheet.value(row, column, at);
                sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
            }
            case Integer number -> sheet.value(row, column, number);
            default -> {
                String text = value.toString().replaceAll("[^\\t\\n\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "");
                sheet.value(row, column, text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
            }
        }
    }

    byte[] pdf(SignedIn officer, BookWords words, BookFilter filter, List<BookRow> rows) {
        return papers.registerSheet(
                new RegisterSheet(
                        words.ui().t("book.title"),
                        filter.period().from(),
                        filter.period().to(),
                        Stream.of(
                                        words.ui().t("book.paper." + filter.matter()),
                                        filter.narrows() ? words.ui().t("book.paper.part") : "",
                                        words.ui().t("book.paper.hidden"))
                                .filter(note -> !note.isEmpty())
                                .toList(),
                        filter.full() ? fullColumns(words) : fourColumns(words),
                        rows.stream().map(row -> filter.full() ? fullCells(words, row) : fourCells(words, row)).toList(),
                        new Printing(clock.instant(), officer.name(), 1)),
                letterheads.of(officer.officeId()),
                words.ui().locale());
    }

    private static List<RegisterSheet.Column> fourColumns(BookWords words) {
        return List.of(
                column(words, "number", 34),
                column(words, "date", 30),
                column(words, "identity", 100),
                column(words, "kind", 69),
                column(words, "weight", 40));
    }

    private static List<Cell> fourCells(BookWords words, BookRow row) {
        return List.of(
                cell(strong(row.number())),
                cell(line(words.date(row)), line(words.time(row))),
                lines(words, row, List.of(identity(words, row))),
                cell(line(words.kind(row))),
                cell(line(words.weight(row))));
    }

    private static List<RegisterSheet.Column> fullColumns(BookWords words) {
        return List.of(
                column(words, "paper.number", 30),
                column(words, "identity", 34),
                column(words, "paper.sorted", 30),
                column(words, "paper.content", 47),
                column(words, "paper.route", 43),
                column(words, "actions", 36),
                column(words, "paper.answer", 32),
                column(words, "paper.end", 21));
    }

    private static List<Cell> fullCells(BookWords words, BookRow row) {
        List<Line> who = new ArrayList<>(List.of(identity(words, row)));
        words.reach(row).forEach(reach -> who.add(line(reach)));
        if (!words.flags(row).isEmpty()) {
            who.add(line(words.flags(row)));
        }
        List<Line> content = new ArrayList<>(List.of(
                new Line(words.subject(row), words.struck(row, "subject", row.subject()), true),
                line(words.of(row, "story", row.story()))));
        if (!row.wanted().isEmpty()) {
            content.add(line(words.ui().t("book.wanted", words.of(row, "wanted", row.wanted()))));
        }
        content.add(line(words.ui().t("book.attachments", row.attachments())));
        List<Line> route = new ArrayList<>(List.of(strong(words.section(row))));
        words.deadlines(row).forEach(deadline -> route.add(line(deadline)));
        List<Line> answer = new ArrayList<>();
        words.decisions(row).forEach(decision -> answer.add(line(decision)));
        words.replies(row).forEach(reply -> answer.add(strong(reply)));
        words.reactions(row).forEach(reaction -> answer.add(line(reaction)));
        return List.of(
                cell(strong(row.number()), line(words.date(row) + " " + words.time(row)), line(words.medium(row)), line(words.recordedBy(row))),
                lines(words, row, who),
                cell(
                        strong(words.kind(row)),
                        line(words.weight(row)),
                        line(words.responseClass(row)),
                        new Line(words.of(row, "registration", row.registration()), words.struck(row, "registration", row.registration()), false)),
                new Cell(content),
                new Cell(route),
                new Cell(words.actions(row).stream().map(BookFiles::line).toList()),
                new Cell(answer),
                cell(line(words.state(row)), line(words.of(row, "outsideNumber", row.outsideNumber())), line(words.examined(row))));
    }

    private static Line identity(BookWords words, BookRow row) {
        return new Line(words.name(row), words.struck(row, "name", row.complainant().name()), true);
    }

    /** Lines with what was put right below them. */
    private static Cell lines(BookWords words, BookRow row, List<Line> lines) {
        return new Cell(Stream.concat(lines.stream(), words.corrections(row).stream().map(BookFiles::line)).toList());
    }

    private static RegisterSheet.Column column(BookWords words, String key, double width) {
        return new RegisterSheet.Column(words.head(key), width);
    }

    private static Cell cell(Line... lines) {
        return new Cell(Stream.of(lines).filter(line -> !line.text().isEmpty() || !line.struck().isEmpty()).toList());
    }

    private static Line line(String text) {
        return new Line(text, "", false);
    }

    private static Line strong(String text) {
        return new Line(text, "", true);
    }
}

package id.loket.complaint.imports;

import id.loket.complaint.imports.ImportRefused.Reason;
import id.loket.complaint.imports.Table.Row;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a table from a CSV file as table programs write it: in UTF-8, UTF-16 or Windows-1252; with commas, semicolons or tabs; and, as
 * LAPOR's own, with a few lines above its head. Which it is shows from which of them gives the best known head.
 */
final class TableReader {

    /** Bytes. */
    static final int LARGEST = 5 * 1024 * 1024;

    /** Lines below the head. */
    static final int MOST_ROWS = 1000;

    static final int MOST_COLUMNS = 100;

    /** Lines among which the head is looked for. */
    private static final int HIGHEST = 30;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char[] SEPARATORS = {';', ',', '\t'};

    /** What some table programs write above the head to say which separator they take. */
    private static final Pattern SAID = Pattern.compile("(?i)\\A\"?sep=(.)\"?(?=\\r?\\n)");

    private record Text(String text, String encoding) {}

    /** A head that was found: where, how many of its columns are known, and how many it has. */
    private record Head(int place, int known, int width) {}

    private TableReader() {}

    /** @throws ImportRefused if it is no such table, or a larger one */
    static Table read(byte[] content) {
        Text read = decode(content);
        Matcher said = SAID.matcher(read.text());
        boolean says = said.find();
        String text = says ? said.replaceFirst("") : read.text();
        char separator = says ? said.group(1).charAt(0) : separator(text);
        List<Row> rows = rows(text, separator, false);
        if (rows.isEmpty()) {
            throw new ImportRefused(Reason.EMPTY);
        }
        rows.stream().filter(row -> row.cells().size() > MOST_COLUMNS).findFirst().ifPresent(wide -> {
            throw new ImportRefused(Reason.TOO_MANY_COLUMNS, wide.line(), MOST_COLUMNS);
        });
        int head = head(rows).place();
        List<Row> below = rows.subList(head + 1, rows.size());
        if (below.isEmpty()) {
            throw new ImportRefused(Reason.NO_LINES);
        }
        if (below.size() > MOST_ROWS) {
            throw new ImportRefused(Reason.TOO_MANY_LINES, below.size(), MOST_ROWS);
        }
        return new Table(rows.get(head).cells(), List.copyOf(below), separator, read.encoding());
    }

    private static Text decode(byte[] content) {
        if (content.length == 0) {
            throw new ImportRefused(Reason.EMPTY);
        }
        if (content.length > LARGEST) {
            throw new ImportRefused(Reason.TOO_LARGE, LARGEST / 1024 / 1024);
        }
        Text text = begins(content, 0xEF, 0xBB, 0xBF)
                ? decoded(content, 3, StandardCharsets.UTF_8)
                : begins(content, 0xFF, 0xFE)
                        ? decoded(content, 2, StandardCharsets.UTF_16LE)
                        : begins(content, 0xFE, 0xFF)
                                ? decoded(content, 2, StandardCharsets.UTF_16BE)
                                : Stream.of(StandardCharsets.UTF_8, WINDOWS)
                                        .map(charset -> decoded(content, 0, charset))
                                        .filter(each -> each != null)
                                        .findFirst()
                                        .orElse(null);
        if (begins(content, 'P', 'K', 3, 4) || begins(content, 0xD0, 0xCF, 0x11, 0xE0) || begins(content, '%', 'P', 'D', 'F')
                || text != null && text.text().indexOf('\0') >= 0) {
            throw new ImportRefused(Reason.NOT_CSV);
        }
        if (text == null) {
            throw new ImportRefused(Reason.ENCODING);
        }
        return text;
    }

    /** Null where the bytes aren't text in that encoding. */
    private static Text decoded(byte[] content, int from, Charset charset) {
        try {
            return new Text(
                    charset.newDecoder().decode(ByteBuffer.wrap(content, from, content.length - from)).toString(), charset.name());
        } catch (CharacterCodingException other) {
            return null;
        }
    }

    private static boolean begins(byte[] content, int... first) {
        for (int i = 0; i < first.length; i++) {
            if (i >= content.length || (content[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }

    private static char separator(String text) {
        char best = SEPARATORS[0];
        Head bestHead = new Head(0, -1, 0);
        for (char each : SEPARATORS) {
            List<Row> rows = rows(text, each, true);
            Head head = rows.isEmpty() ? bestHead : head(rows);
            if (head.known() > bestHead.known() || head.known() == bestHead.known() && head.width() > bestHead.width()) {
                best = each;
                bestHead = head;
            }
        }
        return best;
    }

    /** The line with the most known names; where none is known, the first. */
    private static Head head(List<Row> rows) {
        Head best = new Head(0, 0, rows.getFirst().cells().size());
        for (int place = 0; place < Math.min(HIGHEST, rows.size()); place++) {
            List<String> cells = rows.get(place).cells();
            int known = Mapping.guess(cells).columns().size();
            if (known > 1 && known > best.known()) {
                best = new Head(place, known, cells.size());
            }
        }
        return best;
    }

    /** @param trial whether only the first lines are looked at, and a fault in them is none: with another separator it may be fine */
    private static List<Row> rows(String text, char separator, boolean trial) {
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(false).get();
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            Iterator<CSVRecord> records = parser.iterator();
            while (!trial || rows.size() < HIGHEST) {
                int line = (int) parser.getCurrentLineNumber() + 1;
                try {
                    if (!records.hasNext()) {
                        break;
                    }
                } catch (UncheckedIOException | IllegalStateException quotes) {
                    if (trial) {
                        break;
                    }
                    throw new ImportRefused(Reason.QUOTES, line);
                }
                add(rows, line, records.next());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static void add(List<Row> rows, int line, CSVRecord record) {
        List<String> cells = record.stream().map(String::strip).toList();
        if (!cells.stream().allMatch(String::isEmpty)) {
            rows.add(new Row(line, cells));
        }
    }
}

package id.loket.complaint.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.complaint.imports.ImportRefused.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as programs write them, sound and broken: each is read, or refused with its reason. */
@Tag("PGD-j1")
class TableReaderTest {

    private static final String LAPOR = """
            Data Laporan;;;;
            Dinas Contoh;;;;

            Tracking ID;Tanggal Laporan Masuk;Judul Laporan;Isi Laporan Awal;Status Laporan
            5049672;6 Jan 2026;"Antrean; panjang";"Baris satu
            baris dua";Terverifikasi
            5049673;7 Jan 2026;Biaya;Diminta “uang lelah”;Terverifikasi
            """;

    static Stream<Arguments> encodings() {
        Charset windows = Charset.forName("windows-1252");
        return Stream.of(
                Arguments.of("UTF-8", bytes("", StandardCharsets.UTF_8)),
                Arguments.of("UTF-8", bytes("\uFEFF", StandardCharsets.UTF_8)),
                Arguments.of("windows-1252", bytes("", windows)),
                Arguments.of("UTF-16LE", bytes("\uFEFF", StandardCharsets.UTF_16LE)),
                Arguments.of("UTF-16BE", bytes("\uFEFF", StandardCharsets.UTF_16BE)));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void the_table_of_lapor_is_read_in_every_encoding_with_its_title_above_the_head(String encoding, byte[] content) {
        Table table = TableReader.read(content);
        assertThat(table.encoding()).isEqualTo(encoding);
        assertThat(table.head()).first().isEqualTo("Tracking ID");
        assertThat(table.rows()).extracting(Table.Row::line).containsExactly(5, 7);
        assertThat(table.rows().getFirst().cells()).containsExactly("5049672", "6 Jan 2026", "Antrean; panjang", "Baris satu\nbaris dua", "Terverifikasi");
        assertThat(table.rows().getLast().cell(3)).isEqualTo("Diminta “uang lelah”");
        assertThat(Mapping.guess(table.head()).columns())
                .isEqualTo(Map.of(Column.OUTSIDE_NUMBER, 0, Column.SENT_ON, 1, Column.SUBJECT, 2, Column.STORY, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Nomor,Isi\n1,\"a, b; c\"", "Nomor;Isi\r\n1;\"a, b; c\"\r\n", "Nomor\tIsi\n1\ta, b; c", "sep=|\nNomor|Isi\n1|a, b; c",
        "Isi;Nomor\n\n\n\"a, b; c\";1\n\n"})
    void whatever_separates_the_cells(String text) {
        Table table = read(text);
        int story = Mapping.guess(table.head()).of(Column.STORY).orElseThrow();
        assertThat(table.rows()).singleElement().satisfies(row -> assertThat(row.cell(story)).isEqualTo("a, b; c"));
    }

    @Test
    void a_line_that_says_its_separator_is_counted() {
        assertThat(read("sep=;\nNomor;Isi\n1;a").rows().getFirst().line()).isEqualTo(3);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(Reason.EMPTY, ""),
                Arguments.of(Reason.EMPTY, "\uFEFF"),
                Arguments.of(Reason.EMPTY, "\n \n\t\n"),
                Arguments.of(Reason.NO_LINES, "Nomor;Isi\n"),
                Arguments.of(Reason.NO_LINES, "Nomor;Isi\n;\n\n"),
                Arguments.of(Reason.QUOTES, "Nomor;Isi\n1;\"tidak ditutup\n2;b"),
                Arguments.of(Reason.QUOTES, "Nomor;Isi\n1;\"a\"b"),
                Arguments.of(Reason.NOT_CSV, "PK\u0003\u0004xl/workbook.xml"),
                Arguments.of(Reason.NOT_CSV, "%PDF-1.7\n1,2"),
                Arguments.of(Reason.NOT_CSV, "Nomor;Isi\n1;a\u0000b"),
                Arguments.of(Reason.TOO_MANY_LINES, "Nomor;Isi\n" + "1;a\n".repeat(TableReader.MOST_ROWS + 1)),
                Arguments.of(Reason.TOO_MANY_COLUMNS, "Nomor;Isi\n1" + ";".repeat(500)),
                Arguments.of(Reason.TOO_LARGE, "Nomor;Isi\n1;" + "a".repeat(TableReader.LARGEST)));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void what_is_no_such_table_is_refused_with_the_reason(Reason reason, String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(ImportRefused.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void letters_of_no_known_encoding_are_refused() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes("Nomor;Isi\n1;a".getBytes(StandardCharsets.US_ASCII));
        content.write(0x81);
        assertThatThrownBy(() -> TableReader.read(content.toByteArray()))
                .isInstanceOfSatisfying(ImportRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.ENCODING));
    }

    @Test
    void a_quotation_mark_that_is_not_closed_is_told_with_its_line() {
        assertThatThrownBy(() -> read("Nomor;Isi\n1;a\n2;\"b\n3;c"))
                .isInstanceOfSatisfying(ImportRefused.class, e -> assertThat(e.args()).containsExactly(3));
    }

    @ParameterizedTest
    @CsvSource({
        "20-11-2026, 2026-11-20", "20/11/2026 10.15, 2026-11-20", "20.11.2026, 2026-11-20", "2026-11-20T10:15:00Z, 2026-11-20",
        "6 Jan 2026, 2026-01-06", "17 Agustus 2026, 2026-08-17", "17-Agt-2026, 2026-08-17", "5 Mei 2026 08:00, 2026-05-05", "31 Des 2025, 2025-12-31",
        "31-02-2026,", "20-11-26,", "kemarin,", "2026,", "20 Foo 2026,", "99999-99-99,"})
    void days_are_read_as_tables_write_them(String text, LocalDate day) {
        assertThat(Days.read(text)).isEqualTo(java.util.Optional.ofNullable(day));
    }

    private static byte[] bytes(String mark, Charset charset) {
        return (mark + LAPOR).getBytes(charset);
    }

    private static Table read(String text) {
        return TableReader.read(text.getBytes(StandardCharsets.UTF_8));
    }
}

package id.loket.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.testing.Visitor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Control cards are collected by any filter and printed many at once. */
@LoketTest
@Tag("MFG-4d")
class CardCollectionTest {

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private CaseFileReader reader;

    @Autowired
    private FilePrints prints;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private Visitor clerk;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23 09:00");
        clerk = Visitor.signedIn(port, "loket");
    }

    @Test
    void cards_are_found_by_where_the_file_is_and_whether_it_is_late() {
        String file = office.fileSentTo(4);
        assertThat(clerk.get("/kartu-kendali?langkah=4&cari=" + file).body()).contains(">" + file + "<");
        assertThat(clerk.get("/kartu-kendali?langkah=5&cari=" + file).body()).doesNotContain(">" + file + "<");
        assertThat(clerk.get("/kartu-kendali?terlambat=true&cari=" + file).body()).doesNotContain(">" + file + "<");
        assertThat(clerk.get("/kartu-kendali?keadaan=CLOSED&cari=" + file).body()).doesNotContain(">" + file + "<");
        assertThat(clerk.get("/kartu-kendali?layanan=OPTIKAL&cari=" + file).body()).doesNotContain(">" + file + "<");
        clock.set("2026-11-30 09:00");
        assertThat(clerk.get("/kartu-kendali?terlambat=true&dari=2026-11-23&sampai=2026-11-23&cari=" + file).body()).contains(">" + file + "<");
        assertThat(clerk.get("/kartu-kendali?dari=2026-11-24&cari=" + file).body()).doesNotContain(">" + file + "<");
    }

    @Test
    void who_has_no_part_in_a_service_collects_none_of_its_cards() {
        String file = office.completeFile();
        Visitor treasurer = Visitor.signedIn(port, "bendahara");
        assertThat(treasurer.get("/kartu-kendali?cari=" + file).body()).doesNotContain(">" + file + "<");
        assertThat(treasurer.post("/kartu-kendali/cetak", Map.of("berkas", file)).statusCode()).isEqualTo(404);
    }

    @Test
    void many_cards_come_in_one_paper_each_on_its_own_page_with_its_own_foot() throws Exception {
        String first = office.completeFile();
        String second = office.fileSentTo(4);
        byte[] pdf = prints.controlCards(
                office.person("loket"),
                List.of(reader.file(office.person("loket"), first), reader.file(office.person("loket"), second)),
                Locale.of("id"));
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            PDFTextStripper text = new PDFTextStripper();
            text.setEndPage(1);
            assertThat(text.getText(document)).contains(first).doesNotContain(second);
            text.setStartPage(2);
            text.setEndPage(2);
            assertThat(text.getText(document)).contains(second).doesNotContain(first);
        }
    }

    @Test
    void nonsense_collects_nothing_and_harms_nothing() {
        for (String query : new String[] {"langkah=-1", "langkah=x", "dari=kemarin", "cari=%27%3B--", "layanan=%00", "sampai=9999-99-99"}) {
            assertThat(clerk.get("/kartu-kendali?" + query).statusCode()).as(query).isIn(200, 400);
        }
        assertThat(clerk.get("/kartu-kendali?keadaan=SOMETHING").statusCode()).isEqualTo(400);
        assertThat(clerk.post("/kartu-kendali/cetak", Map.of()).statusCode()).isEqualTo(422);
    }
}

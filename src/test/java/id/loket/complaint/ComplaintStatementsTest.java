package id.loket.complaint;

import static id.loket.complaint.ComplaintDesk.complaint;
import static org.assertj.core.api.Assertions.assertThat;

import id.loket.casefile.OfficeAtWork;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Order;
import id.loket.complaint.handling.Weight;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.testing.Statements;
import id.loket.testing.Visitor;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of complaints ask the database the same few times however many complaints there are and however much happened to one. */
@LoketTest
class ComplaintStatementsTest {

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private Complaints complaints;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private ComplaintDesk desk;
    private Visitor clerk;

    @BeforeEach
    void aFarMonth() {
        clock.set("2044-03-07 09:00");
        desk = new ComplaintDesk(office, complaints);
        clerk = Visitor.signedIn(port, "pengaduan");
    }

    @Test
    void the_list_the_book_and_the_tasks() {
        List<String> paths = List.of(
                "/pengaduan?antrean=SEMUA", "/pengaduan?cari=Izin", "/pengaduan/tugas", "/pengaduan/surel", "/pengaduan/impor",
                "/pengaduan/buku?dari=2044-03-01&sampai=2044-03-31&tampilan=lengkap");
        desk.sorted(complaint(Medium.PHONE), Weight.MEDIUM);
        List<Integer> before = paths.stream().map(path -> statements(path).size()).toList();
        for (int i = 0; i < 4; i++) {
            desk.sorted(complaint(Medium.PHONE), Weight.values()[i % 3]);
        }
        for (int i = 0; i < paths.size(); i++) {
            List<String> now = statements(paths.get(i));
            assertThat(now).as("%s: %s", paths.get(i), now).hasSize(before.get(i)).hasSizeLessThanOrEqualTo(16);
        }
    }

    @Test
    void the_page_of_one() {
        String number = desk.sorted(complaint(Medium.LETTER), Weight.MEDIUM);
        String path = "/pengaduan/" + number;
        int before = statements(path).size();
        for (int i = 0; i < 5; i++) {
            desk.does("pengaduan", number, new Order.Remark("Catatan " + i));
        }
        List<String> now = statements(path);
        assertThat(now).as("%s", now).hasSize(before).hasSizeLessThanOrEqualTo(30);
    }

    @Test
    void the_page_of_the_leadership() {
        Visitor head = Visitor.signedIn(port, "kadis");
        desk.sorted(complaint(Medium.PHONE), Weight.MEDIUM);
        int before = statements(head, "/pimpinan").size();
        for (int i = 0; i < 4; i++) {
            desk.sorted(complaint(Medium.PHONE), Weight.values()[i % 3]);
        }
        List<String> now = statements(head, "/pimpinan");
        assertThat(now).as("%s", now).hasSize(before).hasSizeLessThanOrEqualTo(16);
    }

    private List<String> statements(String path) {
        return statements(clerk, path);
    }

    private static List<String> statements(Visitor visitor, String path) {
        return Statements.of(() -> assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(200));
    }
}

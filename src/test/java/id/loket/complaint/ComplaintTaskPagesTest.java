package id.loket.complaint;

import static id.loket.complaint.ComplaintDesk.complaint;
import static org.assertj.core.api.Assertions.assertThat;

import id.loket.casefile.OfficeAtWork;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Order;
import id.loket.complaint.handling.ReplyWay;
import id.loket.complaint.handling.Status;
import id.loket.complaint.handling.Weight;
import id.loket.notice.Channel;
import id.loket.notice.MailingList;
import id.loket.notice.NoticeDesk;
import id.loket.notice.Subject;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.testing.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Answers that an officer gives by hand, and what a complaint's page tells of what was sent. */
@LoketTest
class ComplaintTaskPagesTest {

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private Complaints complaints;

    @Autowired
    private NoticeDesk delivery;

    @Autowired
    private MailingList mailing;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private ComplaintDesk desk;
    private Visitor clerk;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23 09:00");
        desk = new ComplaintDesk(office, complaints);
        clerk = Visitor.signedIn(port, "pengaduan");
    }

    @Test
    @Tag("PGD-f")
    @Tag("PGD-h")
    void who_called_is_called_back_and_the_complaint_is_answered_when_that_was_done() {
        String number = desk.sorted(complaint(Medium.PHONE), Weight.LIGHT);
        plan(number, "CALL", "Berkas siap besok.");
        assertThat(clerk.get("/pengaduan/tugas").body()).contains(number, "+6281200000184", "Berkas siap besok.");
        assertThat(status(number)).isEqualTo(Status.IN_HANDLING);
        String task = task(number);

        assertThat(tried(number, task, Map.of()).body()).contains("Galat: ", "Pilih hasilnya");
        assertThat(tried(number, task, Map.of("TRIED-outcome", "NOT_REACHED")).statusCode()).isEqualTo(302);
        assertThat(page(number)).contains("1 kali dicoba", "Tidak diangkat");
        HttpResponse<String> silent = tried(number, task, Map.of("TRIED-outcome", "DONE"));
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(silent.body()).contains("Tulis tanggapan pengadu");
        assertThat(status(number)).as("nothing was changed").isEqualTo(Status.IN_HANDLING);
        assertThat(tried(number, task, Map.of("TRIED-outcome", "DONE", "TRIED-reaction", "Menerima.")).statusCode()).isEqualTo(302);

        assertThat(status(number)).isEqualTo(Status.ANSWERED);
        assertThat(page(number)).contains("Dijawab lewat telepon", "Tersampaikan", "Menerima.");
        assertThat(clerk.get("/pengaduan/tugas").body()).doesNotContain(number);
        assertThat(tried(number, task, Map.of("TRIED-outcome", "DONE", "TRIED-reaction", "Lagi.")).statusCode()).as("once more").isEqualTo(409);
    }

    @Test
    @Tag("PGD-h")
    void a_fax_is_answered_by_fax_with_a_cover_sheet_to_print() throws IOException {
        String number = desk.sorted(complaint(Medium.FAX), Weight.LIGHT);
        plan(number, "FAX", "Berkas siap besok.");
        String task = task(number);
        try (var pdf = Loader.loadPDF(clerk.download("/pengaduan/" + number + "/tugas/" + task + "/faks.pdf").body())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains(number, "+62761000001", "Contoh Pengadu", "Berkas siap besok.");
        }
        tried(number, task, Map.of("TRIED-outcome", "GIVEN_UP", "TRIED-reaction", "Nomor salah"));
        assertThat(page(number)).contains("Tidak berhasil", "Nomor salah", "Jadikan tugas");
        plan(number, "FAX", "Berkas siap besok.");
        tried(number, task(number), Map.of("TRIED-outcome", "DONE"));
        assertThat(status(number)).isEqualTo(Status.ANSWERED);
    }

    @Test
    @Tag("PGD-d")
    void a_task_goes_round_nobody_who_decides_and_is_the_desks_alone() {
        String number = desk.sorted(complaint(Medium.PHONE), Weight.MEDIUM);
        HttpResponse<String> early = planned(number, "CALL", "Sudah.");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("masih diperlukan keputusan Kepala Bidang, Kepala Dinas", "Sudah.");
        Visitor head = Visitor.signedIn(port, "kadis");
        head.get("/pengaduan/" + number);
        assertThat(head.post("/pengaduan/" + number + "/tugas", Map.of("versi", "3", "ANSWER-way", "CALL", "ANSWER-text", "x")).statusCode()).isEqualTo(403);
        assertThat(head.get("/pengaduan/tugas").statusCode()).isEqualTo(403);

        String light = desk.sorted(complaint(Medium.PHONE), Weight.LIGHT);
        plan(light, "CALL", "Siap.");
        assertThat(planned(light, "CALL", "Siap.").body()).contains("Sudah ada tugas menjawab");
        assertThat(planned(light, "BY_PIGEON", "Siap.").body()).contains("Pilih salah satu cara menjawab");
        assertThat(planned(light, "FAX", "i".repeat(50_000)).body()).contains("Teks terlalu panjang");
        assertThat(clerk.get("/pengaduan/" + light + "/tugas/999999/faks.pdf").statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("PGD-f")
    void the_page_tells_the_number_of_the_letter_when_it_went_out_and_what_was_mailed() {
        String number = desk.sorted(complaint(Medium.LETTER), Weight.LIGHT);
        desk.does("pengaduan", number, new Order.Answer(ReplyWay.LETTER, "Berkas Anda sudah selesai.", ""));
        delivery.deliverDue(Channel.LETTER);
        delivery.deliverDue(Channel.EMAIL);
        MailingList.Letter letter = mailing.of(desk.desk(), Subject.complaint(number)).getFirst();
        assertThat(page(number)).contains("Surat " + letter.number(), "Di daftar ekspedisi", "/pemberitahuan/surat/" + letter.noticeId() + ".pdf");

        mailing.dispatch(desk.desk(), List.of(letter.noticeId()), LocalDate.parse("2026-11-23"), "Pos", List.of("P123"));
        assertThat(page(number)).contains("Dikirim 23 November 2026 lewat Pos (P123)", "Pengaduan diterima");
        assertThat(Visitor.signedIn(port, "kadis").get("/pengaduan/" + number).body())
                .as("the head sees that and when, without the address")
                .contains("Surat " + letter.number())
                .doesNotContain("/pemberitahuan/surat/" + letter.noticeId() + ".pdf");
    }

    @Test
    void every_page_of_complaints_is_reached_from_the_list_and_leads_back() {
        String list = clerk.get("/pengaduan").body();
        for (String path : List.of("/pengaduan/tugas", "/pengaduan/surel", "/pengaduan/impor", "/pengaduan/buku", "/pengaduan/laporan", "/pengaduan/baru")) {
            assertThat(list).as(path).contains("href=\"" + path + "\"");
            assertThat(clerk.get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(clerk.get(path).body()).as(path).contains("href=\"/pengaduan\"");
        }
        String number = desk.sorted(complaint(Medium.WEB), Weight.LIGHT);
        assertThat(page(number)).contains("/pengaduan/buku?dari=2026-11-01", "/pengaduan/laporan/2026-11");
        assertThat(clerk.get("/pengaduan/buku?dari=2026-11-01&sampai=2026-11-30&perihal=ALL&cari=" + number).body()).contains("href=\"/pengaduan/" + number + "\"");
        assertThat(Visitor.signedIn(port, "kadis").get("/pengaduan").body())
                .as("what isn't the reader's isn't offered")
                .contains("/pengaduan/buku", "/pengaduan/laporan")
                .doesNotContain("/pengaduan/surel", "/pengaduan/impor", "/pengaduan/tugas");
    }

    private void plan(String number, String way, String text) {
        assertThat(planned(number, way, text).statusCode()).isEqualTo(302);
    }

    private HttpResponse<String> planned(String number, String way, String text) {
        return post(number, "/tugas", Map.of("ANSWER-way", way, "ANSWER-text", text));
    }

    private HttpResponse<String> tried(String number, String task, Map<String, String> form) {
        return post(number, "/tugas/" + task, form);
    }

    private HttpResponse<String> post(String number, String path, Map<String, String> form) {
        clerk.get("/pengaduan/" + number);
        Map<String, String> all = new HashMap<>(form);
        all.put("versi", String.valueOf(desk.version(number)));
        return clerk.post("/pengaduan/" + number + path, all);
    }

    private String task(String number) {
        return page(number).replaceAll("(?s).*action=\"/pengaduan/" + number + "/tugas/(\\d+)\".*", "$1");
    }

    private String page(String number) {
        return clerk.get("/pengaduan/" + number).body();
    }

    private Status status(String number) {
        return complaints.view(desk.desk(), number).state().status();
    }
}

package id.loket.complaint;

import static id.loket.complaint.ComplaintDesk.complainant;
import static id.loket.complaint.ComplaintDesk.complaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.casefile.OfficeAtWork;
import id.loket.complaint.handling.Closing;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Order;
import id.loket.complaint.handling.ReplyWay;
import id.loket.complaint.handling.Weight;
import id.loket.notice.MailThreads;
import id.loket.notice.Subject;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.testing.Visitor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who complained is forgotten when its time is over; what was complained about and done stays (UU 27/2022). */
@LoketTest
class ComplaintRetentionTest {

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private Complaints complaints;

    @Autowired
    private ComplaintAttachments attachments;

    @Autowired
    private ComplaintRetention retention;

    @Autowired
    private RetentionSettings settings;

    @Autowired
    private MailThreads threads;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient db;

    @LocalServerPort
    private int port;

    private ComplaintDesk desk;

    @BeforeEach
    void longAgo() {
        clock.set("2019-11-25 09:00");
        desk = new ComplaintDesk(office, complaints);
    }

    @Test
    void after_its_term_nothing_tells_who_complained_and_everything_tells_what_was_done() throws IOException {
        String number = desk.sorted(complaint(Medium.LETTER), Weight.LIGHT);
        desk.does("pengaduan", number, new Order.Correct("name", "Contoh Pengadu", "Contoh Pengaju", "Salah tulis"));
        desk.does("pengaduan", number, new Order.Correct("subject", "Izin belum selesai", "Izin belum jadi", "Salah tulis"));
        long scan = ((ComplaintAttachments.Added.Kept) attachments.add(desk.desk(), number, "surat.png", picture())).id();
        String mail = "<" + UUID.randomUUID() + "@contoh.id>";
        threads.add(1, Subject.complaint(number), mail, "", "Izin", clock.instant());
        desk.does("pengaduan", number, new Order.Answer(ReplyWay.LETTER, "Sudah selesai.", ""));
        desk.does("pengaduan", number, new Order.Close(Closing.SOLVED, ""));
        String open = desk.sorted(complaint(Medium.LETTER, complainant(true, false), ""), Weight.LIGHT);

        clock.advance(settings.retention().minus(Duration.ofHours(1)));
        retention.forget();
        assertThat(complaints.view(desk.desk(), number).complainant().name()).as("an hour before").isEqualTo("Contoh Pengadu");

        clock.advance(Duration.ofHours(2));
        assertThat(retention.forget()).isPositive();
        ComplaintView view = complaints.view(desk.desk(), number);
        assertThat(view.complainant()).isEqualTo(new Complainant("", "", "", "", "", false, false));
        assertThat(view.entries().toString()).doesNotContain("Contoh Pengadu,", "Contoh Pengaju").contains("Izin belum jadi", "Sudah selesai.");
        assertThat(attachments.content(desk.desk(), number, scan)).isEmpty();
        assertThat(threads.about(1, java.util.Set.of(mail))).isEmpty();
        assertThat(view.story()).isNotEmpty();
        Visitor clerk = Visitor.signedIn(port, "pengaduan");
        assertThat(clerk.get("/pengaduan/" + number).body()).contains("Siapa pengadunya sudah dihapus").doesNotContain("Contoh Pengadu<", "surat.png", "??");
        assertThat(clerk.get("/pengaduan/buku?dari=2019-11-01&sampai=2019-11-30").body()).contains(number, "Dihapus setelah masa simpan");
        assertThat(complaints.view(desk.desk(), open).complainant().name()).as("it isn't closed").isEqualTo("Contoh Pengadu");
        assertThat(retention.forget()).as("once").isZero();
    }

    @Test
    void nothing_but_that_is_ever_taken_from_an_entry() {
        String number = desk.sorted(complaint(Medium.LETTER), Weight.LIGHT);
        desk.does("pengaduan", number, new Order.Correct("name", "Contoh Pengadu", "Contoh Pengaju", "Salah tulis"));
        long id = complaints.view(desk.desk(), number).id();
        db.sql("select forget_corrections(1, :id)").param("id", id).query().listOfRows();
        assertThat(complaints.view(desk.desk(), number).entries().toString()).as("of an open complaint").contains("Contoh Pengaju");
        assertThatThrownBy(() -> db.sql("update complaint_entry set content = '{}' where office_id = 1 and complaint_id = :id")
                        .param("id", id)
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private static ByteArrayInputStream picture() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB), "png", png);
        return new ByteArrayInputStream(png.toByteArray());
    }
}

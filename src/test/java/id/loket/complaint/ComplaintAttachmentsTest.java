package id.loket.complaint;

import static id.loket.complaint.ComplaintDesk.complainant;
import static id.loket.complaint.ComplaintDesk.complaint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.casefile.OfficeAtWork;
import id.loket.complaint.ComplaintAttachments.Added;
import id.loket.complaint.ComplaintAttachments.Attachment;
import id.loket.complaint.ComplaintRefused.Problem;
import id.loket.complaint.handling.Closing;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Order;
import id.loket.complaint.handling.Weight;
import id.loket.document.UploadCheck;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is attached to a complaint, and who may look at it. */
@LoketTest
class ComplaintAttachmentsTest {

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private Complaints complaints;

    @Autowired
    private ComplaintAttachments attachments;

    @Autowired
    private SettableClock clock;

    private ComplaintDesk desk;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23 09:00");
        desk = new ComplaintDesk(office, complaints);
    }

    @Test
    @Tag("PGD-f")
    void a_scanned_letter_is_kept_under_a_name_that_harms_nobody() throws IOException {
        String number = complaints.record(desk.desk(), complaint(Medium.LETTER));
        add("pengaduan", number, "../../etc/surat<script>.png", picture());
        assertThat(attachments.of(desk.desk(), number)).singleElement().satisfies(kept -> {
            assertThat(kept.name()).isEqualTo("surat-script-.png");
            assertThat(kept.addedBy()).isEqualTo(desk.desk().officerId());
            assertThat(attachments.content(desk.desk(), number, kept.id()).orElseThrow().bytes()).isEqualTo(picture());
        });
    }

    @Test
    void what_is_no_scan_is_refused_by_its_content_and_nothing_is_kept() throws IOException {
        String number = complaints.receive(1, complaint(Medium.EMAIL));
        for (byte[] content : new byte[][] {
            {}, "MZ program".getBytes(StandardCharsets.UTF_8), new byte[UploadCheck.LARGEST_FILE + 1]
        }) {
            assertThat(attachments.addByComplainant(1, number, "foto.png", new ByteArrayInputStream(content)))
                    .isInstanceOf(Added.Refused.class);
        }
        assertThat(attachments.of(desk.desk(), number)).isEmpty();
    }

    @Test
    void no_complaint_has_more_attachments_than_anybody_looks_at() throws IOException {
        String number = complaints.receive(1, complaint(Medium.EMAIL));
        for (int i = 0; i < ComplaintAttachments.MOST; i++) {
            attachments.addByComplainant(1, number, "foto.png", new ByteArrayInputStream(picture()));
        }
        assertThatThrownBy(() -> attachments.addByComplainant(1, number, "foto.png", new ByteArrayInputStream(picture())))
                .isInstanceOfSatisfying(ComplaintRefused.class, e -> assertThat(e.problems())
                        .containsExactly(new Problem("attachment", "complaint.attachment.many")));
        assertThat(attachments.of(desk.desk(), number)).hasSize(ComplaintAttachments.MOST);
    }

    @Test
    void who_may_not_see_the_complaint_may_not_open_what_is_attached() throws IOException {
        String number = desk.sorted(complaint(Medium.LETTER, complainant(false, true), ""), Weight.MEDIUM);
        long id = add("pengaduan", number, "surat.png", picture());
        assertThat(attachments.content(desk.person("kabid"), number, id)).isPresent();
        assertThatThrownBy(() -> attachments.content(desk.person("sekretaris"), number, id)).isInstanceOf(NoSuchComplaint.class);
        assertThatThrownBy(() -> attachments.of(desk.person("cetak"), number)).isInstanceOf(NoSuchComplaint.class);
        assertThatThrownBy(() -> add("cetak", number, "surat.png", picture())).isInstanceOf(NoSuchComplaint.class);

        String other = complaints.record(desk.desk(), complaint(Medium.LETTER));
        assertThat(attachments.content(desk.desk(), other, id)).as("under another complaint’s number").isEmpty();
    }

    @Test
    void a_letter_of_an_anonymous_complainant_is_the_desks_until_it_is_let_go() throws IOException {
        String number = desk.sorted(complaint(Medium.LETTER, complainant(true, false), ""), Weight.MEDIUM);
        long letter = add("pengaduan", number, "surat.png", picture());
        long minutes = add("kadis", number, "notulen.png", picture());
        assertThat(attachments.of(desk.person("kabid"), number)).extracting(Attachment::id).containsExactly(minutes);
        assertThat(attachments.content(desk.person("kabid"), number, letter)).isEmpty();
        assertThatThrownBy(() -> attachments.release(desk.person("kabid"), number, letter)).isInstanceOf(NoSuchComplaint.class);

        attachments.release(desk.desk(), number, letter);
        assertThat(attachments.of(desk.person("kabid"), number)).extracting(Attachment::id).containsExactly(letter, minutes);
    }

    @Test
    void nothing_comes_to_a_complaint_that_is_closed_and_the_complainant_sees_what_is_his() throws IOException {
        String number = desk.sorted(complaint(Medium.WEB), Weight.LIGHT);
        add("pengaduan", number, "catatan.png", picture());
        attachments.addByComplainant(1, number, "foto.png", new ByteArrayInputStream(picture()));
        assertThat(attachments.ofComplainant(1, complaints.view(desk.desk(), number).statusCode()))
                .extracting(Attachment::name)
                .containsExactly("foto.png");
        desk.does("pengaduan", number, new Order.Close(Closing.WITHDRAWN, ""));
        assertThatThrownBy(() -> attachments.addByComplainant(1, number, "foto.png", new ByteArrayInputStream(picture())))
                .isInstanceOf(NoSuchComplaint.class);
    }

    private long add(String who, String number, String name, byte[] content) throws IOException {
        Added added = attachments.add(desk.person(who), number, name, new ByteArrayInputStream(content));
        return ((Added.Kept) added).id();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }
}

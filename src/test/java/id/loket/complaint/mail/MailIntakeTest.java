package id.loket.complaint.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.loket.complaint.ComplaintView;
import id.loket.complaint.Complaints;
import id.loket.complaint.RetentionSettings;
import id.loket.complaint.handling.Entry;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.mail.MailStore.Position;
import id.loket.complaint.mail.ReceivedMail.Act;
import id.loket.complaint.mail.ReceivedMail.Fate;
import id.loket.complaint.mail.ReceivedMail.Reason;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.OfficeDirectory;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of the mails in the complaints' mailbox, which lies on a real IMAP server. */
@LoketTest
class MailIntakeTest {

    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)" + "7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    @Autowired
    private MailStore store;

    @Autowired
    private MailIntake intake;

    @Autowired
    private OfficeDirectory offices;

    @Autowired
    private Complaints complaints;

    @Autowired
    private MailDesk desk;

    @Autowired
    private MailRetention retention;

    @Autowired
    private RetentionSettings settings;

    @Autowired
    private SettableClock clock;

    private final String from = "warga-" + UUID.randomUUID() + "@contoh.id";
    private final String id = "<" + UUID.randomUUID() + "@contoh.id>";
    private long uid;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23 09:00");
    }

    @Test
    @Tag("PGD-g")
    @Tag("PGD-j1")
    void a_mail_becomes_a_complaint_once_though_it_comes_twice_and_the_mailbox_is_made_anew() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "localhost", "imap"));
        server.start();
        try {
            GreenMailUser user = server.setUser("pengaduan@contoh.go.id", "pengaduan", "rahasia");
            user.deliver(message(mail("Antrean lama", "text/plain; charset=utf-8", "Saya menunggu tiga jam.")));
            int port = server.getImap().getPort();
            Mailbox mailbox = mailbox(port);

            assertThat(mailbox.poll()).isEqualTo(1);
            ComplaintView complaint = complaints.view(officer(), mine().getFirst().complaint());
            assertThat(complaint.state().medium()).isEqualTo(Medium.EMAIL);
            assertThat(complaint.story()).isEqualTo("Saya menunggu tiga jam.");
            assertThat(complaint.complainant().email()).isEqualTo(from);

            assertThat(mailbox.poll()).as("its place is known").isZero();
            user.deliver(message("Received: by lain.contoh.id\r\n" + mail("Antrean lama", "text/plain; charset=utf-8", "Saya menunggu tiga jam.")));
            assertThat(mailbox.poll()).isEqualTo(1);
            store.moveOn(office(), settings(port).name(), new Position(7, 99));
            assertThat(mailbox.poll()).as("all is read again").isEqualTo(2);
            assertThat(mine()).hasSize(1);

            server.stop();
            assertThat(mailbox.poll()).isZero();
            assertThat(store.state(office(), settings(port).name()).orElseThrow().trouble()).isEqualTo("UNREACHABLE");
        } finally {
            server.stop();
        }
    }

    @Test
    @Tag("PGD-g")
    void a_further_mail_of_the_complainant_goes_onto_the_complaint_and_that_of_somebody_else_doesnt() {
        take(mail("Antrean lama", "text/plain", "Saya menunggu."));
        String number = mine().getFirst().complaint();

        take("References: " + id + "\r\n" + mail("Re: Antrean lama", "text/plain", "Masih menunggu.\r\n> Saya menunggu.").replace(id, "<2" + id.substring(1))
                .replaceFirst("References: <2", "References: <"));
        assertThat(mine()).extracting(ReceivedMail::complaint).containsOnly(number);
        assertThat(complaints.view(officer(), number).entries())
                .anySatisfy(e -> assertThat(e).isInstanceOfSatisfying(Entry.Remarked.class, r -> assertThat(r.text()).endsWith(": Masih menunggu.")));

        String other = "lain-" + UUID.randomUUID() + "@contoh.id";
        take(mail("Tentang " + number, "text/plain", "Saya juga.").replace(from, other).replace(id, "<3" + id.substring(1)));
        ReceivedMail theirs = of(other).getFirst();
        assertThat(theirs.fate()).isEqualTo(Fate.COMPLAINT);
        assertThat(theirs.complaint()).isNotEqualTo(number);
        assertThat(complaints.view(officer(), theirs.complaint()).entries().toString()).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Auto-Submitted: auto-replied", "Precedence: bulk", "X-Autoreply: yes", "Return-Path: <>", "List-Id: <warga.contoh.id>",
        "X-Auto-Response-Suppress: All", "X-Failed-Recipients: a@contoh.id"})
    @Tag("PGD-g")
    void what_a_program_wrote_is_kept_and_never_answered(String header) {
        take(header + "\r\n" + mail("Terima kasih", "text/plain", "Saya sedang cuti."));
        assertThat(mine()).singleElement().satisfies(m -> {
            assertThat(m.fate().byProgram()).isTrue();
            assertThat(m.complaint()).isEmpty();
        });
    }

    @Test
    @Tag("PGD-g")
    void two_programs_that_answer_each_other_come_to_an_end() {
        for (int i = 0; i < MailIntake.MOST_IN_AN_HOUR + 5; i++) {
            take(mail("Jawaban " + i, "text/plain", "Terima kasih").replace(id, "<" + i + id.substring(1)));
        }
        assertThat(mine()).filteredOn(m -> m.fate() == Fate.COMPLAINT).hasSize(MailIntake.MOST_IN_AN_HOUR);
        assertThat(mine()).filteredOn(ReceivedMail::waits).hasSize(5).allMatch(m -> m.reason() == Reason.TOO_MANY);
        clock.advance(Duration.ofHours(2));
    }

    @Test
    @Tag("PGD-g")
    void a_dangerous_attachment_waits_for_the_desk_which_takes_the_mail_in_without_it_or_discards_it() throws IOException {
        take(with("surat.txt", EICAR.getBytes(StandardCharsets.US_ASCII)));
        ReceivedMail held = mine().getFirst();
        assertThat(held.reason()).isEqualTo(Reason.VIRUS);
        assertThat(held.complaint()).isEmpty();

        String number = desk.takeIn(officer(), held.id());
        assertThat(complaints.view(officer(), number).story()).isEqualTo("Lihat lampiran.");
        assertThat(desk.acts(officer(), held.id())).extracting(ReceivedMail.Done::act).containsExactly(Act.TAKEN_IN);
        assertThat(store.find(office(), held.id()).orElseThrow().leftOut()).containsExactly("surat.txt");

        assertThat(held("foto.pdf.exe", new byte[] {1})).isEqualTo(Reason.DISGUISED);
        assertThat(held("program.dat", "MZ\u0090\u0000".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(Reason.PROGRAM);
        assertThat(held("surat.docm", new byte[] {1})).isEqualTo(Reason.MACRO);
        assertThat(held("arsip.zip", zip("dalam.exe", new byte[] {1}))).isEqualTo(Reason.PROGRAM);
        assertThat(held("bom.zip", zip("besar.txt", new byte[40 * 1024 * 1024]))).isEqualTo(Reason.BOMB);
        assertThat(held("rusak.zip", "PK\u0003\u0004rusak".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(Reason.SEALED);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Content-Type: text/plain; charset=tidak-ada\r\n\r\nhalo",
        "Content-Type: multipart/mixed\r\n\r\nhalo",
        "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nhalo",
        "Content-Type: text/html\r\n\r\n<p>halo<script>alert(1)</script>",
        "Content-Type: ;;;\r\n\r\nhalo",
        "Content-Transfer-Encoding: base64\r\n\r\naGFsbw",
        "Content-Transfer-Encoding: x-aneh\r\n\r\nhalo",
        "Content-Transfer-Encoding: quoted-printable\r\n\r\nha=6Co=ZZ",
        "Subject: =?tidak-ada?Q?halo?=\r\n\r\nhalo",
        "Date: kemarin\r\n\r\nhalo",
        "bukan kepala surat\r\n\r\nhalo",
        "X-Kosong:\r\n\r\nhalo\u0000\u0007",
        "Content-Type: message/rfc822\r\n\r\nSubject: dalam\r\n\r\nhalo",
        "Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<b>halo</b>\r\n--x--",
        "References: <<<>>> <a\r\nIn-Reply-To: x\r\n\r\nhalo"})
    @Tag("PGD-g")
    void a_mail_in_any_state_is_read(String rest) {
        take("Message-ID: " + id + "\r\nFrom: " + from + "\r\n" + rest);
        assertThat(mine()).singleElement().satisfies(m -> {
            assertThat(m.fate()).isEqualTo(Fate.COMPLAINT);
            assertThat(store.find(office(), m.id()).orElseThrow().text()).startsWith("hal").doesNotContain("alert", "\u0000");
        });
    }

    @Test
    @Tag("PGD-g")
    void a_mail_of_a_thousand_parts_or_of_more_than_the_limit_waits_for_the_desk() {
        take("Message-ID: " + id + "\r\nFrom: " + from + "\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n" + "--x\r\n\r\nhalo\r\n".repeat(1000));
        take(mail("Besar", "text/plain", "Besar sekali").getBytes(StandardCharsets.UTF_8), MailIntake.LARGEST + 1L);
        assertThat(mine()).extracting(ReceivedMail::reason).containsExactlyInAnyOrder(Reason.TANGLED, Reason.TOO_LARGE);
    }

    @Test
    void a_mail_is_forgotten_when_its_time_is_over_but_not_while_it_waits() throws IOException {
        clock.set("2018-11-26 09:00");
        take("Auto-Submitted: auto-replied\r\n" + mail("Sedang cuti", "text/plain", "Saya sedang cuti."));
        take(with("foto.pdf.exe", new byte[] {1}).replace(id, "<2" + id.substring(1)));
        long automatic = mine().stream().filter(m -> m.fate() == Fate.AUTOMATIC).findFirst().orElseThrow().id();
        clock.advance(settings.retention().plus(Duration.ofHours(1)));
        retention.forget();
        assertThat(store.find(office(), automatic).orElseThrow()).satisfies(mail -> {
            assertThat(mail.sender() + mail.senderName() + mail.subject() + mail.text()).isEmpty();
            assertThat(mail.fate()).isEqualTo(Fate.AUTOMATIC);
        });
        assertThat(mine()).as("nobody looked at it yet").singleElement().satisfies(mail -> assertThat(mail.waits()).isTrue());
        clock.set("2026-11-23 09:00");
    }

    private Reason held(String name, byte[] content) {
        List<Long> before = mine().stream().map(ReceivedMail::id).toList();
        take(with(name, content).replace(id, "<" + UUID.randomUUID() + "@contoh.id>"));
        return mine().stream().filter(m -> !before.contains(m.id())).findFirst().orElseThrow().reason();
    }

    private String mail(String subject, String type, String text) {
        return "Message-ID: " + id + "\r\nFrom: Contoh Warga <" + from + ">\r\nTo: pengaduan@contoh.go.id\r\nSubject: " + subject
                + "\r\nMIME-Version: 1.0\r\nContent-Type: " + type + "\r\n\r\n" + text;
    }

    private String with(String name, byte[] content) {
        return mail("Lampiran", "multipart/mixed; boundary=x", "--x\r\nContent-Type: text/plain\r\n\r\nLihat lampiran.\r\n--x\r\n"
                + "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"" + name
                + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + Base64.getMimeEncoder().encodeToString(content) + "\r\n--x--\r\n");
    }

    private void take(String raw) {
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        take(bytes, bytes.length);
    }

    private void take(byte[] bytes, long size) {
        intake.take(office(), "uji", new Position(1, ++uid), bytes, size);
    }

    private List<ReceivedMail> mine() {
        return of(from);
    }

    private List<ReceivedMail> of(String sender) {
        List<ReceivedMail> all = new ArrayList<>(store.waiting(office()));
        all.addAll(store.newest(office(), Set.of(Fate.values()), 1000));
        return all.stream().filter(m -> m.sender().equals(sender)).toList();
    }

    private static MimeMessage message(String raw) throws Exception {
        return new MimeMessage((Session) null, new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
    }

    private Mailbox mailbox(int port) {
        return new Mailbox(settings(port), store, intake, offices, clock);
    }

    private static MailboxSettings settings(int port) {
        return new MailboxSettings(
                "localhost", port, MailboxSettings.Encryption.NONE, "pengaduan", "rahasia", "INBOX", "", Duration.ofSeconds(30),
                Duration.ofSeconds(10));
    }

    private int office() {
        return offices.home().officeId();
    }

    private SignedIn officer() {
        return new SignedIn(office(), 1, "pengaduan", "Contoh Pengaduan", "Pe", Set.of("COMPLAINT_DESK"), "");
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }
}

package id.loket.complaint.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import id.loket.casefile.OfficeAtWork;
import id.loket.complaint.ComplaintView;
import id.loket.complaint.Complaints;
import id.loket.complaint.handling.Classification;
import id.loket.complaint.handling.Decider;
import id.loket.complaint.handling.Entry;
import id.loket.complaint.handling.Matter;
import id.loket.complaint.handling.Order;
import id.loket.complaint.handling.ReplyWay;
import id.loket.complaint.handling.ResponseClass;
import id.loket.complaint.handling.Status;
import id.loket.complaint.handling.Weight;
import id.loket.complaint.mail.ReceivedMail.Fate;
import id.loket.notice.NoticeDesk;
import id.loket.notice.mail.Smtp;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.OfficeDirectory;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.testing.Visitor;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A complaint by mail from its first mail to the last, over real servers in both directions. */
@LoketTest
@Tag("PGD-g")
class MailRoundTripTest {

    private static final String OFFICE = "pengaduan@dinas.contoh.go.id";

    @Autowired
    private MailStore store;

    @Autowired
    private MailIntake intake;

    @Autowired
    private MailDesk desk;

    @Autowired
    private Complaints complaints;

    @Autowired
    private OfficeDirectory offices;

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private NoticeDesk notices;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private final GreenMail server =
            new GreenMail(new ServerSetup[] {new ServerSetup(0, "localhost", "smtp"), new ServerSetup(0, "localhost", "imap")});
    private final String citizen = "warga-" + UUID.randomUUID() + "@contoh.id";
    private int read;

    @BeforeEach
    void start() {
        clock.set("2026-11-23 09:00");
        server.start();
        server.setUser(OFFICE, "pengaduan", "rahasia");
        server.setUser(citizen, citizen, "rahasia");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    @Tag("PGD-d")
    void the_answer_stands_in_the_thread_and_a_reply_that_it_is_not_solved_reopens_the_same_complaint_with_a_heavier_weight() throws Exception {
        String first = writes("Izin belum selesai", "Sudah dua minggu.", null);
        assertThat(poll()).isEqualTo(1);
        String number = mine().getFirst().complaint();
        MimeMessage receipt = gets();
        assertThat(receipt.getHeader("In-Reply-To")).as("already the receipt").containsExactly(first);
        assertThat(receipt.getHeader("Auto-Submitted")).as("which a program wrote").containsExactly("auto-generated");

        does("pengaduan", number, new Order.Classify(
                new Classification(Matter.COMPLAINT, "DELAY", Weight.MEDIUM, ResponseClass.NON_SUPERVISORY, "DIVISION_HEAD"), ""));
        does("pengaduan", number, new Order.Take());
        does("kabid", number, new Order.Decide(Decider.SECTION_HEAD, "Didahulukan", "", today(), 0));
        does("kadis", number, new Order.Decide(Decider.HEAD_OF_OFFICE, "Didahulukan", "", today(), 0));
        does("pengaduan", number, new Order.Answer(ReplyWay.EMAIL, "Izin Anda selesai besok.", ""));
        MimeMessage answer = gets();
        assertThat(answer.getSubject()).isEqualTo("Re: Izin belum selesai");
        assertThat(answer.getHeader("In-Reply-To")).containsExactly(first);
        assertThat(answer.getHeader("References")[0]).contains(first);
        assertThat(answer.getHeader("Auto-Submitted")).as("a person wrote it").containsExactly("no");
        assertThat(GreenMailUtil.getBody(answer)).contains("Izin Anda selesai besok.");

        clock.set("2026-11-25 10:00");
        writes("Re: Izin belum selesai", "Belum selesai, saya masih menunggu.\n> Izin Anda selesai besok.", answer.getMessageID());
        assertThat(poll()).isEqualTo(1);
        ReceivedMail reply = mine().stream().filter(ReceivedMail::waits).findFirst().orElseThrow();
        assertThat(reply.fate()).isEqualTo(Fate.NOT_SOLVED);
        assertThat(reply.complaint()).isEqualTo(number);
        assertThat(Visitor.signedIn(port, "pengaduan").get("/pengaduan/" + number).body())
                .as("the complaint's page has its mails, and what was sent")
                .contains("/pengaduan/surel/" + reply.id(), "Ada balasan yang menunggu tindakan Anda", "Yang dikirim");
        String path = "/pengaduan/surel/" + reply.id();
        assertThat(Visitor.signedIn(port, "pengaduan").get(path).body())
                .as("what can be done is offered where the mail is read, too")
                .contains("action=\"" + path + "/belum-selesai\"", "action=\"" + path + "/catatan\"");

        desk.reopen(clerk(), reply.id());
        ComplaintView reopened = complaints.view(clerk(), number);
        assertThat(reopened.state().status()).isEqualTo(Status.IN_HANDLING);
        assertThat(reopened.state().reopened()).isTrue();
        assertThat(reopened.proposed()).isEqualTo(Weight.HEAVY);
        assertThat(reopened.entries()).last().isInstanceOfSatisfying(Entry.NotSolved.class, e -> assertThat(e.why()).contains("saya masih menunggu"));
        assertThat(mine()).as("no second complaint").extracting(ReceivedMail::complaint).containsOnly(number);
    }

    @Test
    void a_mailbox_that_answers_every_mail_by_itself_gets_one_mail_and_no_more() throws Exception {
        writes("Izin belum selesai", "Sudah dua minggu.", null);
        poll();
        String number = mine().getFirst().complaint();
        long entries = complaints.view(clerk(), number).entries().size();
        for (int round = 0; round < 3; round++) {
            deliver();
            for (MimeMessage mail : fresh()) {
                MimeMessage away = new MimeMessage((Session) null);
                away.setHeader("Auto-Submitted", "auto-replied");
                writes(away, "Sedang cuti: " + mail.getSubject(), "Saya kembali bulan depan.", mail.getMessageID());
            }
            poll();
        }
        assertThat(inbox()).as("the receipt alone").hasSize(1);
        assertThat(mine()).extracting(ReceivedMail::fate).containsExactlyInAnyOrder(Fate.COMPLAINT, Fate.AUTOMATIC);
        assertThat(complaints.view(clerk(), number).entries()).as("nothing happened to the complaint").hasSize((int) entries);
    }

    private String writes(String subject, String text, String inReplyTo) throws Exception {
        return writes(new MimeMessage((Session) null), subject, text, inReplyTo);
    }

    private String writes(MimeMessage mail, String subject, String text, String inReplyTo) throws Exception {
        mail.setFrom(new InternetAddress(citizen, "Contoh Warga"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(OFFICE));
        mail.setSubject(subject, "UTF-8");
        mail.setText(text, "UTF-8");
        if (inReplyTo != null) {
            mail.setHeader("In-Reply-To", inReplyTo);
            mail.setHeader("References", inReplyTo);
        }
        mail.saveChanges();
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "localhost");
        properties.put("mail.smtp.port", Integer.toString(server.getSmtp().getPort()));
        try (Transport transport = Session.getInstance(properties).getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(mail, mail.getAllRecipients());
        }
        return mail.getMessageID();
    }

    private int poll() {
        return new Mailbox(
                        new MailboxSettings(
                                "localhost", server.getImap().getPort(), MailboxSettings.Encryption.NONE, "pengaduan", "rahasia", "INBOX", "",
                                Duration.ofSeconds(30), Duration.ofSeconds(10)),
                        store,
                        intake,
                        offices,
                        clock)
                .poll();
    }

    private void deliver() {
        notices.deliverDue(Smtp.carrier(server.getSmtp().getPort(), OFFICE, clock));
    }

    /** The one new mail in the citizen's mailbox. */
    private MimeMessage gets() throws Exception {
        deliver();
        List<MimeMessage> fresh = fresh();
        assertThat(fresh).hasSize(1);
        return fresh.getFirst();
    }

    private List<MimeMessage> fresh() throws Exception {
        List<MimeMessage> all = inbox();
        List<MimeMessage> fresh = all.subList(read, all.size());
        read = all.size();
        return fresh;
    }

    private List<MimeMessage> inbox() throws Exception {
        List<MimeMessage> mine = new ArrayList<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            if (mail.getAllRecipients()[0].equals(new InternetAddress(citizen))) {
                mine.add(mail);
            }
        }
        return mine;
    }

    private List<ReceivedMail> mine() {
        List<ReceivedMail> all = new ArrayList<>(store.waiting(1));
        all.addAll(store.newest(1, Set.of(Fate.values()), 1000));
        return all.stream().filter(mail -> mail.sender().equals(citizen)).toList();
    }

    private void does(String who, String number, Order order) {
        complaints.order(office.person(who), number, order, complaints.view(clerk(), number).state().version());
    }

    private SignedIn clerk() {
        return office.person("pengaduan");
    }

    private static LocalDate today() {
        return LocalDate.parse("2026-11-23");
    }
}

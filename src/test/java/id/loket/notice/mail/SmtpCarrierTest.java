package id.loket.notice.mail;

import static id.loket.testing.ScriptedSmtp.END;
import static id.loket.testing.ScriptedSmtp.HANG_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.loket.notice.Carried;
import id.loket.notice.Carried.Accepted;
import id.loket.notice.Carried.Later;
import id.loket.notice.Carried.Refused;
import id.loket.notice.Carried.Unknown;
import id.loket.notice.Channel;
import id.loket.notice.Outgoing;
import id.loket.notice.mail.MailSettings.Encryption;
import id.loket.testing.LocalhostCertificate;
import id.loket.testing.ScriptedSmtp;
import id.loket.testing.SettableClock;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an e-mail. GreenMail is the good server; for what servers do wrong there is one that answers as scripted. */
@Timeout(60)
class SmtpCarrierTest {

    private static final String TO = "rini@contoh.id";

    @TempDir
    private static Path folder;

    private static LocalhostCertificate certificate;

    private final SettableClock clock = new SettableClock();
    private final GreenMail good = new GreenMail(new ServerSetup(0, "localhost", "smtp"));
    private final ScriptedSmtp bad = new ScriptedSmtp(certificate.sockets());
    private GreenMail encrypted;

    @BeforeAll
    static void certify() {
        certificate = LocalhostCertificate.in(folder);
    }

    @AfterEach
    void close() throws IOException {
        good.stop();
        bad.close();
        if (encrypted != null) {
            encrypted.stop();
        }
    }

    @Test
    @Tag("MFG-6a")
    void the_applicant_gets_a_mail_as_text_and_html() throws Exception {
        good.start();

        Carried carried = carrier(good.getSmtp().getPort(), Encryption.NONE, "").carry(message());

        assertThat(carried).isEqualTo(new Accepted("<1-4711-0@dpmptsp.contoh.go.id>", false));
        MimeMessage mail = received(good);
        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress(TO));
        assertThat(mail.getSubject()).isEqualTo("Izin selesai – Ñandú 😀");
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("DPMPTSP Kota Contoh");
        assertThat(((InternetAddress) mail.getFrom()[0]).getAddress()).isEqualTo("loket@dpmptsp.contoh.go.id");
        assertThat(mail.getSentDate()).isEqualTo(clock.instant());
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getMessageID()).isEqualTo("<1-4711-0@dpmptsp.contoh.go.id>");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).containsIgnoringCase("text/plain; charset=utf-8");
        assertThat(parts.getBodyPart(0).getContent()).hasToString("Izin Anda sudah selesai – silakan ambil.\r\n.\r\nSelesai");
        assertThat(parts.getBodyPart(1).getContentType()).containsIgnoringCase("text/html; charset=utf-8");
        assertThat(parts.getBodyPart(1).getContent()).hasToString("<p>Izin Anda sudah selesai – silakan ambil.</p>");
    }

    @Test
    void every_try_has_the_same_message_id() throws Exception {
        good.start();
        SmtpCarrier carrier = carrier(good.getSmtp().getPort(), Encryption.NONE, "");

        carrier.carry(message());
        carrier.carry(message());

        assertThat(Arrays.stream(good.getReceivedMessages()).map(SmtpCarrierTest::messageId).distinct()).hasSize(1);
    }

    @ParameterizedTest
    @NullAndEmptySource
    void a_mail_without_html_is_text_alone(String html) throws Exception {
        good.start();
        carrier(good.getSmtp().getPort(), Encryption.NONE, "").carry(message(TO, "Izin", html, Map.of()));

        assertThat(received(good).getContentType()).containsIgnoringCase("text/plain; charset=utf-8");
    }

    @Test
    void a_mail_says_to_which_one_it_answers() throws Exception {
        good.start();
        carrier(good.getSmtp().getPort(), Encryption.NONE, "")
                .carry(message(TO, "Izin", null, Map.of("In-Reply-To", "<a@contoh.id>", "References", "<0@contoh.id> <a@contoh.id>")));

        assertThat(received(good).getHeader("In-Reply-To")).containsExactly("<a@contoh.id>");
        assertThat(received(good).getHeader("References")).containsExactly("<0@contoh.id> <a@contoh.id>");
    }

    @Test
    void nothing_that_is_filled_in_begins_another_header() throws Exception {
        good.start();
        carrier(good.getSmtp().getPort(), Encryption.NONE, "").carry(message(
                TO, "Izin\r\nBcc: lain@contoh.id\r\n\r\nhalo", null, Map.of("In-Reply-To", "<a@contoh.id>\r\nBcc: lain@contoh.id")));

        MimeMessage mail = received(good);
        assertThat(good.getReceivedMessages()).hasSize(1);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("Izin Bcc: lain@contoh.id halo");
        assertThat(mail.getHeader("In-Reply-To")).containsExactly("<a@contoh.id> Bcc: lain@contoh.id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bcc", "From", "Content-Type", "Message-ID", "X-a: b\r\nBcc", ""})
    void a_notice_cant_set_what_the_mail_is(String header) {
        assertThatThrownBy(() -> carrier(1, Encryption.NONE, "").carry(message(TO, "Izin", null, Map.of(header, "x"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "rini", "rini@", "@contoh.id", "rini@contoh.id\r\nBcc: lain@contoh.id", "rini@contoh.id, lain@contoh.id", "Rini <rini@contoh.id>",
        "\"a\r\n\"@contoh.id", "rini@contoh.id>\r\nRCPT TO:<lain@contoh.id", "riñi@contoh.id", ""})
    void what_is_no_address_is_refused_unsent(String address) {
        assertThat(carrier(bad.port(), Encryption.NONE, "").carry(message(address, "Izin", null, Map.of()))).isInstanceOf(Refused.class);
        assertThat(bad.commands()).isEmpty();
    }

    @Test
    void over_tls_the_server_must_prove_who_it_is() throws Exception {
        System.setProperty("greenmail.tls.keystore.file", certificate.keyStore().toString());
        System.setProperty("greenmail.tls.keystore.password", LocalhostCertificate.PASSWORD);
        try {
            encrypted = new GreenMail(new ServerSetup(0, "localhost", "smtps"));
            encrypted.setUser("loket", "rahasia");
            encrypted.start();
        } finally {
            System.clearProperty("greenmail.tls.keystore.file");
            System.clearProperty("greenmail.tls.keystore.password");
        }
        int port = encrypted.getSmtps().getPort();

        assertThat(carrier(port, Encryption.TLS, "loket").carry(message())).isInstanceOf(Accepted.class);
        assertThat(received(encrypted).getAllRecipients()).containsExactly(new InternetAddress(TO));

        SmtpCarrier distrustful = new SmtpCarrier(
                settings("localhost", port, Encryption.TLS, "loket"), (SSLSocketFactory) SSLSocketFactory.getDefault(), clock);
        assertThat(distrustful.carry(message())).as("a certificate nobody vouches for").isInstanceOf(Later.class);
        SmtpCarrier elsewhere = new SmtpCarrier(settings("127.0.0.1", port, Encryption.TLS, "loket"), certificate.sockets(), clock);
        assertThat(elsewhere.carry(message())).as("a certificate for another name").isInstanceOf(Later.class);
        assertThat(encrypted.getReceivedMessages()).hasSize(1);
    }

    @Test
    void starttls_encrypts_before_the_password() {
        assertThat(carrier(bad.port(), Encryption.STARTTLS, "loket").carry(message())).isInstanceOf(Accepted.class);

        assertThat(bad.commands()).startsWith("EHLO", "STARTTLS", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", END);
    }

    @Test
    void without_starttls_neither_password_nor_mail_is_sent() {
        bad.answers("EHLO", "250-localhost\r\n250 AUTH PLAIN LOGIN");

        assertThat(carrier(bad.port(), Encryption.STARTTLS, "loket").carry(message())).isInstanceOf(Later.class);
        assertThat(bad.commands()).doesNotContain("AUTH", "MAIL", "DATA");
    }

    @Test
    void a_wrong_password_is_told_to_the_operator() {
        bad.answers("AUTH", "535 no");

        assertThat(carrier(bad.port(), Encryption.STARTTLS, "loket").carry(message())).asInstanceOf(type(Later.class))
                .satisfies(l -> assertThat(l.why()).contains("LOKET_MAIL_USER").doesNotContain("rahasia"));
    }

    @ParameterizedTest
    @CsvSource({"EHLO,421 later", "MAIL,451 later", "MAIL,550 not you", "RCPT,450 greylisted", "RCPT,452 full", "DATA,421 later", ".,451 later"})
    void what_passes_is_tried_later(String command, String answer) {
        bad.answers(command, answer);

        assertThat(carrier(bad.port(), Encryption.NONE, "").carry(message())).isInstanceOf(Later.class);
    }

    @ParameterizedTest
    @CsvSource({"RCPT,550 unknown", "RCPT,553 no", ".,554 content"})
    void what_stays_is_refused_and_the_address_not_repeated(String command, String answer) {
        bad.answers(command, answer + " " + TO);

        assertThat(carrier(bad.port(), Encryption.NONE, "").carry(message())).asInstanceOf(type(Refused.class))
                .satisfies(r -> assertThat(r.why()).contains("SMTP 55").doesNotContain(TO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EHLO", "MAIL", "RCPT", "DATA"})
    void a_connection_lost_before_the_text_is_tried_later(String command) {
        bad.answers(command, HANG_UP);

        assertThat(carrier(bad.port(), Encryption.NONE, "").carry(message())).isInstanceOf(Later.class);
    }

    @Test
    void a_connection_lost_after_the_text_leaves_it_unknown() {
        bad.answers(END, HANG_UP);

        assertThat(carrier(bad.port(), Encryption.NONE, "").carry(message())).isInstanceOf(Unknown.class);
    }

    @Test
    void a_connection_lost_at_the_farewell_loses_nothing() {
        bad.answers("QUIT", HANG_UP);

        assertThat(carrier(bad.port(), Encryption.NONE, "").carry(message())).isInstanceOf(Accepted.class);
    }

    @Test
    void a_server_that_isnt_there_is_tried_later() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        assertThat(carrier(nobody, Encryption.NONE, "").carry(message())).isInstanceOf(Later.class);
    }

    private SmtpCarrier carrier(int port, Encryption encryption, String user) {
        return new SmtpCarrier(settings("localhost", port, encryption, user), certificate.sockets(), clock);
    }

    private static MailSettings settings(String host, int port, Encryption encryption, String user) {
        return new MailSettings(
                host, port, encryption, user, "rahasia", "loket@dpmptsp.contoh.go.id", "DPMPTSP Kota Contoh", Duration.ofSeconds(20));
    }

    private static Outgoing message() {
        return message(
                TO, "Izin selesai – Ñandú 😀", "<p>Izin Anda sudah selesai – silakan ambil.</p>", Map.of("Auto-Submitted", "auto-generated"));
    }

    private static Outgoing message(String to, String subject, String html, Map<String, String> headers) {
        return new Outgoing(
                1, 4711, Channel.EMAIL, "1-4711-0", to, subject, "Izin Anda sudah selesai – silakan ambil.\r\n.\r\nSelesai", html, headers);
    }

    private static MimeMessage received(GreenMail server) {
        return server.getReceivedMessages()[0];
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}

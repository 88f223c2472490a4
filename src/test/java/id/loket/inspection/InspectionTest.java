package id.loket.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.casefile.CaseFileReader;
import id.loket.casefile.CaseFileView;
import id.loket.casefile.MoveRefused;
import id.loket.casefile.NoSuchFile;
import id.loket.casefile.OfficeAtWork;
import id.loket.casefile.card.Action;
import id.loket.casefile.card.Refusal.Reason;
import id.loket.casefile.card.Rules.Order;
import id.loket.casefile.card.Status;
import id.loket.inspection.InspectionRefused.Problem;
import id.loket.inspection.Inspections.Answer;
import id.loket.inspection.Inspections.Findings;
import id.loket.inspection.Inspections.Plan;
import id.loket.inspection.Inspections.Shot;
import id.loket.inspection.Report.Recommendation;
import id.loket.platform.security.SignedIn;
import id.loket.standard.ApplicationKind;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.testing.Visitor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The team comes when it said, reports what it found, and the file goes where the report lets it. */
@LoketTest
class InspectionTest {

    private static final LocalDateTime TOMORROW = LocalDateTime.of(2026, 11, 24, 9, 0);
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 23, 9, 0);

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private Inspections inspections;

    @Autowired
    private CaseFileReader reader;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private SignedIn teknis;
    private SignedIn teknis2;
    private String file;

    @BeforeEach
    void aFileInTheHandsOfTheTeam() {
        clock.set("2026-11-23 09:00");
        teknis = office.person("teknis");
        teknis2 = office.person("teknis2");
        file = office.register(office.publish("PREMISES"), ApplicationKind.NEW);
        office.play(file, 2);
        office.does("teknis", file, Action.RECEIVE);
    }

    @Test
    void the_applicant_reads_when_the_team_comes_and_the_team_has_its_order() throws IOException {
        schedule(1, plan(TOMORROW, ""));
        String tracked = new Visitor(port).get("/lacak/1471-" + office.seen(file).application().trackingCode()).body();
        assertThat(tracked).contains("Pemeriksaan lapangan Selasa, 24 November 2026 pukul 09.00 WIB", "Jalan Umpama Nomor 7", "Siapkan denah");
        assertThat(text(visitor("teknis").download("/berkas/" + file + "/pemeriksaan/surat-tugas.pdf").body()))
                .contains("Contoh Teknis", "Contoh Teknis Dua", "Jalan Umpama Nomor 7", "24 November 2026", "Contoh Kadis");
    }

    @Test
    void an_appointment_is_moved_with_a_reason_and_the_one_before_stays_to_be_read() {
        schedule(1, plan(TOMORROW, ""));
        wrong("inspection.empty.alasan", () -> schedule(2, plan(TOMORROW.plusDays(1), "")));
        schedule(2, plan(TOMORROW.plusDays(1), "hujan lebat"));
        assertThat(inspections.appointments(office.seen(file))).extracting(Appointment::why).containsExactly("", "hujan lebat");
        refused(Reason.STALE, () -> schedule(2, plan(TOMORROW.plusDays(2), "sekali lagi")));
        assertThat(visitor("teknis").get("/berkas/" + file + "/pemeriksaan").body())
                .contains("Rabu, 25 November 2026", "Semula Selasa, 24 November 2026", "hujan lebat");
    }

    @Test
    void an_appointment_lies_ahead_within_office_hours_and_has_a_place_and_a_team_of_the_team() {
        wrong("inspection.at.wrong", () -> schedule(1, plan(null, "")));
        wrong("inspection.at.past", () -> schedule(1, plan(NOW.minusHours(1), "")));
        wrong("inspection.at.free", () -> schedule(1, plan(LocalDateTime.of(2026, 11, 28, 9, 0), "")));
        wrong("inspection.at.free", () -> schedule(1, plan(LocalDateTime.of(2026, 12, 25, 9, 0), "")));
        wrong("inspection.at.closed", () -> schedule(1, plan(LocalDateTime.of(2026, 11, 24, 12, 30), "")));
        wrong("inspection.empty.tempat", () -> schedule(1, new Plan(TOMORROW, " ", team(), "", "")));
        wrong("inspection.tooLong", () -> schedule(1, new Plan(TOMORROW, "a".repeat(201), team(), "", "")));
        wrong("inspection.team.empty", () -> schedule(1, new Plan(TOMORROW, "Pasar", Set.of(), "", "")));
        wrong("inspection.team.wrong", () -> schedule(1, new Plan(TOMORROW, "Pasar", Set.of(office.person("loket").officerId()), "", "")));
        assertThat(inspections.appointments(office.seen(file))).isEmpty();
    }

    @Test
    void the_file_leaves_only_with_a_report_that_all_who_were_there_have_initialled() {
        refused(Reason.NOT_INSPECTED, () -> office.does("teknis", file, Action.HAND_OVER));
        report(1, findings(Recommendation.RECOMMENDED, true, List.of()));
        refused(Reason.NOT_INSPECTED, () -> office.does("teknis", file, Action.HAND_OVER));
        assertThat(reader.file(teknis, file).may(Action.HAND_OVER)).isFalse();
        assertThat(reader.file(teknis2, file).work().getFirst().main().key()).isEqualTo("inspection.initial");
        inspections.initial(teknis2, file, 1);
        inspections.initial(teknis2, file, 1);
        assertThat(inspections.reports(office.seen(file)).getFirst().initials()).hasSize(2);
        office.does("teknis", file, Action.HAND_OVER);
        assertThat(office.seen(file).state().step()).isEqualTo(4);
    }

    @Test
    void repairs_go_to_the_applicant_with_the_list_and_are_inspected_anew() {
        report(1, findings(Recommendation.AFTER_REPAIRS, false, List.of()));
        inspections.initial(teknis2, file, 1);
        refused(Reason.REPAIRS_FIRST, () -> office.does("teknis", file, Action.HAND_OVER));
        String list = reader.file(teknis, file).proposedReason();
        assertThat(list).isEqualTo("Denah dan jalan keluar: pintu keluar terhalang\nBebaskan pintu keluar.");
        assertThat(visitor("teknis").get("/berkas/" + file).body()).contains("Tim meminta perbaikan", "pintu keluar terhalang");

        office.does("teknis", file, Order.of(Action.RETURN_TO_APPLICANT, list));
        CaseFileView returned = office.seen(file);
        assertThat(returned.state().status()).isEqualTo(Status.WITH_APPLICANT);
        assertThat(returned.clock().pausedAt()).isNotNull();
        assertThat(new Visitor(port).get("/lacak/1471-" + returned.application().trackingCode()).body())
                .contains("Ada yang perlu Anda perbaiki", "pintu keluar terhalang");

        clock.set("2026-12-01 09:00");
        office.does("teknis", file, Action.RESUBMIT);
        assertThat(reader.file(teknis, file).work().getFirst().main().key()).isEqualTo("inspection.schedule");
        refused(Reason.REPAIRS_FIRST, () -> office.does("teknis", file, Action.HAND_OVER));
        office.inspect(file, Recommendation.RECOMMENDED);
        office.does("teknis", file, Action.HAND_OVER);
        assertThat(inspections.reports(office.seen(file)))
                .extracting(Report::recommendation)
                .containsExactly(Recommendation.AFTER_REPAIRS, Recommendation.RECOMMENDED);
    }

    @Test
    void what_is_not_recommended_may_be_rejected_at_the_step() {
        report(1, findings(Recommendation.NOT_RECOMMENDED, false, List.of()));
        inspections.initial(teknis2, file, 1);
        office.does("teknis", file, Order.of(Action.REJECT, reader.file(teknis, file).proposedReason()));
        assertThat(office.seen(file).state().status()).isEqualTo(Status.REJECTED);
    }

    @Test
    void a_service_without_letters_of_refusal_ends_a_bad_inspection_at_the_step() {
        String other = office.register(office.publish("INSPECTED"), ApplicationKind.NEW);
        office.play(other, 2);
        office.move(other, Order.of(Action.RECEIVE));
        office.inspect(other, Recommendation.NOT_RECOMMENDED);
        refused(Reason.NOT_RECOMMENDED, () -> office.move(other, Order.of(Action.HAND_OVER)));
    }

    @Test
    void a_report_that_lacks_something_or_contradicts_itself_is_not_recorded() {
        Map<String, Answer> fits = Map.of("STATEMENT", new Answer(true, ""));
        wrong("inspection.held.future", () -> report(1, found(NOW.plusHours(1), team(), "Contoh", fits, Recommendation.RECOMMENDED, "")));
        wrong("inspection.held.early", () -> report(1, found(NOW.minusDays(1), team(), "Contoh", fits, Recommendation.RECOMMENDED, "")));
        wrong("inspection.team.empty", () -> report(1, found(NOW, Set.of(), "Contoh", fits, Recommendation.RECOMMENDED, "")));
        wrong("inspection.empty.pemohon", () -> report(1, found(NOW, team(), "", fits, Recommendation.RECOMMENDED, "")));
        wrong("inspection.finding.empty", () -> report(1, found(NOW, team(), "Contoh", Map.of(), Recommendation.RECOMMENDED, "")));
        wrong("inspection.recommendation.empty", () -> report(1, found(NOW, team(), "Contoh", fits, null, "simpulan")));
        wrong("inspection.empty.simpulan", () -> report(1, found(NOW, team(), "Contoh", fits, Recommendation.AFTER_REPAIRS, "")));
        Map<String, Answer> fitsNot = Map.of("STATEMENT", new Answer(false, "gelap"));
        wrong("inspection.recommendation.contradicts", () -> report(1, found(NOW, team(), "Contoh", fitsNot, Recommendation.RECOMMENDED, "")));
        Map<String, Answer> unsaid = Map.of("STATEMENT", new Answer(false, ""));
        wrong("inspection.empty.catatan", () -> report(1, found(NOW, team(), "Contoh", unsaid, Recommendation.AFTER_REPAIRS, "x")));
        assertThat(inspections.reports(office.seen(file))).isEmpty();
    }

    @Test
    void photos_are_kept_without_what_the_camera_wrote_and_what_is_no_photo_is_refused() {
        byte[] program = "MZ\u0090\u0000 this is a program".getBytes(StandardCharsets.ISO_8859_1);
        wrong("upload.DISGUISED", () -> report(1, findings(Recommendation.RECOMMENDED, true, List.of(new Shot("foto.jpg", "", program)))));
        byte[] pdf = visitor("teknis").download("/berkas/" + file + "/kartu.pdf").body();
        wrong("inspection.photo.notOne", () -> report(1, findings(Recommendation.RECOMMENDED, true, List.of(new Shot("foto.jpg", "", pdf)))));
        wrong("upload.TOO_LARGE", () -> report(1, findings(Recommendation.RECOMMENDED, true, List.of(new Shot("foto.jpg", "", new byte[20_000_000])))));
        wrong("inspection.photo.many", () -> report(1, findings(Recommendation.RECOMMENDED, true, java.util.Collections.nCopies(9, new Shot("a.jpg", "", photo())))));
        assertThat(inspections.reports(office.seen(file))).isEmpty();

        report(1, findings(Recommendation.RECOMMENDED, true, List.of(new Shot("foto.jpg", "Pintu keluar", photo()))));
        assertThat(inspections.reports(office.seen(file)).getFirst().captions()).containsExactly("Pintu keluar");
        byte[] kept = visitor("teknis").download("/berkas/" + file + "/pemeriksaan/1/foto/1").body();
        assertThat(kept).startsWith((byte) 0xff, (byte) 0xd8);
        assertThat(visitor("teknis").get("/berkas/" + file + "/pemeriksaan/1/foto/2").statusCode()).isEqualTo(404);
    }

    @Test
    void the_report_is_a_paper_with_findings_photos_and_initials() throws IOException {
        report(1, new Findings(NOW, "Jalan Umpama Nomor 7", team(), "Contoh Penanggung Jawab",
                Map.of("STATEMENT", new Answer(true, "lebar 120 cm")), "<script>alert(1)</script>", Recommendation.RECOMMENDED, "",
                List.of(new Shot("foto.png", "Pintu keluar", photo()))));
        byte[] pdf = visitor("teknis").download("/berkas/" + file + "/pemeriksaan/berita-acara.pdf").body();
        assertThat(text(pdf)).contains("Denah dan jalan keluar", "Sesuai", "lebar 120 cm", "<script>alert(1)</script>", "Direkomendasikan",
                "Contoh Penanggung Jawab", "Contoh Teknis Dua", "belum diparaf", "Te", "Pintu keluar");
        assertThat(visitor("teknis").get("/berkas/" + file + "/pemeriksaan").body())
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert(1)");
    }

    @Test
    void who_does_not_have_the_file_in_hand_or_was_not_there_is_refused() {
        Findings found = findings(Recommendation.RECOMMENDED, true, List.of());
        refused(Reason.HELD_BY_ANOTHER, () -> inspections.report(teknis2, file, version(), 1, found));
        refused(Reason.HELD_BY_ANOTHER, () -> inspections.schedule(office.person("loket"), file, version(), 1, plan(TOMORROW, "")));
        refused(Reason.STALE, () -> inspections.report(teknis, file, version() - 1, 1, found));
        report(1, found);
        refused(Reason.STALE, () -> report(1, found));
        refused(Reason.NOT_YOUR_ROLE, () -> inspections.initial(office.person("loket"), file, 1));
        SignedIn stranger = new SignedIn(2, teknis.officerId(), "teknis", "Contoh Asing", "As", teknis.roles(), "");
        assertThatThrownBy(() -> inspections.initial(stranger, file, 1)).isInstanceOf(NoSuchFile.class);
        assertThatThrownBy(() -> inspections.initial(office.person("cetak"), file, 1)).isInstanceOf(NoSuchFile.class);
        assertThat(inspections.reports(office.seen(file))).hasSize(1);
    }

    @Test
    void the_form_keeps_what_was_typed_and_a_huge_photo_is_turned_away() {
        Visitor visitor = visitor("teknis");
        String path = "/berkas/" + file + "/pemeriksaan/berita-acara";
        visitor.get(path);
        Map<String, String> typed = new HashMap<>(Map.of(
                "versi", String.valueOf(version()), "nomor", "1", "tanggal", "23-11-2026", "jam", "25.00", "tempat", "Pasar Contoh",
                "temuan", "lantai licin"));
        var answer = visitor.post(path, typed, new Visitor.Scan("foto1", "a.png", photo()));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Tulis tanggal seperti", "Pasar Contoh", "lantai licin", "perlu dipilih lagi", "Pilih rekomendasi tim");
        assertThat(visitor.post(path, typed, new Visitor.Scan("foto1", "a.jpg", new byte[20_000_000])).statusCode()).isEqualTo(413);
        assertThat(inspections.reports(office.seen(file))).isEmpty();

        typed.putAll(Map.of("jam", "08.55", "hadir", String.valueOf(teknis.officerId()), "pemohon", "Contoh Penanggung Jawab",
                "sesuai.STATEMENT", "ya", "rekomendasi", "RECOMMENDED"));
        clock.set("2026-11-23 09:10");
        typed.put("jam", "09.05");
        assertThat(visitor.post(path, typed, new Visitor.Scan("foto1", "a.png", photo())).statusCode()).isEqualTo(302);
        assertThat(visitor.get("/berkas/" + file).body()).contains("Tim merekomendasikan permohonan ini", "Selesai diperiksa di lapangan");
    }

    @Test
    void programs_schedule_and_initial_with_the_same_rules() {
        Visitor program = new Visitor(port);
        String path = "/api/files/" + file + "/inspection";
        String plan = "{\"version\": %d, \"number\": 1, \"at\": \"%s\", \"place\": \"Pasar\", \"team\": [%d]}";
        var closed = program.api("POST", path + "/appointments", "teknis", plan.formatted(version(), "2026-11-24T22:00:00", teknis.officerId()));
        assertThat(closed.statusCode()).isEqualTo(422);
        assertThat(closed.body()).contains("jam", "kantor tutup");
        assertThat(program.api("POST", path + "/appointments", "teknis", plan.formatted(version(), "2026-11-24T09:00:00", teknis.officerId()))
                        .statusCode())
                .isEqualTo(201);
        report(1, findings(Recommendation.RECOMMENDED, true, List.of()));
        assertThat(program.api("POST", path + "/reports/1/initials", "teknis2", null).statusCode()).isEqualTo(204);
        assertThat(program.api("POST", path + "/reports/1/initials", "loket", null).statusCode()).isEqualTo(409);
        assertThat(program.api("GET", path, "teknis", null).body()).contains("\"recommendation\":\"RECOMMENDED\"", "\"initials\":\"Td\"");
    }

    private Appointment schedule(int number, Plan plan) {
        return inspections.schedule(teknis, file, version(), number, plan);
    }

    private Report report(int number, Findings found) {
        return inspections.report(teknis, file, version(), number, found);
    }

    private Plan plan(LocalDateTime at, String why) {
        return new Plan(at, "Jalan Umpama Nomor 7", team(), "Siapkan denah", why);
    }

    private Findings findings(Recommendation recommendation, boolean fits, List<Shot> photos) {
        Map<String, Answer> answers = Map.of("STATEMENT", new Answer(fits, fits ? "" : "pintu keluar terhalang"));
        return new Findings(NOW, "Jalan Umpama Nomor 7", team(), "Contoh Penanggung Jawab", answers, "", recommendation,
                fits ? "" : "Bebaskan pintu keluar.", photos);
    }

    private Findings found(
            LocalDateTime at, Set<Long> present, String side, Map<String, Answer> answers, Recommendation recommendation, String conclusion) {
        return new Findings(at, "Jalan Umpama Nomor 7", present, side, answers, "", recommendation, conclusion, List.of());
    }

    private Set<Long> team() {
        return Set.of(teknis.officerId(), teknis2.officerId());
    }

    private static void wrong(String key, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        InspectionRefused.class, e -> assertThat(e.problems()).extracting(Problem::key).containsExactly(key));
    }

    private static void refused(Reason reason, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(MoveRefused.class, e -> assertThat(e.refusal().reason()).isEqualTo(reason));
    }

    private int version() {
        return office.version(file);
    }

    private Visitor visitor(String username) {
        return Visitor.signedIn(port, username);
    }

    static byte[] photo() {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}

package id.loket.complaint.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.casefile.OfficeAtWork;
import id.loket.complaint.Complainant;
import id.loket.complaint.ComplaintRefused;
import id.loket.complaint.ComplaintTasks;
import id.loket.complaint.ComplaintView;
import id.loket.complaint.Complaints;
import id.loket.complaint.NewComplaint;
import id.loket.complaint.handling.Classification;
import id.loket.complaint.handling.Entry;
import id.loket.complaint.handling.Matter;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Order;
import id.loket.complaint.handling.ReplyWay;
import id.loket.complaint.handling.ResponseClass;
import id.loket.complaint.handling.Weight;
import id.loket.complaint.imports.ImportRefused.Reason;
import id.loket.complaint.imports.Upload.State;
import id.loket.platform.security.SignedIn;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.testing.Visitor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Complaints out of LAPOR and social networks, from the uploaded table to the answer on its way back. */
@LoketTest
@Tag("PGD-j1")
class ComplaintImportTest {

    private static final String HEAD = "Nomor;Tanggal masuk;Judul;Isi;Nama;Telepon;Surel;Nomor berkas;Anonim;Rahasia\n";

    @Autowired
    private ComplaintImports imports;

    @Autowired
    private Complaints complaints;

    @Autowired
    private ComplaintTasks tasks;

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient db;

    @LocalServerPort
    private int port;

    /** Numbers that no other test has. */
    private final String n = Integer.toString(UUID.randomUUID().hashCode() & 0x7FFFFFFF);

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23 09:00");
    }

    @Test
    void every_line_becomes_a_complaint_with_its_outside_number_and_the_day_on_which_it_was_made_there() {
        String file = office.fileSentTo(3);
        long id = upload(n + "1;20-11-2026;Izin belum selesai;Sudah lewat dua hari kerja;Contoh Pengadu;0812 0000 0184;;" + file + ";;\n"
                + n + "2;;;\"Antrean panjang,\ntiga jam\";;;;;;");
        imports.carryOut(desk(), id, mapping(id), false);

        List<Upload.Made> made = imports.find(desk(), id).orElseThrow().made();
        assertThat(made).extracting(Upload.Made::line).containsExactly(2, 3);
        ComplaintView first = complaints.view(desk(), made.getFirst().number());
        assertThat(first.state().medium()).isEqualTo(Medium.LAPOR);
        assertThat(first.outsideNumber()).isEqualTo(n + "1");
        assertThat(first.complainant().phone()).isEqualTo("+6281200000184");
        assertThat(first.registration()).isEqualTo(file);
        assertThat(first.entries()).last().isInstanceOfSatisfying(
                Entry.Remarked.class, e -> assertThat(e.text()).isEqualTo("Masuk di SP4N-LAPOR! pada 20-11-2026."));
        assertThat(complaints.view(desk(), made.getLast().number()).subject()).as("of the story, where there is none").isEqualTo("Antrean panjang,");
    }

    @Test
    void the_same_outside_number_never_makes_two_complaints_however_it_comes() {
        String byHand = complaints.record(desk(), lapor("# " + n + "1"));
        long id = upload(n + "1;;A;a;;;;;;\n" + n + "2;;B;b;;;;;;\n" + n + "2;;B;b;;;;;;\n");
        Preview preview = imports.preview(desk(), id, Optional.empty());
        assertThat(preview.good()).extracting(Preview.Good::line).containsExactly(3);
        assertThat(preview.findings()).extracting(Finding::line, Finding::key, f -> f.args().getFirst()).containsExactly(
                org.assertj.core.groups.Tuple.tuple(2, "complaintimport.number.known", byHand),
                org.assertj.core.groups.Tuple.tuple(4, "complaintimport.number.twice", 3));
        imports.carryOut(desk(), id, mapping(id), true);

        long again = upload(n + "1;;A;a;;;;;;\n" + n + "2;;B;b;;;;;;\n");
        assertRefused(Reason.NOTHING, () -> imports.carryOut(desk(), again, mapping(again), true));
        assertThatThrownBy(() -> complaints.record(desk(), lapor(n + " 2")))
                .as("nor by hand")
                .isInstanceOfSatisfying(ComplaintRefused.class, e -> assertThat(e.problems().getFirst().key()).isEqualTo("complaint.outsideNumber.known"));

        int version = complaints.view(desk(), byHand).state().version();
        assertThatThrownBy(() -> complaints.order(desk(), byHand, new Order.Correct("outsideNumber", n + "1", n + "2", "Salah tulis"), version))
                .as("nor by putting a slip right")
                .isInstanceOf(ComplaintRefused.class);
        complaints.order(desk(), byHand, new Order.Correct("outsideNumber", n + "1", n + "9", "Salah tulis"), version);
        complaints.record(desk(), lapor(n + "1"));
    }

    @Test
    void everything_or_nothing_unless_the_officer_chooses_the_good_lines() {
        long before = last();
        long id = upload(n + "1;;A;a;;;;;;\n" + n + "2;besok;B;b;;;;;;\n");
        assertRefused(Reason.FAULTY, () -> imports.carryOut(desk(), id, mapping(id), false));
        assertThat(last()).as("nothing was recorded").isEqualTo(before);
        imports.carryOut(desk(), id, mapping(id), true);
        assertThat(last()).isEqualTo(before + 1);
        assertThat(imports.find(desk(), id).orElseThrow().upload()).satisfies(upload -> {
            assertThat(upload.state()).isEqualTo(State.DONE);
            assertThat(upload.faulty()).isEqualTo(1);
            assertThat(upload.made()).isEqualTo(1);
        });
        assertRefused(Reason.DONE_ALREADY, () -> imports.carryOut(desk(), id, Map.of(), true));
        assertThat(last()).as("pressed twice").isEqualTo(before + 1);
    }

    @Test
    void what_an_officer_enters_between_preview_and_import_is_not_recorded_again() {
        long id = upload(n + "1;;A;a;;;;;;\n");
        Map<String, String> mapping = mapping(id);
        complaints.record(desk(), lapor(n + "1"));
        long before = last();
        assertRefused(Reason.NOTHING, () -> imports.carryOut(desk(), id, mapping, false));
        assertThat(last()).isEqualTo(before);
        assertThat(imports.find(desk(), id).orElseThrow().upload().state()).isEqualTo(State.WAITING);
    }

    /** What people and programs put into tables, each in a line of its own: line 2 is the first. */
    @Test
    void each_fault_is_told_with_its_line_its_column_and_how_to_mend_it() {
        long id = upload(String.join("\n",
                ";;A;a;;;;;;",
                n + "03;31-02-2026;A;a;;;;;;",
                n + "04;24-11-2026;A;a;;;;;;",
                n + "05;;A;;;;;;;",
                n + "06;;A;a;;nol delapan;;;;",
                n + "07;;A;a;;;bukan surel;;;",
                n + "08;;A;a;;;;SIKRO-2026-99999;;",
                n + "09;;A;a;;;;;mungkin;",
                n + "10;;" + "j".repeat(201) + ";a;;;;;;",
                n + "11;;A;" + "i".repeat(50_000) + ";;;;;;",
                n + "12;;A;a;;;;;;;kebanyakan;lagi",
                n + "13;10-11-2026;A;a;;;;;;",
                n + "14;;<script>alert(1)</script>;😡 'drop table complaint;;;;;;"));
        Preview preview = imports.preview(desk(), id, Optional.empty());
        assertThat(preview.findings()).extracting(f -> f.line() + " " + f.level() + " " + f.column() + " " + f.key()).containsExactly(
                "2 FAULT OUTSIDE_NUMBER complaintimport.number.empty",
                "3 FAULT SENT_ON complaintimport.day",
                "4 FAULT SENT_ON complaintimport.sentOn.future",
                "5 FAULT STORY complaint.story.empty",
                "6 FAULT PHONE complaint.number.wrong",
                "7 FAULT EMAIL complaint.email.wrong",
                "8 FAULT REGISTRATION complaintimport.registration",
                "9 FAULT ANONYMOUS complaintimport.yesNo",
                "10 FAULT SUBJECT complaint.line.long",
                "11 FAULT STORY complaint.text.long",
                "12 FAULT null complaintimport.wide",
                "13 WARNING SENT_ON complaintimport.old");
        assertThat(preview.good()).extracting(Preview.Good::line).containsExactly(13, 14);
        assertThat(preview.faulty()).isEqualTo(11);

        String page = clerk().get("/pengaduan/impor/" + id).body();
        assertThat(page)
                .contains("2 baris siap dicatat, 0 sudah tercatat sebelumnya, 11 perlu diperbaiki", "&lt;script&gt;alert(1)", "31-02-2026” bukan tanggal")
                .doesNotContain("<script>alert(1)", "??");
    }

    @Test
    void anonymous_and_confidential_hold_as_if_an_officer_had_written_it_down() {
        long id = upload(n + "1;;Uang pelicin;Diminta uang;Contoh Tersembunyi;;;;ya;ya\n" + n + "2;;B;b;Anonim;;;;;\n");
        imports.carryOut(desk(), id, mapping(id), false);
        List<Upload.Made> made = imports.find(desk(), id).orElseThrow().made();
        String number = made.getFirst().number();
        assertThat(complaints.view(desk(), number).complainant().name()).isEqualTo("Contoh Tersembunyi");
        assertThat(complaints.view(office.person("kadis"), number).complainant()).isEqualTo(new Complainant("", "", "", "", "", true, true));
        assertThatThrownBy(() -> complaints.view(office.person("sekretaris"), number)).hasMessage(number);
        assertThat(complaints.view(desk(), made.getLast().number()).complainant())
                .as("a portal's word for nobody is no name")
                .isEqualTo(new Complainant("", "", "", "", "", true, false));

        for (String other : List.of("kadis", "sekretaris", "kabid", "admin")) {
            assertThatThrownBy(() -> imports.find(office.person(other), id)).as(other).isInstanceOf(AccessDeniedException.class);
            assertThat(Visitor.signedIn(port, other).get("/pengaduan/impor/" + id).statusCode()).as(other).isEqualTo(403);
            assertThat(Visitor.signedIn(port, other).get("/pengaduan/impor/jawaban.csv?medium=LAPOR").statusCode()).as(other).isEqualTo(403);
        }
        SignedIn stranger = new SignedIn(2, 1, "asing", "Contoh Asing", "As", java.util.Set.of("COMPLAINT_DESK"), "");
        assertThat(imports.find(stranger, id)).isEmpty();
    }

    @Test
    void what_nobody_imports_is_thrown_away_after_a_day_and_what_was_imported_at_once() {
        long waits = upload(n + "1;;A;a;;;;;;\n");
        long done = upload(n + "2;;A;a;;;;;;\n");
        imports.carryOut(desk(), done, mapping(done), false);
        assertThat(kept(done)).isFalse();
        imports.forgetOld();
        assertThat(kept(waits)).isTrue();
        clock.advance(ComplaintImports.WAITS.plus(Duration.ofMinutes(1)));
        imports.forgetOld();
        assertThat(kept(waits)).isFalse();
        assertThat(imports.find(desk(), waits).orElseThrow().upload().state()).isEqualTo(State.DISCARDED);
    }

    @Test
    @Tag("PGD-f")
    void the_answer_goes_back_as_a_table_that_tells_nothing_of_who_complained_and_holds_no_formula() {
        String number = complaints.record(desk(), lapor(n + "1"));
        int version = complaints.order(desk(), number, new Order.Classify(
                        new Classification(Matter.COMPLAINT, "DELAY", Weight.LIGHT, ResponseClass.NORMATIVE, "DIVISION_HEAD"), ""), 1)
                .version();
        version = complaints.order(desk(), number, new Order.Take(), version).version();
        long task = tasks.plan(desk(), number, ReplyWay.SAME_PLACE, "=HYPERLINK(\"http://contoh.id\")", version);
        assertThat(answers()).containsPattern(n + "1," + number + ",perlu dimasukkan,,\"'=HYPERLINK").doesNotContain("Contoh Pengadu");

        tasks.tried(desk(), number, task, ComplaintTasks.Outcome.DONE, "Tanggapan 3", version);
        assertThat(answers()).containsPattern(n + "1," + number + ",sudah dijawab,23-11-2026,\"'=HYPERLINK");
        clock.advance(Duration.ofDays(90));
        assertThat(answers()).as("older ones are left out").doesNotContain(number);
    }

    @Test
    void an_officer_uploads_looks_chooses_other_columns_and_imports() {
        Visitor clerk = clerk();
        assertThat(clerk.get("/pengaduan/impor").body()).contains("Belum ada yang dicatat", "Unduh tabel contoh");
        String table = "Tautan;Tulisan;Akun\nhttps://contoh.id/" + n + ";Antrean lama sekali;contoh_pengadu\n";
        var uploaded = clerk.post("/pengaduan/impor", Map.of("medium", "SOCIAL_MEDIA"), new Visitor.Scan("berkas", "sosial.csv", table.getBytes(StandardCharsets.UTF_8)));
        String path = Visitor.location(uploaded);
        assertThat(clerk.get(path).body()).contains("sosial.csv, Media sosial: 1 baris, dipisah titik koma", "Pilih kolom mana yang berisi nomor");
        assertThat(clerk.get(path + "?kolom=ya&OUTSIDE_NUMBER=0&STORY=1&NAME=2").body()).contains("1 baris siap dicatat", "contoh_pengadu", "Catat semua 1 baris");
        assertThat(clerk.post(path, Map.of("OUTSIDE_NUMBER", "0", "STORY", "7")).statusCode()).as("a column that isn't there").isEqualTo(409);
        assertThat(clerk.post(path, Map.of("OUTSIDE_NUMBER", "0", "STORY", "1", "NAME", "2")).statusCode()).isEqualTo(302);
        assertThat(clerk.get(path).body()).contains("1 pengaduan tercatat", "Antrean lama sekali");
        assertThat(clerk.post(path, Map.of("OUTSIDE_NUMBER", "0", "STORY", "1")).body()).contains("sudah diimpor atau dihapus");
        assertThat(clerk.get("/pengaduan/impor/999999999").statusCode()).isEqualTo(404);

        var refused = clerk.post("/pengaduan/impor", Map.of("medium", "LAPOR"), new Visitor.Scan("berkas", "lapor.xlsx", "PK\u0003\u0004".getBytes(StandardCharsets.US_ASCII)));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Galat: ", "simpan sebagai CSV UTF-8");
    }

    @Test
    void the_example_table_can_be_imported_as_it_is() {
        byte[] example = clerk().download("/pengaduan/impor/contoh.csv").body();
        long id = imports.upload(desk(), Medium.SOCIAL_MEDIA, "contoh.csv", example);
        Preview preview = imports.preview(desk(), id, Optional.empty());
        assertThat(preview.mapping().columns()).hasSize(Column.values().length);
        assertThat(preview.faulty()).isZero();
        imports.discard(desk(), id);
    }

    private String answers() {
        return new String(clerk().download("/pengaduan/impor/jawaban.csv?medium=LAPOR").body(), StandardCharsets.UTF_8);
    }

    private long upload(String lines) {
        return imports.upload(desk(), Medium.LAPOR, "C:\\unduhan\\lapor.csv", (HEAD + lines).getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> mapping(long id) {
        return imports.preview(desk(), id, Optional.empty()).mapping().columns().entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(e -> e.getKey().name(), e -> e.getValue().toString()));
    }

    private boolean kept(long id) {
        return db.sql("select content is not null from complaint_import where office_id = 1 and import_id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private long last() {
        return db.sql("select coalesce(max(last), 0) from counter where office_id = 1 and series = 'COMPLAINT' and year = 2026")
                .query(Long.class)
                .single();
    }

    private static NewComplaint lapor(String number) {
        return new NewComplaint(
                Medium.LAPOR, new Complainant("Contoh Pengadu", "", "", "", "", false, false), "", number, null, "Antrean", "Antrean panjang", "",
                UUID.randomUUID().toString());
    }

    private static void assertRefused(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ImportRefused.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private SignedIn desk() {
        return office.person("pengaduan");
    }

    private Visitor clerk() {
        return Visitor.signedIn(port, "pengaduan");
    }
}

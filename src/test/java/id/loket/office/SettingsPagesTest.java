package id.loket.office;

import static id.loket.testing.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import id.loket.casefile.OfficeAtWork;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.testing.Visitor;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an administrator does on the pages of the settings. */
@LoketTest
class SettingsPagesTest {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Pattern PASSWORD = Pattern.compile("[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}");
    private static final String OWN = "kuda baterai staples";

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private Officers officers;

    @Autowired
    private WorkingCalendars calendars;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private Visitor admin;

    @BeforeEach
    void mondayInAugust() {
        clock.set("2026-08-03 09:00");
        admin = Visitor.signedIn(port, "admin");
        admin.get("/pengaturan");
    }

    @Test
    void a_new_officer_signs_in_once_with_the_password_shown_and_then_with_an_own_one() {
        Map<String, String> form = officer("FRONT_OFFICE");
        HttpResponse<String> answer = admin.post("/pengaturan/petugas", form);
        String once = password(answer);
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");

        Visitor newcomer = new Visitor(port);
        assertThat(location(newcomer.signIn(form.get("username"), once))).isEqualTo("/kata-sandi");
        assertThat(location(newcomer.get("/loket"))).as("nothing else opens").isEqualTo("/kata-sandi");
        assertThat(location(newcomer.get("/meja-kerja"))).isEqualTo("/kata-sandi");

        newcomer.get("/kata-sandi");
        HttpResponse<String> chosen =
                newcomer.post("/kata-sandi", Map.of("current", once, "new", OWN, "repeated", OWN));
        assertThat(location(chosen)).isEqualTo("/masuk?sandi");
        assertThat(newcomer.get("/masuk?sandi").body()).contains("Kata sandi baru sudah berlaku.");
        assertThat(location(newcomer.signIn(form.get("username"), once))).isEqualTo("/masuk?galat");
        assertThat(location(newcomer.signIn(form.get("username"), OWN))).isEqualTo("/meja-kerja");
        assertThat(newcomer.get("/loket").statusCode()).isEqualTo(200);
    }

    @Test
    void a_form_with_faults_keeps_what_was_typed_and_names_each() {
        Map<String, String> form = officer("FRONT_OFFICE");
        form.put("username", "Nama Dengan Spasi");
        form.put("nip", "1990");
        form.remove("roles");
        HttpResponse<String> answer = admin.post("/pengaturan/petugas", form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Ada tiga hal yang perlu diperbaiki", "NIP harus 18 angka; sekarang 4", "Pilih paling sedikit satu peran")
                .contains("value=\"nama dengan spasi\"", "<title>Galat: ");
    }

    @Test
    void a_user_name_that_is_taken_is_refused() {
        Map<String, String> form = officer("FRONT_OFFICE");
        form.put("username", "Loket");
        assertThat(admin.post("/pengaturan/petugas", form).body()).contains("Nama pengguna loket sudah dipakai");
    }

    @Test
    void names_with_markup_are_shown_as_text() {
        Map<String, String> form = officer("FRONT_OFFICE");
        form.put("name", "Contoh <script>alert(1)</script>");
        admin.post("/pengaturan/petugas", form);
        assertThat(admin.get("/pengaturan").body()).doesNotContain("<script>alert").contains("Contoh &lt;script&gt;");
    }

    @Test
    void who_is_deactivated_is_out_at_once() {
        Map<String, String> form = officer("SECRETARY");
        Visitor person = withOwnPassword(form);
        assertThat(person.get("/meja-kerja").statusCode()).isEqualTo(200);

        admin.get("/pengaturan");
        form.remove("active");
        assertThat(location(admin.post("/pengaturan/petugas/" + id(form), form))).isEqualTo("/pengaturan");
        assertThat(location(person.get("/meja-kerja"))).isEqualTo("/masuk");
        assertThat(location(person.signIn(form.get("username"), OWN))).isEqualTo("/masuk?galat");
        assertThat(admin.get("/pengaturan").body()).contains("Ditutup");
    }

    @Test
    void who_gets_another_role_signs_in_again_with_it() {
        Map<String, String> form = officer("SECRETARY");
        Visitor person = withOwnPassword(form);

        admin.get("/pengaturan");
        form.put("roles", "FRONT_OFFICE");
        form.put("active", "true");
        admin.post("/pengaturan/petugas/" + id(form), form);
        assertThat(location(person.get("/loket"))).isEqualTo("/masuk");
        person.signIn(form.get("username"), OWN);
        assertThat(person.get("/loket").statusCode()).isEqualTo(200);
    }

    @Test
    void a_forgotten_password_is_replaced_by_one_to_use_once() {
        Map<String, String> form = officer("SECRETARY");
        Visitor person = withOwnPassword(form);

        admin.get("/pengaturan");
        String once = password(admin.post("/pengaturan/petugas/" + id(form) + "/sandi", Map.of()));
        assertThat(location(person.get("/meja-kerja"))).isEqualTo("/masuk");
        assertThat(location(person.signIn(form.get("username"), OWN))).isEqualTo("/masuk?galat");
        assertThat(location(person.signIn(form.get("username"), once))).isEqualTo("/kata-sandi");
    }

    @Test
    void an_administrator_can_not_close_his_own_account() {
        long self = office.person("admin").officerId();
        HttpResponse<String> answer = admin.post(
                "/pengaturan/petugas/" + self, Map.of("name", "Contoh Admin", "initials", "Ad", "roles", "SECRETARY", "active", "true"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Anda tidak dapat melepas peran Administrator");
    }

    @Test
    void an_officer_who_is_not_there_is_not_found() {
        assertThat(admin.get("/pengaturan/petugas/999999").statusCode()).isEqualTo(404);
        assertThat(admin.post("/pengaturan/petugas/999999/sandi", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void a_new_password_must_be_long_different_and_typed_twice() {
        Visitor person = withOwnPassword(officer("SECRETARY"));
        person.get("/kata-sandi");
        assertThat(change(person, OWN, "pendek", "pendek")).contains("paling sedikit 10 huruf; sekarang 6");
        assertThat(change(person, OWN, "x".repeat(73), "x".repeat(73))).contains("Paling panjang 72");
        assertThat(change(person, OWN, "kata sandi baru", "kata sandi lain")).contains("tidak sama dengan pengulangannya");
        assertThat(change(person, OWN, OWN, OWN)).contains("sama dengan yang lama");
        assertThat(change(person, "salah sama sekali", "kata sandi baru", "kata sandi baru")).contains("Kata sandi sekarang tidak cocok");
    }

    @Test
    void the_current_password_can_not_be_found_by_trying() {
        Visitor person = withOwnPassword(officer("SECRETARY"));
        person.get("/kata-sandi");
        for (int i = 0; i < 5; i++) {
            change(person, "salah " + i, "kata sandi baru", "kata sandi baru");
        }
        assertThat(person.post("/kata-sandi", Map.of("current", OWN, "new", "kata sandi baru", "repeated", "kata sandi baru"))
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    @Tag("DLV-3")
    void a_free_day_tells_how_many_promises_it_moves_before_it_is_added() {
        String file = office.completeFile();
        Map<String, String> day = freeDay("04-08-2026");

        HttpResponse<String> preview = admin.post("/pengaturan/kalender", day);
        assertThat(preview.body()).containsPattern("[1-9]\\d* berkas terbuka tenggatnya bergeser");
        assertThat(office.look(file).dueChanges()).as("nothing has moved yet").isEmpty();

        day.put("pasti", "2026-08-04");
        assertThat(location(admin.post("/pengaturan/kalender", day))).isEqualTo("/pengaturan/kalender?tahun=2026");
        assertThat(office.look(file).dueChanges()).hasSize(1);
        assertThat(admin.get("/pengaturan/kalender?tahun=2026").body()).contains("Libur contoh", "Keputusan contoh");

        admin.post("/pengaturan/kalender/hapus", Map.of("date", "2026-08-04"));
        assertThat(office.look(file).dueChanges()).hasSize(2);
        assertThat(calendars.of(1).freeDay(LocalDate.of(2026, 8, 4))).isEmpty();
    }

    @Test
    void what_was_confirmed_is_what_was_shown() {
        Map<String, String> day = freeDay("05-08-2026");
        day.put("pasti", "2026-08-06");
        assertThat(admin.post("/pengaturan/kalender", day).statusCode()).as("shown again").isEqualTo(200);
        assertThat(calendars.of(1).freeDay(LocalDate.of(2026, 8, 5))).isEmpty();
    }

    @Test
    void a_date_that_is_free_already_is_refused_with_its_name() {
        HttpResponse<String> answer = admin.post("/pengaturan/kalender", freeDay("17/8/2026"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Tanggal ini sudah libur: ");
    }

    @Test
    void a_date_that_does_not_exist_is_refused() {
        assertThat(admin.post("/pengaturan/kalender", freeDay("30-02-2027")).body()).contains("Tulis tanggal seperti 31-12-2026");
        assertThat(admin.post("/pengaturan/kalender", freeDay("01-01-20266")).statusCode()).isEqualTo(422);
        assertThat(admin.get("/pengaturan/kalender?tahun=-5").statusCode()).isEqualTo(200);
    }

    @Test
    void special_hours_hold_for_their_dates_and_can_be_taken_away() {
        Map<String, String> ramadan = new HashMap<>(Map.of(
                "specialName", "Ramadan contoh", "from", "01-02-2032", "to", "29-02-2032",
                "MONDAY", "08.00–12.00, 12.30–15.00", "TUESDAY", "08:00-15:00"));
        assertThat(location(admin.post("/pengaturan/kalender/jam", ramadan))).isEqualTo("/pengaturan/kalender?tahun=2032");
        assertThat(calendars.of(1).closing(LocalDate.of(2032, 2, 2)).orElseThrow()).isEqualTo("2032-02-02T08:00:00Z");
        assertThat(calendars.of(1).isWorkingDay(LocalDate.of(2032, 2, 4))).as("a Wednesday left empty").isFalse();

        assertThat(admin.post("/pengaturan/kalender/jam", ramadan).body()).contains("sudah mempunyai jam kerja khusus");
        admin.post("/pengaturan/kalender/jam/hapus", Map.of("from", "2032-02-01"));
        assertThat(calendars.of(1).isWorkingDay(LocalDate.of(2032, 2, 4))).isTrue();
    }

    @Test
    void special_hours_with_faults_keep_what_was_typed() {
        HttpResponse<String> answer = admin.post(
                "/pengaturan/kalender/jam",
                Map.of("specialName", "Contoh", "from", "10-02-2032", "to", "01-02-2032", "MONDAY", "13.00–12.00", "TUESDAY", "25.00–26.00"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Ada tiga hal", "Tanggal akhir tidak boleh sebelum tanggal awal", "value=\"13.00–12.00\"");
    }

    /** An officer who has added an own password and is signed in. */
    private Visitor withOwnPassword(Map<String, String> form) {
        admin.get("/pengaturan");
        String once = password(admin.post("/pengaturan/petugas", form));
        Visitor person = new Visitor(port);
        person.signIn(form.get("username"), once);
        person.get("/kata-sandi");
        person.post("/kata-sandi", Map.of("current", once, "new", OWN, "repeated", OWN));
        person.signIn(form.get("username"), OWN);
        return person;
    }

    private long id(Map<String, String> form) {
        return officers.find(form.get("username")).orElseThrow().officer().officerId();
    }

    private static String change(Visitor person, String current, String chosen, String repeated) {
        return person.post("/kata-sandi", Map.of("current", current, "new", chosen, "repeated", repeated)).body();
    }

    private static String password(HttpResponse<String> answer) {
        Matcher found = PASSWORD.matcher(answer.body());
        assertThat(found.find()).as("a password in %s", answer.body()).isTrue();
        return found.group();
    }

    private static Map<String, String> officer(String role) {
        int n = NEXT.incrementAndGet();
        return new HashMap<>(Map.of(
                "username", "baru" + n, "name", "Contoh Baru " + n, "initials", "B" + n, "nip", "", "roles", role, "active", "true"));
    }

    private static Map<String, String> freeDay(String date) {
        return new HashMap<>(
                Map.of("date", date, "name", "Libur contoh", "kind", "LOCAL", "source", "Keputusan contoh"));
    }
}

package id.loket.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import id.loket.complaint.Complainant;
import id.loket.complaint.Complaints;
import id.loket.complaint.NewComplaint;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Weight;
import id.loket.testing.Chromium;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Complaints from intake to answer as the people concerned do it, each in a browser of his or her own: each weight, each class of channel. */
@LoketTest
class ComplaintBrowserTest {

    /** What a person does in a minute at a second and a half for a field or a key. */
    private static final int STEPS_IN_A_MINUTE = 40;

    private static Chromium chromium;

    @Autowired
    private Complaints complaints;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private Page clerk;
    private int steps;

    @BeforeAll
    static void open() {
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-11-23 09:00");
        clerk = chromium.signedIn(base(), "pengaduan");
    }

    @Test
    @Tag("PGD-a")
    @Tag("PGD-c")
    @Tag("PGD-i")
    void a_light_complaint_at_the_counter_by_keyboard_alone_in_under_a_minute() {
        clerk.navigate(base() + "/pengaduan");
        press("F9");
        clerk.waitForURL("**/pengaduan/baru");
        type("Antrean terlalu lama");
        press("Tab");
        type("Menunggu tiga jam di loket.");
        tabTo("name");
        type("Contoh Pengadu");
        tabTo("sortNow");
        press("Space");
        tabTo("weight");
        press("Space");
        tabTo("answer");
        type("Loket kedua dibuka mulai hari ini.");
        press("Tab");
        type("Menerima penjelasan.");
        press("Control+Enter");
        clerk.waitForURL("**/pengaduan/PGD-*");
        assertThat(clerk.locator("[role=status]").first()).containsText("Cetak tanda terima");
        assertThat(clerk.locator(".sentence").first()).containsText("Sudah dijawab");
        assertThat(steps).isLessThan(STEPS_IN_A_MINUTE);
    }

    @Test
    @Tag("PGD-b")
    @Tag("PGD-c")
    @Tag("PGD-d")
    @Tag("PGD-e")
    @Tag("PGD-f")
    @Tag("PGD-g")
    @Tag("PGD-h")
    @Tag("PGD-j1")
    @Tag("PGD-i")
    void each_weight_through_each_channel() {
        Page kabid = chromium.signedIn(base(), "kabid");
        Page kadis = chromium.signedIn(base(), "kadis");
        for (Weight weight : Weight.values()) {
            answer(decided(recorded("COUNTER"), weight, kabid, kadis), "langsung kepada pengadu", "Menerima penjelasan.");
            answer(decided(recorded("LETTER"), weight, kabid, kadis), "surat", "");
            answer(decided(recorded("PHONE"), weight, kabid, kadis), "telepon", "Menerima.");
            answer(decided(complaints.receive(1, by(Medium.EMAIL)), weight, kabid, kadis), "surel", "");
            answer(decided(complaints.receive(1, by(Medium.WEB)), weight, kabid, kadis), "halaman perkembangan", "");
            byHand(decided(recorded("FAX"), weight, kabid, kadis), "faks", "Terkirim");
            answer(decided(recorded("SOCIAL_MEDIA"), weight, kabid, kadis), "kanal asalnya", "");
            byHand(decided(imported(), weight, kabid, kadis), "kanal asalnya", "Sudah dimasukkan");
        }
    }

    /** Sorted, and decided by whom its weight asks (PGD-c to PGD-e). */
    private String decided(String number, Weight weight, Page kabid, Page kadis) {
        sort(number, weight);
        switch (weight) {
            case LIGHT -> {}
            case MEDIUM -> {
                decide(kabid, number, false);
                decide(kadis, number, false);
            }
            case HEAVY -> {
                decide(kadis, number, false);
                decide(kadis, number, true);
            }
        }
        return number;
    }

    private void type(String text) {
        clerk.keyboard().type(text);
        steps++;
    }

    private void press(String key) {
        clerk.keyboard().press(key);
        steps++;
    }

    /** As often as it takes; a field that is hidden isn't on the way. */
    private void tabTo(String name) {
        do {
            press("Tab");
        } while (!clerk.evaluate("document.activeElement.name").equals(name) && steps < STEPS_IN_A_MINUTE);
    }

    private String recorded(String medium) {
        clerk.navigate(base() + "/pengaduan/baru");
        clerk.locator("#medium").selectOption(medium);
        if (medium.equals("SOCIAL_MEDIA")) {
            clerk.locator("#outsideNumber").fill("https://contoh.id/" + UUID.randomUUID());
        }
        if (medium.equals("FAX")) {
            clerk.locator("#fax").fill("0761 000001");
        }
        if (medium.equals("LETTER")) {
            clerk.locator("#scan").setInputFiles(picture("surat.png"));
        }
        clerk.locator("#subject").fill("Izin belum selesai");
        clerk.locator("#story").fill("Sudah lewat dua hari kerja.");
        clerk.locator("#name").fill("Contoh Pengadu");
        clerk.locator("#phone").fill("0812 0000 0184");
        clerk.locator("#address").fill("Jalan Misal Nomor 5, Pekanbaru");
        clerk.locator("main [data-main]").click();
        clerk.waitForURL("**/pengaduan/PGD-*");
        return clerk.url().replaceAll(".*/pengaduan/([A-Z0-9-]+).*", "$1");
    }

    /** Out of a table of LAPOR. */
    private String imported() {
        String table = "Tracking ID;Judul Laporan;Isi Laporan Awal\n" + UUID.randomUUID() + ";Izin belum selesai;Sudah lewat dua hari kerja.\n";
        clerk.navigate(base() + "/pengaduan/impor");
        clerk.locator("#berkas").setInputFiles(new FilePayload("lapor.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
        clerk.locator("main [data-main]").click();
        assertThat(clerk.locator(".sentence")).containsText("1 baris siap dicatat");
        clerk.locator("main [data-main]").click();
        assertThat(clerk.locator("[role=status]").first()).containsText("1 pengaduan tercatat");
        return clerk.locator("tbody a").innerText();
    }

    private void sort(String number, Weight weight) {
        clerk.navigate(base() + "/pengaduan/" + number);
        clerk.locator("[name=CLASSIFY-weight][value=" + weight.name() + "]").check();
        clerk.locator("#CLASSIFY-section").selectOption("DIVISION_HEAD");
        main(clerk, "Pemilahan tersimpan");
        main(clerk, "sekarang di tangan Anda");
        if (weight != Weight.LIGHT) {
            assertThat(clerk.locator("#jawaban")).containsText("Belum dapat dikirim");
            main(clerk, "dinyatakan lengkap");
        }
    }

    private void decide(Page officer, String number, boolean government) {
        officer.navigate(base() + "/pengaduan?antrean=DECISION");
        officer.locator("a[href='/pengaduan/" + number + "']").click();
        officer.locator("#DECIDE-text").fill("Didahulukan.");
        if (government) {
            officer.locator("#DECIDE-with").fill("Contoh Asisten, Asisten II");
            officer.locator("#DECIDE-file").setInputFiles(picture("risalah.png"));
        }
        main(officer, "Keputusan tercatat");
    }

    private void answer(String number, String way, String reaction) {
        clerk.navigate(base() + "/pengaduan/" + number);
        chooseWay(way);
        clerk.locator("#ANSWER-text").fill("Sudah selesai, dapat diambil.");
        if (!reaction.isEmpty()) {
            clerk.locator("#ANSWER-reaction").fill(reaction);
        }
        main(clerk, "Jawaban tercatat");
        assertThat(clerk.locator("main")).containsText("Dijawab lewat " + way);
    }

    /** Planned as a task, done, and its outcome entered. */
    private void byHand(String number, String way, String outcome) {
        clerk.navigate(base() + "/pengaduan/" + number);
        chooseWay(way);
        clerk.locator("#ANSWER-text").fill("Sudah selesai, dapat diambil.");
        clerk.getByText("Jadikan tugas", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(clerk.locator("[role=status]").first()).containsText("Tugas menjawab tercatat");
        clerk.navigate(base() + "/pengaduan/tugas");
        clerk.locator("a.btn[href^='/pengaduan/" + number + "']").click();
        clerk.locator("#TRIED-outcome .choice").getByText(outcome, new Locator.GetByTextOptions().setExact(true)).click();
        clerk.locator("#tugas form button").click();
        assertThat(clerk.locator("main")).containsText("Dijawab lewat " + way);
    }

    private void chooseWay(String way) {
        if (clerk.locator("#ANSWER-way .choice").count() > 0) {
            clerk.locator("#ANSWER-way .choice").getByText(way, new Locator.GetByTextOptions().setExact(true)).click();
        }
    }

    private static void main(Page page, String then) {
        page.locator("main [data-main]").click();
        assertThat(page.locator("[role=status]").first()).containsText(then);
    }

    private static NewComplaint by(Medium medium) {
        return new NewComplaint(
                medium,
                new Complainant("Contoh Pengadu", "", "", "", medium == Medium.EMAIL ? "pengadu@contoh.id" : "", false, false),
                "",
                "",
                null,
                "Izin belum selesai",
                "Sudah lewat dua hari kerja.",
                "",
                UUID.randomUUID().toString());
    }

    private static FilePayload picture(String name) {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB), "png", png);
            return new FilePayload(name, "image/png", png.toByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String base() {
        return "http://localhost:" + port;
    }
}

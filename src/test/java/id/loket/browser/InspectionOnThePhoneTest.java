package id.loket.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.loket.casefile.OfficeAtWork;
import id.loket.casefile.card.Status;
import id.loket.standard.ApplicationKind;
import id.loket.testing.Chromium;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The technical team on the spot, with a telephone that runs no scripts: appointment, report with a photo, initials, hand-over. */
@LoketTest
class InspectionOnThePhoneTest {

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    @Test
    void the_team_inspects_with_a_telephone() throws IOException {
        clock.set("2026-11-23 09:00");
        String file = office.register(office.publish("PREMISES"), ApplicationKind.NEW);
        office.play(file, 2);
        try (Chromium chromium = new Chromium()) {
            BrowserContext phone = chromium.phoneWithoutScripts();
            Page page = Chromium.signedIn(phone, base(), "teknis");
            page.navigate(base() + "/berkas/" + file);
            press(page, "Terima berkas");
            press(page, "Jadwalkan pemeriksaan");
            page.getByLabel("Tanggal").fill("24-11-2026");
            page.getByLabel("Jam").fill("09.00");
            page.getByLabel("Contoh Teknis Dua").check();
            press(page, "Simpan jadwal");
            assertThat(page.locator("main").innerText()).contains("Selasa, 24 November 2026 pukul 09.00 WIB");

            clock.set("2026-11-24 09:40");
            page.navigate(base() + "/berkas/" + file);
            press(page, "Tulis berita acara");
            page.getByLabel("Dari pihak pemohon").fill("Contoh Penanggung Jawab");
            page.locator("[id='sesuai.STATEMENT']").getByLabel("Sesuai", exactly()).check();
            page.getByLabel("Foto 1", labelExactly()).setInputFiles(new FilePayload("IMG_0001.jpg", "image/jpeg", photo()));
            assertThat(page.getByLabel("Foto 1", labelExactly()).getAttribute("capture")).isEqualTo("environment");
            page.getByLabel("Keterangan foto 1").fill("Pintu keluar");
            page.getByLabel("Direkomendasikan", labelExactly()).check();
            assertThat(overflow(page)).as("nothing stands out at the side").isEqualTo(390);
            press(page, "Simpan berita acara");
            assertThat(page.locator("main").innerText()).contains("menunggu paraf anggota tim");

            Page second = Chromium.signedIn(chromium.phoneWithoutScripts(), base(), "teknis2");
            second.navigate(base() + "/berkas/" + file);
            press(second, "Paraf berita acara");
            assertThat(second.locator(".photos img")).satisfies(photos -> assertThat(photos.count()).isEqualTo(1));
            press(second, "Paraf berita acara");

            page.navigate(base() + "/berkas/" + file);
            press(page, "Selesai diperiksa di lapangan, serahkan");
            assertThat(office.seen(file).state().status()).isEqualTo(Status.IN_TRANSIT);
            assertThat(office.seen(file).state().step()).isEqualTo(4);
        }
    }

    private static void press(Page page, String words) {
        page.locator("main a.btn, main button.btn")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click();
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    private static Page.GetByLabelOptions labelExactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    /** Width of what is drawn. Playwright can ask even where the page itself runs no scripts. */
    private static int overflow(Page page) {
        return (int) page.evaluate("document.documentElement.scrollWidth");
    }

    private static byte[] photo() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4000, 3000, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        return bytes.toByteArray();
    }

    private String base() {
        return "http://localhost:" + port;
    }
}

package id.loket;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** {@code examples/main-job.sh} is documentation that runs: the whole job over HTTP, with curl alone. */
@LoketTest
class ExampleTest {

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    @Test
    @Tag("SOP-1")
    @Tag("SOP-8")
    @Tag("SOP-9")
    void the_example_plays_the_main_job() throws Exception {
        clock.set("2026-11-23 09:00");
        ProcessBuilder builder = new ProcessBuilder("examples/main-job.sh").redirectErrorStream(true);
        builder.environment().put("LOKET_URL", "http://localhost:" + port);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        assertThat(text)
                .containsPattern("nomor registrasi: SIKRO-2026-\\d{5}")
                .containsPattern("Nomor izin: 503/\\d+/DPMPTSP-SIKRO/XI/2026")
                .containsPattern("Verifikasi: https://loket.contoh.go.id/v/1471-[0-9B-Z]{16}");
    }
}

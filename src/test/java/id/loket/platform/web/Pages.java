package id.loket.platform.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import id.loket.platform.security.SignedIn;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** Renders templates with made-up data, without a server. */
final class Pages {

    static final OfficeInfo OFFICE = new OfficeInfo(
            1,
            "1471",
            "Pemerintah Kota Pekanbaru",
            "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
            "DPMPTSP Kota Pekanbaru",
            "DPMPTSP",
            "Pekanbaru",
            "Gedung pelayanan contoh, Jalan Contoh Nomor 1, Pekanbaru",
            "0761 000 000",
            "layanan@contoh.go.id",
            ZoneId.of("Asia/Jakarta"));
    static final SignedIn JUNIOR = new SignedIn(
            1, 3, "muda", "Contoh Muda", "CM", Set.of("JUNIOR_ANALYST"), "JF Analis Kebijakan Ahli Muda");
    static final SignedIn CLERK =
            new SignedIn(1, 1, "loket", "Contoh Loket", "CL", Set.of("FRONT_OFFICE"), "Front Office, Loket 2");
    /** Tuesday, 24 November 2026, 10.42 in Pekanbaru. */
    static final Instant NOW = Instant.parse("2026-11-24T03:42:00Z");

    private static final TemplateEngine TEMPLATES = WebShell.templateEngine();

    private Pages() {}

    static Ui ui(Locale locale, SignedIn officer, boolean demo) {
        var request = new MockHttpServletRequest("GET", "/meja-kerja");
        request.setAttribute(CsrfToken.class.getName(), new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "token"));
        return new Ui(Texts.bundles(), locale, NOW, () -> OFFICE, officer, request, Theme.SYSTEM, demo);
    }

    static String render(String template, Ui ui, Map<String, Object> model) {
        Map<String, Object> parameters = new HashMap<>(model);
        parameters.put("ui", ui);
        var page = new StringOutput();
        TEMPLATES.render(template + ".jte", parameters, page);
        return page.toString();
    }
}

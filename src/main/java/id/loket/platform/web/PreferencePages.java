package id.loket.platform.web;

import id.loket.platform.security.Open;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.view.RedirectView;

/** Language and theme: kept in a cookie each, then back to where the reader was. */
@Open
@Controller
class PreferencePages {

    /** A path on this site: browsers read {@code //host} and {@code /\host} as another site. */
    private static final Pattern PATH_HERE = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

    private final LocaleResolver languages;

    PreferencePages(LocaleResolver languages) {
        this.languages = languages;
    }

    @GetMapping("/bahasa")
    RedirectView language(
            @RequestParam String lang,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        languages.setLocale(request, response, WebShell.language(lang));
        return to(back);
    }

    @GetMapping("/tampilan")
    RedirectView theme(
            @RequestParam(defaultValue = "") String tema,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        String chosen = Theme.of(tema).attribute();
        ResponseCookie cookie = ResponseCookie.from(Theme.COOKIE, chosen == null ? "" : chosen)
                .path("/")
                .maxAge(chosen == null ? Duration.ZERO : Duration.ofDays(365))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return to(back);
    }

    private static RedirectView to(String back) {
        var redirect = new RedirectView(PATH_HERE.matcher(back).matches() ? back : "/");
        redirect.setExpandUriTemplateVariables(false);
        redirect.setExposeModelAttributes(false);
        return redirect;
    }
}

package id.loket.platform.web;

import id.loket.platform.LoketSettings;
import id.loket.platform.security.SignedIn;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** Makes the {@link Ui} of a page. */
@Component
class UiFactory {

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final OfficeDirectory offices;
    private final Clock clock;
    private final boolean demo;

    UiFactory(
            MessageSource messages,
            LocaleResolver locales,
            OfficeDirectory offices,
            Clock clock,
            LoketSettings settings) {
        this.messages = messages;
        this.locales = locales;
        this.offices = offices;
        this.clock = clock;
        this.demo = settings.demo();
    }

    /** @param model may say by {@code office} (an {@link OfficeInfo}) whose page it is */
    Ui of(HttpServletRequest request, Map<String, ?> model) {
        SignedIn officer = officer();
        Cookie theme = WebUtils.getCookie(request, Theme.COOKIE);
        return new Ui(
                messages,
                locales.resolveLocale(request),
                clock.instant(),
                office(model.get("office"), officer),
                officer,
                request,
                Theme.of(theme == null ? null : theme.getValue()),
                demo);
    }

    /** Asked late: an error page must be able to do without the database. */
    private Supplier<OfficeInfo> office(Object ofThePage, SignedIn officer) {
        if (ofThePage instanceof OfficeInfo office) {
            return () -> office;
        }
        return officer == null ? offices::home : () -> offices.byId(officer.officeId());
    }

    private static SignedIn officer() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn != null && signedIn.getPrincipal() instanceof SignedIn officer ? officer : null;
    }
}

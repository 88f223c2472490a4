package id.loket.platform.web;

import id.loket.platform.security.SignedIn;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What every template can ask: the reader's language and texts, who is signed in, whose page it is, and the office's ways to write
 * times and numbers. The view resolver adds it to each model as {@code ui}; it lives for one page.
 */
public final class Ui {

    private final MessageSource messages;
    private final Locale locale;
    private final Instant now;
    private final Supplier<OfficeInfo> office;
    private final SignedIn officer;
    private final HttpServletRequest request;
    private final Theme theme;
    private final boolean demo;
    private Formats formats;

    Ui(
            MessageSource messages,
            Locale locale,
            Instant now,
            Supplier<OfficeInfo> office,
            SignedIn officer,
            HttpServletRequest request,
            Theme theme,
            boolean demo) {
        this.messages = messages;
        this.locale = locale;
        this.now = now;
        this.office = office;
        this.officer = officer;
        this.request = request;
        this.theme = theme;
        this.demo = demo;
    }

    /** For what is rendered outside a request, such as printed papers: no path, no officer, no CSRF token. */
    public static Ui of(MessageSource messages, Locale locale, Instant now, OfficeInfo office) {
        return new Ui(messages, locale, now, () -> office, null, null, Theme.SYSTEM, false);
    }

    /** The text for a key in the reader's language; {@code ??key??} if it is missing. See {@link Texts} for how texts are written. */
    public String t(String key, Object... args) {
        return Texts.text(messages, locale, key, args);
    }

    public Locale locale() {
        return locale;
    }

    /** Path of the page without query; on an error page the path that was asked for. */
    public String path() {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    /** Path with query, as the place to come back to. */
    public String here() {
        return request.getQueryString() == null ? path() : path() + "?" + request.getQueryString();
    }

    public Instant now() {
        return now;
    }

    public ZoneId zone() {
        return office().zone();
    }

    /** The officer who is signed in, or null. */
    public SignedIn officer() {
        return officer;
    }

    /** Whether the officer holds the role with this code. */
    public boolean is(String role) {
        return officer != null && officer.roles().contains(role);
    }

    /** The office whose page this is. */
    public OfficeInfo office() {
        return office.get();
    }

    public Theme theme() {
        return theme;
    }

    public String csrfName() {
        return csrf().getParameterName();
    }

    /** Begins a session if there is none yet, so ask only on pages with a form that posts. */
    public String csrfToken() {
        return csrf().getToken();
    }

    private CsrfToken csrf() {
        return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    }

    /** Whether this is the demo, with its accounts shown at sign-in. */
    public boolean demo() {
        return demo;
    }

    /**
     * The address of a file under {@code static}, with a fingerprint of its content.
     *
     * @param path for example {@code /css/loket.css}
     */
    public String asset(String path) {
        return Assets.address(path);
    }

    /** See {@link Formats#dateLong(Instant)}. */
    public String dateLong(Instant instant) {
        return formats().dateLong(instant);
    }

    /** See {@link Formats#dateLong(LocalDate)}. */
    public String dateLong(LocalDate date) {
        return formats().dateLong(date);
    }

    /** See {@link Formats#date}. */
    public String date(LocalDate date) {
        return formats().date(date);
    }

    /** See {@link Formats#dateShort(LocalDate)}. */
    public String dateShort(LocalDate date) {
        return formats().dateShort(date);
    }

    /** See {@link Formats#dateTimeLong}. */
    public String dateTimeLong(Instant instant) {
        return formats().dateTimeLong(instant);
    }

    /** See {@link Formats#dateShort}. */
    public String dateShort(Instant instant) {
        return formats().dateShort(instant);
    }

    /** See {@link Formats#datePrint}. */
    public String datePrint(LocalDate date) {
        return formats().datePrint(date);
    }

    /** See {@link Formats#moment}. */
    public String moment(Instant instant) {
        return formats().moment(instant, now);
    }

    /** See {@link Formats#day}. */
    public String day(Instant instant) {
        return formats().day(instant, now);
    }

    /** See {@link Formats#dayTiny}. */
    public String dayTiny(LocalDate date) {
        return formats().dayTiny(date);
    }

    /** See {@link Formats#due}. */
    public String due(Instant instant) {
        return formats().due(instant, now);
    }

    /** See {@link Formats#time}. */
    public String time(Instant instant) {
        return formats().time(instant);
    }

    /** See {@link Formats#minutes}. */
    public String minutes(long minutes) {
        return formats().minutes(minutes);
    }

    /** See {@link Formats#minutesShort}. */
    public String minutesShort(long minutes) {
        return formats().minutesShort(minutes);
    }

    /** See {@link Formats#workingDays}. */
    public String workingDays(long days) {
        return formats().workingDays(days);
    }

    /** See {@link Formats#number}. */
    public String number(long number) {
        return formats().number(number);
    }

    /** See {@link Formats#rupiah}. */
    public String rupiah(long amount) {
        return formats().rupiah(amount);
    }

    private Formats formats() {
        if (formats == null) {
            formats = new Formats(messages, locale, zone());
        }
        return formats;
    }
}

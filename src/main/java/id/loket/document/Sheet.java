package id.loket.document;

import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;

/** What every template of a paper has at hand: words, dates as they are printed, the letterhead. */
public final class Sheet {

    /** Other zones show their offset. */
    private static final Map<String, String> ZONES = Map.of("+07:00", "WIB", "+08:00", "WITA", "+09:00", "WIT");

    private final MessageSource messages;
    private final Letterhead office;
    private final Locale locale;

    Sheet(MessageSource messages, Letterhead office, Locale locale) {
        this.messages = messages;
        this.office = office;
        this.locale = locale;
    }

    /** Text of the bundle {@code messages/document}; its keys begin with {@code paper.}, so that they meet no page's. */
    public String t(String key, Object... args) {
        return messages.getMessage("paper." + key, args, locale);
    }

    public Letterhead office() {
        return office;
    }

    public String lang() {
        return locale.getLanguage();
    }

    public String css() {
        return Stylesheet.TEXT;
    }

    private static final class Stylesheet {
        private static final String TEXT = new String(Resources.bytes("/document/paper.css"), StandardCharsets.UTF_8);
    }

    /** 20-11-2026 */
    public String date(Instant at) {
        return format("dd-MM-uuuu", at);
    }

    /** 14.02 */
    public String time(Instant at) {
        return format("HH.mm", at);
    }

    /** Rabu, 25 November 2026 pukul 16.00 WIB */
    public String moment(Instant at) {
        var zoned = local(at);
        String offset = zoned.getOffset().getId();
        return t("moment", format("EEEE, d MMMM uuuu", at), time(at), ZONES.getOrDefault(offset, "UTC" + offset));
    }

    /** 25 November 2026 */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", locale).format(day);
    }

    /** Rp50.000 */
    public String rupiah(long amount) {
        return "Rp" + NumberFormat.getIntegerInstance(locale).format(amount);
    }

    /** lima puluh ribu rupiah */
    public String inWords(long amount) {
        return Spelled.out(amount) + " rupiah";
    }

    /** A JPEG as an address that needs no second file. */
    public String photo(byte[] jpeg) {
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
    }

    public String capitals(String text) {
        return text.toUpperCase(locale);
    }

    /** A PNG as an address that needs no second file. */
    public String image(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    /** A length for a style, e.g. {@code 12.35mm}. */
    public String mm(double length) {
        return String.format(Locale.ROOT, "%.2fmm", length);
    }

    ZonedDateTime local(Instant at) {
        return at.atZone(office.zone());
    }

    private String format(String pattern, Instant at) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(local(at));
    }
}

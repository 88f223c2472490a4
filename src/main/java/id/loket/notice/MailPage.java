package id.loket.notice;

import id.loket.platform.web.OfficeInfo;
import java.util.List;

/**
 * An e-mail as HTML, for {@code notice/mail.jte}.
 *
 * @param footer why one gets it, and from whom
 */
public record MailPage(String language, String title, List<Line> lines, OfficeInfo office, String footer) {

    /** @param link the whole line is an address to follow */
    public record Line(String text, boolean link) {}

    static List<Line> lines(String body) {
        return body.lines().map(String::strip).filter(l -> !l.isEmpty()).map(l -> new Line(l, l.matches("https?://\\S+"))).toList();
    }
}

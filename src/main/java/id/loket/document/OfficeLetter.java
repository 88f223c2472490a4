package id.loket.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A letter of the office to somebody's home, always in Indonesian, with the address where a window envelope shows it.
 *
 * @param number     of the letter
 * @param date       of the letter
 * @param subject    what it is about (<i>hal</i>)
 * @param recipient  name
 * @param address    of the recipient, one line each
 * @param paragraphs what it says, one after the other; at least one
 * @param facts      what the letter is about in figures, below the first paragraph; may be empty
 * @param signatory  who signs
 * @param renderedAt date of the PDF
 */
public record OfficeLetter(String number, LocalDate date, String subject, String recipient, List<String> address,
        List<String> paragraphs, List<Fact> facts, Signatory signatory, Instant renderedAt) {

    /** One fact: what, and its value. */
    public record Fact(String label, String value) {
    }
}

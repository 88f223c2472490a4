package id.loket.document;

import java.time.LocalDate;
import java.util.List;

/**
 * The mailing list (<i>ekspedisi</i>) of letters that go out together: the carrier signs for them.
 *
 * @param day      on which they go out
 * @param carrier  who takes them; empty leaves a blank
 * @param letters  at least one
 * @param printing when and by whom
 */
public record MailingSheet(LocalDate day, String carrier, List<Letter> letters, Printing printing) {

    /**
     * One letter.
     *
     * @param tracking number of the carrier; empty leaves a blank
     */
    public record Letter(String number, String recipient, String address, String subject, String tracking) {
    }
}

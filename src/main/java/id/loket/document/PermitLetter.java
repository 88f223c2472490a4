package id.loket.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The permit itself (DLV-5, MFG-1), always in Indonesian and without band: the official form.
 *
 * @param title            title of the letter; printed in capitals
 * @param number           null leaves a blank: the number is given after the signature (SOP-7, SOP-8)
 * @param considering      grounds ("Menimbang"); may be empty
 * @param recalling        legal basis ("Mengingat"); may be empty
 * @param opening          sentence before the data, e.g. "memberikan izin kepada:"
 * @param data             what the permit says of its holder, in order
 * @param statement        what is permitted, e.g. "untuk bekerja sebagai refraksionis optisien pada tempat tersebut."
 * @param terms            duties of the holder, one numbered line each; may be empty
 * @param validity         how long it holds, one sentence
 * @param date             date of the letter; null leaves a blank
 * @param signatory        who signs
 * @param initials         who initials before the signature, in order (SOP-4 to SOP-6)
 * @param verificationCode as read out; printed beside the QR
 * @param verificationUrl  what the QR opens
 * @param state            how far it is
 * @param renderedAt       date of the PDF
 */
public record PermitLetter(String title, String number, List<String> considering, List<String> recalling,
        String opening, List<Field> data, String statement, List<String> terms, String validity, LocalDate date, Signatory signatory,
        List<Initial> initials, String verificationCode, String verificationUrl, State state, Instant renderedAt) {

    /** One line of data. */
    public record Field(String label, String value) {
    }

    /**
     * One cell of the initials table.
     *
     * @param role who
     * @param mark the initials; null leaves the cell free for the pen
     */
    public record Initial(String role, String mark) {
    }

    /** A draft carries a watermark; what goes to the signatory and what is issued do not. */
    public enum State {
        DRAFT, FOR_SIGNATURE, ISSUED
    }
}

package id.loket.document;

import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Makes every paper of the office as PDF/A-2a with embedded fonts. Thread-safe; nothing is loaded before the first paper.
 *
 * <p>Letters are in Indonesian, whoever reads them; sheets are in the reader's language.
 */
@Component
public class Papers {

    /** @return the card, A4; more than one page when there were many rounds */
    public byte[] controlCard(ControlCardSheet sheet, Letterhead office, Locale locale) {
        throw new UnsupportedOperationException();
    }

    /** @return the applicant's and the office's half on one A4 sheet; longer when much was handed in */
    public byte[] fileReceipt(FileReceipt receipt, Letterhead office, Locale locale) {
        throw new UnsupportedOperationException();
    }

    /** @return what is missing, A4 */
    public byte[] missingList(MissingList list, Letterhead office, Locale locale) {
        throw new UnsupportedOperationException();
    }

    /** @return the permit, A4 */
    public byte[] permitLetter(PermitLetter letter, Letterhead office) {
        throw new UnsupportedOperationException();
    }

    /** @return the refusal, A4 */
    public byte[] rejectionLetter(RejectionLetter letter, Letterhead office) {
        throw new UnsupportedOperationException();
    }

    /** @return the proof of collection, A4 */
    public byte[] collectionReceipt(CollectionReceipt receipt, Letterhead office, Locale locale) {
        throw new UnsupportedOperationException();
    }

    /** @return the service's information, A4 */
    public byte[] serviceSheet(ServiceSheet sheet, Letterhead office, Locale locale) {
        throw new UnsupportedOperationException();
    }
}

package id.loket.document;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * Makes every paper of the office as PDF/A-2a with embedded fonts. Thread-safe; nothing is loaded before the first paper.
 *
 * <p>Letters are in Indonesian, whoever reads them; sheets are in the reader's language.
 */
@Component
public class Papers {

    private static final Locale INDONESIAN = Locale.of("id");
    /** Signs that XML can't carry, such as a stray control character in a pasted name. */
    private static final Pattern UNPRINTABLE = Pattern.compile(
            "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    /** Height of the page of an SOP without its margins, of the head of its table, and of the space between them; see paper.css. */
    private static final double SOP_PAGE_MM = 183;
    private static final double SOP_TABLE_HEAD_MM = SopSheet.TABLE_HEAD;
    private static final double SOP_GAP_MM = 4;

    /** The engine, with its fonts, from the first paper on. */
    private static final class Engine {
        private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);
        private static final MessageSource MESSAGES = messages();
        private static final Pdf PDF = new Pdf();

        private static MessageSource messages() {
            var messages = new ResourceBundleMessageSource();
            messages.setBasename("messages/document");
            messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
            messages.setDefaultLocale(INDONESIAN);
            messages.setAlwaysUseMessageFormat(true);
            return messages;
        }
    }

    /** @return the card, A4; more than one page when there were many rounds */
    public byte[] controlCard(ControlCardSheet sheet, Letterhead office, Locale locale) {
        return print("controlCard", sheet, sheet.printing().at(), office, locale);
    }

    /** @return the cards one after the other, each on pages of its own; at least one */
    public byte[] controlCards(List<ControlCardSheet> sheets, Letterhead office, Locale locale) {
        return print("controlCards", sheets, sheets.getFirst().printing().at(), office, locale);
    }

    /** @return the applicant's and the office's half on one A4 sheet; longer when much was handed in */
    public byte[] fileReceipt(FileReceipt receipt, Letterhead office, Locale locale) {
        return print("fileReceipt", receipt, receipt.printing().at(), office, locale);
    }

    /** @return what the complainant takes home, A4; longer with a long story */
    public byte[] complaintReceipt(ComplaintReceipt receipt, Letterhead office, Locale locale) {
        return print("complaintReceipt", receipt, receipt.printing().at(), office, locale);
    }

    /** @return what is missing, A4 */
    public byte[] missingList(MissingList list, Letterhead office, Locale locale) {
        return print("missingList", list, list.printing().at(), office, locale);
    }

    /** @return the permit, A4 */
    public byte[] permitLetter(PermitLetter letter, Letterhead office) {
        return print("permitLetter", letter, letter.renderedAt(), office, INDONESIAN);
    }

    /** @return the refusal, A4 */
    public byte[] rejectionLetter(RejectionLetter letter, Letterhead office) {
        return print("rejectionLetter", letter, letter.renderedAt(), office, INDONESIAN);
    }

    /** @return the proof of collection, A4 */
    public byte[] collectionReceipt(CollectionReceipt receipt, Letterhead office, Locale locale) {
        return print("collectionReceipt", receipt, receipt.printing().at(), office, locale);
    }

    /** @return the bill, A4 */
    public byte[] bill(BillSheet bill, Letterhead office) {
        return print("bill", bill, bill.printing().at(), office, INDONESIAN);
    }

    /** @return the proof of payment, A4 */
    public byte[] paymentReceipt(PaymentReceipt receipt, Letterhead office) {
        return print("paymentReceipt", receipt, receipt.printing().at(), office, INDONESIAN);
    }

    /** @return the order to inspect, A4 */
    public byte[] assignmentLetter(AssignmentLetter letter, Letterhead office) {
        return print("assignmentLetter", letter, letter.printing().at(), office, INDONESIAN);
    }

    /** @return what an inspection found, A4; more than one page with photos */
    public byte[] inspectionSheet(InspectionSheet sheet, Letterhead office) {
        return print("inspectionSheet", sheet, sheet.printing().at(), office, INDONESIAN);
    }

    /** @return the service's information, A4 */
    public byte[] serviceSheet(ServiceSheet sheet, Letterhead office, Locale locale) {
        return print("serviceSheet", sheet, sheet.printing().at(), office, locale);
    }

    /** @return the letter, A4 */
    public byte[] officeLetter(OfficeLetter letter, Letterhead office) {
        return print("officeLetter", letter, letter.renderedAt(), office, INDONESIAN);
    }

    /** @return the mailing list, A4; longer when many letters go out */
    public byte[] mailingSheet(MailingSheet sheet, Letterhead office, Locale locale) {
        return print("mailingSheet", sheet, sheet.printing().at(), office, locale);
    }

    /** @return the cover, A4 */
    public byte[] faxCover(FaxCover cover, Letterhead office, Locale locale) {
        return print("faxCover", cover, cover.printing().at(), office, locale);
    }

    /** @return the register, A4 across, as many pages as it takes */
    public byte[] registerSheet(RegisterSheet sheet, Letterhead office, Locale locale) {
        return print("registerSheet", sheet, sheet.printing().at(), office, locale);
    }

    /** @return the report, A4, as many pages as it takes */
    public byte[] reportSheet(ReportSheet sheet, Letterhead office) {
        return print("reportSheet", sheet, sheet.printing().at(), office, INDONESIAN);
    }

    /** @return the published standard, A4, several pages */
    public byte[] standardSheet(StandardSheet sheet, Letterhead office, Locale locale) {
        return print("standardSheet", sheet, sheet.printing().at(), office, locale);
    }

    /** @return the charter, A4 */
    public byte[] charter(Charter charter, Letterhead office, Locale locale) {
        return print("charter", charter, charter.printing().at(), office, locale);
    }

    /**
     * @param plotter draws the flow into the rows once their heights are known
     * @return the sheet of an SOP, A4 across, as many pages as it takes
     */
    public byte[] sopSheet(SopSheet sheet, SopSheet.Plotter plotter, Letterhead office, Locale locale) {
        List<String> rows = sheet.rows().stream().map(row -> "row-" + row.no()).toList();
        List<String> ids = Stream.concat(rows.stream(), Stream.of("sop-head", "sop-total")).toList();
        Map<String, Double> measured = Engine.PDF.heights(write("sopSheet", Map.of("it", sheet), office, locale), ids);
        List<Double> heights = rows.stream().map(measured::get).toList();
        double room = SOP_PAGE_MM - SOP_TABLE_HEAD_MM;
        var pages = plotter.plot(heights, room - measured.get("sop-head") - SOP_GAP_MM, room, measured.get("sop-total") + SOP_GAP_MM);
        return Engine.PDF.render(
                write("sopSheet", Map.of("it", sheet, "pages", pages), office, locale),
                sheet.printing().at().atZone(office.zone()));
    }

    private static byte[] print(String template, Object content, Instant at, Letterhead office, Locale locale) {
        return Engine.PDF.render(write(template, Map.of("it", content), office, locale), at.atZone(office.zone()));
    }

    private static String write(String template, Map<String, Object> content, Letterhead office, Locale locale) {
        Map<String, Object> model = new HashMap<>(content);
        model.put("s", new Sheet(Engine.MESSAGES, office, locale));
        var xhtml = new StringOutput();
        Engine.TEMPLATES.render("document/" + template + ".jte", model, xhtml);
        return UNPRINTABLE.matcher(xhtml.toString()).replaceAll("");
    }
}

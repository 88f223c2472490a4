package id.loket.portal;

import id.loket.complaint.ComplaintRefused.Problem;
import id.loket.complaint.SimilarComplaint;
import id.loket.complaint.handling.Matter;
import id.loket.complaint.web.HeldComplaints.HeldFile;
import id.loket.complaint.web.WebForm;
import id.loket.platform.web.Choice;
import id.loket.platform.web.FieldError;
import id.loket.platform.web.OfficeInfo;
import id.loket.platform.web.Ui;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The complaint form, and the page on which its answers are looked through.
 *
 * @param token    names the form; only its sender knows it
 * @param files    that came with it already
 * @param problems in the reader's language
 * @param similar  open complaints like it; on the second page only
 */
public record ComplaintFormPage(
        OfficeInfo office, String token, WebForm form, List<HeldFile> files, List<FieldError> problems, List<SimilarComplaint> similar) {

    /** Fields of a complaint and the names that they have in the form. */
    private static final Map<String, String> FIELDS = Map.of(
            "subject", "pokok",
            "story", "cerita",
            "wanted", "harapan",
            "registration", "berkas",
            "happenedOn", "tanggal",
            "name", "nama",
            "address", "alamat",
            "phone", "telepon",
            "email", "surel");

    /** What is wrong with a field; null if nothing. */
    public String error(String field) {
        return problems.stream().filter(p -> p.field().equals(field)).findFirst().map(FieldError::message).orElse(null);
    }

    /** The form's own address part: its office and its token. */
    public String key() {
        return office.code() + "-" + token;
    }

    public static List<Choice> matters(Ui ui) {
        return Arrays.stream(Matter.values()).map(m -> new Choice(m.name(), ui.t("aduan.matter." + m.name()))).toList();
    }

    static List<FieldError> words(Ui ui, List<Problem> problems) {
        return problems.stream()
                .map(p -> new FieldError(FIELDS.getOrDefault(p.field(), p.field()), ui.t("aduan." + p.key())))
                .toList();
    }
}

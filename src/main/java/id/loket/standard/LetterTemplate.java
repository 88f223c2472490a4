package id.loket.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The letter that the service produces (component 5, <i>produk pelayanan</i>), in Indonesian whoever reads it. Who initials and who
 * signs it is said by the SOP.
 *
 * <p>Templates know the names of {@link #NAMES} and {@code fields.<name>} for every field of the form.
 *
 * @param title       e.g. "Surat Izin Kerja Refraksionis Optisien"
 * @param considering grounds (<i>menimbang</i>); may be empty
 * @param recalling   codes of the legal basis that is cited (<i>mengingat</i>), in order
 * @param opening     sentence before the data
 * @param data        rows of the permit; a row that comes out empty is left out
 * @param statement   what is permitted, after the data
 * @param terms       duties of the holder, one numbered line each; may be empty
 * @param validity    how long it holds, one sentence; a permit without an end comes out without it
 */
public record LetterTemplate(
        String title,
        List<Template> considering,
        List<String> recalling,
        Template opening,
        List<Row> data,
        Template statement,
        List<Template> terms,
        Template validity) {

    /** A row of data: label and value. */
    public record Row(String label, Template value) {
        public Row {
            new Faults()
                    .expect(label != null && !label.isBlank(), "label", "missing", "label")
                    .given(value, "value")
                    .raise();
        }
    }

    /** What a template may name besides the fields of the form; dates are filled in as they are written out. */
    public static final Set<String> NAMES = Set.of(
            "applicant.name",
            "applicant.nik",
            "applicant.birthPlace",
            "applicant.birthDate",
            "applicant.sex",
            "applicant.address",
            "applicant.phone",
            "applicant.email",
            "file.registration",
            "file.date",
            "permit.validUntil",
            "office.name",
            "office.city");

    public LetterTemplate {
        considering = Faults.copy(considering);
        recalling = Faults.copy(recalling);
        data = Faults.copy(data);
        terms = Faults.copy(terms);
        new Faults()
                .expect(title != null && !title.isBlank(), "title", "missing", "title")
                .expect(!recalling.isEmpty(), "recalling", "recalling-empty")
                .given(opening, "opening")
                .expect(!data.isEmpty(), "data", "letter-data-empty")
                .given(statement, "statement")
                // the definition has a validity too
                .expect(validity != null, "validity", "missing", "letter/validity")
                .raise();
    }

    /** Every template with its path in the file, for checks. */
    List<Located> templates() {
        List<Located> all = new ArrayList<>();
        for (int i = 0; i < considering.size(); i++) {
            all.add(new Located("considering/" + i, considering.get(i)));
        }
        all.add(new Located("opening", opening));
        for (int i = 0; i < data.size(); i++) {
            all.add(new Located("data/" + i + "/value", data.get(i).value()));
        }
        all.add(new Located("statement", statement));
        for (int i = 0; i < terms.size(); i++) {
            all.add(new Located("terms/" + i, terms.get(i)));
        }
        all.add(new Located("validity", validity));
        all.removeIf(located -> located.template() == null);
        return all;
    }

    record Located(String path, Template template) {}
}

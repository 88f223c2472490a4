package id.loket.standard;

import java.util.List;

/** Fields of the intake form that belong together, under a heading. */
public record FormSection(Text title, List<FormField> fields) {
    public FormSection {
        fields = Faults.copy(fields);
        new Faults().given(title, "title").expect(!fields.isEmpty(), "fields", "section-empty").raise();
    }
}

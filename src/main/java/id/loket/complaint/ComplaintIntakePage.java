package id.loket.complaint;

import id.loket.casefile.CaseFileView;
import id.loket.office.Officers.Role;
import id.loket.platform.web.FieldError;
import java.util.List;
import java.util.Map;

/**
 * The form at the complaint counter.
 *
 * @param typed what was typed, kept when something is to be mended
 * @param file  the file that was looked up; null for none
 */
public record ComplaintIntakePage(
        Map<String, String> typed,
        String token,
        List<FieldError> errors,
        CaseFileView file,
        List<ComplaintKinds.Kind> kinds,
        List<Role> sections) {

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public String value(String field, String otherwise) {
        return value(field).isEmpty() ? otherwise : value(field);
    }

    /** What is wrong with a field; null if nothing. */
    public String error(String field) {
        return errors.stream().filter(e -> e.field().equals(field)).findFirst().map(FieldError::message).orElse(null);
    }
}

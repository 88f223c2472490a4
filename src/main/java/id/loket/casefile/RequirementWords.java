package id.loket.casefile;

import id.loket.platform.web.Ui;
import id.loket.standard.Requirement;
import java.util.Locale;

/** Requirements in words. */
public final class RequirementWords {

    private RequirementWords() {}

    /** In which form and how many, such as "salinan dilegalisasi" or "asli, 2 lembar". */
    public static String form(Ui ui, Requirement requirement) {
        String form = ui.t("requirement.form." + requirement.form().name());
        return requirement.count() == 1 ? form : ui.t("requirement.count", form, requirement.count());
    }

    /** Name, form and what is asked of it in one, such as "Pas foto 4x6 (asli, 2 lembar; Latar merah)". */
    public static String whole(Ui ui, Requirement requirement) {
        String hint = hint(requirement, ui.locale());
        return requirement.name().in(ui.locale()) + " (" + form(ui, requirement) + (hint == null ? "" : "; " + hint) + ")";
    }

    /** More about it; null for nothing. */
    public static String hint(Requirement requirement, Locale locale) {
        return requirement.hint() == null ? null : requirement.hint().in(locale);
    }
}

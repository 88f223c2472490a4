package id.loket.standard;

import id.loket.office.FacilityKind;
import id.loket.platform.web.Status;
import id.loket.platform.web.Ui;
import id.loket.standard.Completeness.Gap;
import id.loket.worktime.WorkDuration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the pages about versions say, in the reader's language. */
public final class StandardWords {

    private StandardWords() {}

    /** A value of a definition, such as one side of a difference; empty for none. */
    public static String value(Ui ui, Object value) {
        return switch (value) {
            case null -> "";
            case Text text -> text.in(ui.locale());
            case LocalDate date -> ui.date(date);
            case WorkDuration.Minutes(int n) -> ui.t("time.minutes", n);
            case WorkDuration.Hours(int n) -> ui.t("time.hours", n);
            case WorkDuration.WorkingDays(int n) -> ui.workingDays(n);
            case Boolean yes -> ui.t(yes ? "answer.yes" : "answer.no");
            case Requirement.Form form -> ui.t("requirement.form." + form.name());
            case Requirement.Group group -> ui.t("requirement.group." + group.name());
            case ApplicationKind kind -> ui.t("kind." + kind.name());
            case FacilityKind kind -> ui.t("facility.kind." + kind.name());
            case Complaints.Medium medium -> ui.t("medium." + medium.name());
            case Template template -> template.text();
            case Fee fee -> fee(ui, fee);
            case Fee.Rate rate -> rate(ui, rate);
            case ScanLimits scans -> ui.t("difference.scans", ui.number(scans.maxBytes()), value(ui, scans.accept()));
            case Condition condition -> condition.all().entrySet().stream()
                    .map(e -> e.getKey() + " = " + String.join(", ", e.getValue()))
                    .collect(Collectors.joining("; "));
            case Map<?, ?> map -> map.toString();
            case Collection<?> all -> all.stream().map(v -> value(ui, v)).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    /** Where in a standard something is, such as "Persyaratan: KTP-el, jumlah". */
    public static String place(Ui ui, Differences.Difference difference) {
        String property = difference.property().isEmpty() ? "" : property(ui, difference.property());
        return difference.item().isEmpty() || property.isEmpty() ? difference.item() + property : difference.item() + ": " + property;
    }

    /** The parts of a standard that are different, in order, each with its differences. */
    public static Map<String, List<Differences.Difference>> byComponent(List<Differences.Difference> differences) {
        return differences.stream()
                .collect(Collectors.groupingBy(Differences.Difference::component, LinkedHashMap::new, Collectors.toList()));
    }

    /** What is lacking. */
    public static String gap(Ui ui, Gap gap) {
        return ui.t("gap." + gap.kind().name(), gap.args().stream().map(a -> a instanceof Integer n ? n : value(ui, a)).toArray());
    }

    /** Where it can be mended; null where no page can. */
    public static String gapLink(String code, Gap gap) {
        return switch (gap.kind()) {
            case ROLE_EMPTY, ROLE_ONE, SAME_EYES, STAFF_FEW -> "/pengaturan";
            case FACILITY_MISSING, FACILITY_REPAIR -> "/pengaturan/sarana?jenis=" + gap.args().getFirst();
            case NO_HOURS -> "/pengaturan/kalender";
            case NO_HOLIDAYS -> "/pengaturan/kalender?tahun=" + gap.args().getFirst();
            case NUMBER_CLASH, LETTER_HOLDER, LETTER_VALIDITY, OPEN_POINT -> "/pengaturan/layanan/" + code;
            case NO_EMAIL, NO_PHONE -> null;
        };
    }

    /** The look of a version's state. */
    public static Status status(ServiceVersion.State state) {
        return switch (state) {
            case PLANNED -> Status.TRANSIT;
            case IN_FORCE -> Status.OK;
            case REPLACED -> Status.DONE;
            case WITHDRAWN -> Status.WITHDRAWN;
        };
    }

    private static String property(Ui ui, String path) {
        return Arrays.stream(path.split("/"))
                .map(name -> ui.t("property." + name))
                .collect(Collectors.joining(", "));
    }

    private static String fee(Ui ui, Fee fee) {
        return fee.isFree() ? ui.t("fee.free") : fee.rates().stream().map(r -> rate(ui, r)).collect(Collectors.joining("; "));
    }

    private static String rate(Ui ui, Fee.Rate rate) {
        String amount = rate.amount() == 0 ? ui.t("fee.free") : ui.rupiah(rate.amount());
        return rate.note() == null ? amount : amount + " " + rate.note().in(ui.locale());
    }
}

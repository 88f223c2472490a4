package id.loket.casefile;

import id.loket.platform.web.Ui;
import id.loket.standard.Fee;
import id.loket.standard.FormField;
import id.loket.worktime.WorkDuration;
import java.time.LocalDate;
import java.util.LongSummaryStatistics;
import java.util.stream.Collectors;

/** What a service promises and costs, in words. */
public final class ServiceWords {

    private ServiceWords() {}

    /** A duration in its own unit: minutes, hours and working days are never turned into one another. */
    public static String duration(Ui ui, WorkDuration duration) {
        return switch (duration) {
            case WorkDuration.Minutes(int minutes) -> ui.t("time.minutes", minutes);
            case WorkDuration.Hours(int hours) -> ui.t("time.hours", hours);
            case WorkDuration.WorkingDays(int days) -> ui.workingDays(days);
        };
    }

    /** The same for a narrow column: "35 m", "2 j", "1 hari". */
    public static String durationShort(Ui ui, WorkDuration duration) {
        return switch (duration) {
            case WorkDuration.Minutes(int minutes) -> ui.t("time.minutes.short", String.valueOf(minutes));
            case WorkDuration.Hours(int hours) -> ui.t("time.hours.short", hours);
            case WorkDuration.WorkingDays(int days) -> ui.t("card.days", days);
        };
    }

    /** An answer of the form as it is read: dates written out, choices by their names. */
    public static String answer(Ui ui, FormField field, String answer) {
        return switch (field.type()) {
            case DATE -> ui.date(LocalDate.parse(answer));
            case CHOICE ->
                field.choices().stream()
                        .filter(c -> c.code().equals(answer))
                        .findFirst()
                        .map(c -> c.label().in(ui.locale()))
                        .orElse(answer);
            case YES_NO -> ui.t("answer." + answer);
            case TEXT, LONG_TEXT, NUMBER, PHONE -> answer;
        };
    }

    /** The whole fee: "Gratis", "Rp50.000", or each amount with its case. */
    public static String fee(Ui ui, Fee fee) {
        return fee.isFree()
                ? ui.t("fee.free")
                : fee.rates().stream()
                        .map(r -> r.note() == null ? amount(ui, r.amount()) : amount(ui, r.amount()) + " " + r.note().in(ui.locale()))
                        .collect(Collectors.joining("; "));
    }

    /** The fee for a line in a list: "Gratis", "Rp50.000" or, where it differs by case, "Rp7.500 sampai Rp15.000". */
    public static String feeShort(Ui ui, Fee fee) {
        LongSummaryStatistics amounts = fee.rates().stream().mapToLong(Fee.Rate::amount).summaryStatistics();
        return fee.isFree() || amounts.getMin() == amounts.getMax()
                ? amount(ui, fee.isFree() ? 0 : amounts.getMax())
                : ui.t("fee.between", amount(ui, amounts.getMin()), amount(ui, amounts.getMax()));
    }

    private static String amount(Ui ui, long rupiah) {
        return rupiah == 0 ? ui.t("fee.free") : ui.rupiah(rupiah);
    }
}

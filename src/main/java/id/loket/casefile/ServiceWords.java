package id.loket.casefile;

import id.loket.platform.web.Ui;
import id.loket.standard.Fee;
import id.loket.worktime.WorkDuration;

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

    public static String fee(Ui ui, Fee fee) {
        return fee.free() ? ui.t("fee.free") : ui.rupiah(fee.amount());
    }
}

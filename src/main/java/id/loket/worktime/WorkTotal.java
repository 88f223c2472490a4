package id.loket.worktime;

import java.util.Collection;

/**
 * A sum of working times that stays mixed: "70 minutes and 1 working day" (SOP-total).
 *
 * @param minutes     working minutes, 0 or more; hours are added here, for an hour is sixty minutes of working time
 * @param workingDays 0 or more
 */
public record WorkTotal(int minutes, int workingDays) {

    public static WorkTotal of(Collection<WorkDuration> durations) {
        int minutes = 0;
        int days = 0;
        for (WorkDuration duration : durations) {
            switch (duration) {
                case WorkDuration.Minutes m -> minutes += m.minutes();
                case WorkDuration.Hours h -> minutes += h.hours() * 60;
                case WorkDuration.WorkingDays d -> days += d.days();
            }
        }
        return new WorkTotal(minutes, days);
    }
}

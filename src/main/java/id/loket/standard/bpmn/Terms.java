package id.loket.standard.bpmn;

import id.loket.worktime.WorkDuration;
import java.util.Set;

/** What things are called in the model: the same words on the way out and on the way in. */
final class Terms {

    /** Read by Camunda 7 and its modeller, and by Operaton as if it were its own. */
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    static final String OPERATON = "http://operaton.org/schema/1.0/bpmn";
    static final String FLOWABLE = "http://flowable.org/bpmn";

    /** The variable that a step with more than one way on is completed with. */
    static final String OUTCOME = "outcome";

    static final String HAND_OVER = "HAND_OVER";
    static final String RETURN_TO_APPLICANT = "RETURN_TO_APPLICANT";
    static final String REJECT = "REJECT";

    /** Labels of the lines under the activity in a task's documentation. */
    static final String TIME = "Waktu";

    static final String INPUTS = "Kelengkapan";
    static final String OUTPUT = "Output";
    static final String REMARK = "Keterangan";

    static final Set<String> LABELS = Set.of(TIME, INPUTS, OUTPUT, REMARK);

    private Terms() {}

    static String returnTo(int step) {
        return "RETURN_" + step;
    }

    /** As it is written in a service file. */
    static String written(WorkDuration time) {
        return switch (time) {
            case WorkDuration.Minutes(int n) -> n + (n == 1 ? " minute" : " minutes");
            case WorkDuration.Hours(int n) -> n + (n == 1 ? " hour" : " hours");
            case WorkDuration.WorkingDays(int n) -> n + (n == 1 ? " working day" : " working days");
        };
    }

    static String inIndonesian(WorkDuration time) {
        return switch (time) {
            case WorkDuration.Minutes(int n) -> n + " menit";
            case WorkDuration.Hours(int n) -> n + " jam";
            case WorkDuration.WorkingDays(int n) -> n + " hari kerja";
        };
    }

    /** ISO 8601 where it is clock time; a working day is none, so it stays in words. */
    static String duration(WorkDuration time) {
        return switch (time) {
            case WorkDuration.Minutes(int n) -> "PT" + n + "M";
            case WorkDuration.Hours(int n) -> "PT" + n + "H";
            case WorkDuration.WorkingDays days -> written(days);
        };
    }
}

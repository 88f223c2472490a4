package id.loket.casefile;

import id.loket.casefile.WorkLists.Queue;
import id.loket.casefile.card.Status;
import id.loket.casefile.card.Visit;

/** The states of files and queues in the status language of the pages. */
public final class StatusWords {

    private StatusWords() {}

    public static id.loket.platform.web.Status of(Queue queue) {
        return switch (queue) {
            case TO_RECEIVE -> id.loket.platform.web.Status.TRANSIT;
            case IN_HAND -> id.loket.platform.web.Status.OK;
            case LATE -> id.loket.platform.web.Status.LATE;
            case DUE_TODAY -> id.loket.platform.web.Status.DUE;
            case WITH_APPLICANT -> id.loket.platform.web.Status.PAUSE;
            case READY -> id.loket.platform.web.Status.READY;
        };
    }

    /** The shape of how a file left a step. */
    public static id.loket.platform.web.Status of(Visit.Ending ending) {
        return switch (ending) {
            case HANDED_OVER, DELIVERED -> id.loket.platform.web.Status.DONE;
            case RETURNED, RETURNED_TO_APPLICANT -> id.loket.platform.web.Status.BACK;
            case BILLED, PAYMENT_CANCELLED -> id.loket.platform.web.Status.PAUSE;
            case REFUSAL_PREPARED, REFUSAL_DELIVERED, REJECTED -> id.loket.platform.web.Status.REJECT;
            case WITHDRAWN -> id.loket.platform.web.Status.WITHDRAWN;
        };
    }

    public static id.loket.platform.web.Status of(Status status) {
        return switch (status) {
            case NEW, IN_TRANSIT -> id.loket.platform.web.Status.TRANSIT;
            case IN_WORK -> id.loket.platform.web.Status.OK;
            case WITH_APPLICANT, AWAITING_PAYMENT -> id.loket.platform.web.Status.PAUSE;
            case READY -> id.loket.platform.web.Status.READY;
            case DELIVERED -> id.loket.platform.web.Status.DONE;
            case REJECTED -> id.loket.platform.web.Status.REJECT;
            case WITHDRAWN -> id.loket.platform.web.Status.WITHDRAWN;
        };
    }
}

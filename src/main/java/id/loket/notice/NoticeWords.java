package id.loket.notice;

import id.loket.platform.web.Status;
import id.loket.platform.web.Ui;
import java.util.stream.Collectors;

/** How a notice stands, in words and colour. */
public final class NoticeWords {

    private static final int SHOWN_END = 4;

    private NoticeWords() {}

    public static Status status(Notice notice) {
        return switch (notice.state()) {
            case DELIVERED -> Status.DONE;
            case SENT -> notice.receiptMissed() ? Status.DUE : Status.OK;
            case CREATED, SENDING -> notice.overdue() ? Status.LATE : Status.TRANSIT;
            case FAILED_FOR_NOW -> notice.overdue() ? Status.LATE : Status.DUE;
            case FAILED_FOR_GOOD -> Status.REJECT;
            case CANCELLED -> Status.WITHDRAWN;
        };
    }

    /** E.g. "Terkirim, mungkin dua kali". */
    public static String state(Ui ui, Notice notice) {
        boolean letter = notice.channel() == Channel.LETTER && notice.state() == NoticeState.SENT;
        // Whether it is on its way is said by the mailing list.
        String state = ui.t(letter ? "notice.state.WRITTEN" : "notice.state." + notice.state());
        if (notice.secondCopy()) {
            return state + ", " + ui.t("notice.secondCopy");
        }
        if (notice.unknownFate()) {
            return state + ", " + ui.t("notice.unknownFate");
        }
        if (notice.overdue()) {
            return state + ", " + ui.t("notice.overdue");
        }
        return notice.receiptMissed() ? state + ", " + ui.t("notice.receiptMissed") : state;
    }

    /** A number or address of which only the end is shown; a letter's address in full is on the letter. */
    public static String masked(String address) {
        int at = address.indexOf('@');
        if (at > 0) {
            return address.charAt(0) + "•••" + address.substring(at);
        }
        return address.length() <= SHOWN_END ? address : "•••" + address.substring(address.length() - SHOWN_END);
    }

    /** Whether sending the same text by the same way once more makes sense. */
    public static boolean mayGoAgain(Notice notice) {
        boolean over = notice.state() == NoticeState.SENT
                || notice.state() == NoticeState.DELIVERED
                || notice.state() == NoticeState.FAILED_FOR_GOOD;
        return over && !notice.channel().byPerson() && notice.blanked() == null && !notice.address().isEmpty();
    }

    /** What happened, in order. */
    public static String proof(Ui ui, Notice notice) {
        return notice.tries().stream()
                .map(t -> ui.moment(t.at()) + " " + ui.t("notice.try." + happened(notice, t)) + (t.reference().isEmpty() ? "" : " (" + t.reference() + ")"))
                .collect(Collectors.joining("; "));
    }

    /** No gateway takes a letter. */
    private static String happened(Notice notice, NoticeTry tried) {
        boolean letter = notice.channel() == Channel.LETTER;
        return switch (tried.outcome()) {
            case ACCEPTED -> letter ? "LISTED" : "ACCEPTED";
            case NOT_DELIVERED -> letter ? "RETURNED" : "NOT_DELIVERED";
            default -> tried.outcome().name();
        };
    }
}

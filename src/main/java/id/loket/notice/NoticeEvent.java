package id.loket.notice;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What happened, that somebody is told of it. Each has a shipped wording for SMS and e-mail, in Indonesian and English. */
public enum NoticeEvent {
    FILE_RECEIVED(false, "registration", "service", "due", "link"),
    RETURNED_TO_COMPLETE(true, "registration", "service", "missing", "link"),
    READY_TO_COLLECT(true, "registration", "service", "link"),
    COLLECTION_REMINDER(true, "registration", "service", "readySince"),
    REJECTED(true, "registration", "service", "reason"),
    PERMIT_EXPIRING(false, "permit", "service", "until"),
    COMPLAINT_TO_CONFIRM(false, "code", "until", "link"),
    COMPLAINT_RECEIVED(false, "number", "due", "link"),
    COMPLAINT_INCOMPLETE(false, "number", "missing", "due", "link"),
    COMPLAINT_ANSWERED(false, "number", "link"),
    COMPLAINT_DUE(false, "number", "clock", "due"),
    COMPLAINT_LATE(false, "number", "clock", "due"),
    COMPLAINT_REPORT(false, "month", "link"),
    SURVEY_INVITATION(false, "registration", "service", "link"),
    WORK_ASSIGNED(false, "registration", "service", "step", "due"),
    WORK_WAITING(false, "count", "since", "link"),
    WORK_LATE(false, "registration", "service", "step", "due");

    /** What every template may name: the recipient and the office. */
    public static final List<String> COMMON = List.of("name", "office", "officePhone", "officeAddress");

    private final boolean obligatory;
    private final List<String> fields;

    NoticeEvent(boolean obligatory, String... fields) {
        this.obligatory = obligatory;
        this.fields = List.of(fields);
    }

    /** Whether the law wants it told: nobody can opt out of it, and where no way is left somebody calls (MFG-6a). */
    public boolean obligatory() {
        return obligatory;
    }

    /** The names that go with it, all of which {@link NewNotice} gives; {@link #COMMON} is added by itself. */
    public List<String> fields() {
        return fields;
    }

    /** What its templates may name in braces. */
    public Set<String> names() {
        Set<String> names = new HashSet<>(COMMON);
        names.addAll(fields);
        return names;
    }
}

package id.loket.complaint;

import id.loket.complaint.ComplaintRefused.Problem;
import id.loket.complaint.ComplaintStore.Row;
import id.loket.complaint.handling.Classification;
import id.loket.complaint.handling.Deadlines;
import id.loket.complaint.handling.Rules;
import id.loket.office.WorkingCalendars;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The rules of each complaint: those that the office had set when it came in, with the office's calendar as it is now. */
@Component
class RuleBook {

    /** What holds for a complaint that comes in now. */
    record Current(int version, Rules rules) {}

    private final ComplaintSettings settings;
    private final ComplaintKinds kinds;
    private final WorkingCalendars calendars;

    RuleBook(ComplaintSettings settings, ComplaintKinds kinds, WorkingCalendars calendars) {
        this.settings = settings;
        this.kinds = kinds;
        this.calendars = calendars;
    }

    Rules of(Row row) {
        return rules(row.officeId(), version(row));
    }

    ComplaintSettings.Version version(Row row) {
        return settings.of(row.officeId(), row.settings());
    }

    Current current(int officeId) {
        ComplaintSettings.Version version = settings.current(officeId);
        return new Current(version.number(), rules(officeId, version));
    }

    private Rules rules(int officeId, ComplaintSettings.Version version) {
        return new Rules(version.content().table(), new Deadlines(version.content().terms(), calendars.of(officeId)));
    }

    /** The day in the office's zone. */
    LocalDate day(int officeId, Instant at) {
        return at.atZone(calendars.of(officeId).zone()).toLocalDate();
    }

    /**
     * A complaint is sorted under a topic that may be chosen and goes to a section that the office has.
     *
     * @throws ComplaintRefused if it isn't
     */
    void requireKnown(int officeId, Classification as) {
        List<Problem> problems = new ArrayList<>();
        if (kinds.current(officeId).stream().noneMatch(kind -> kind.code().equals(as.kind()))) {
            problems.add(new Problem("kind", "complaint.kind.unknown"));
        }
        if (settings.sections(officeId).stream().noneMatch(section -> section.code().equals(as.section()))) {
            problems.add(new Problem("section", "complaint.section.unknown"));
        }
        if (!problems.isEmpty()) {
            throw ComplaintRefused.form(problems);
        }
    }
}

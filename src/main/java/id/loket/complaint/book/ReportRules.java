package id.loket.complaint.book;

import java.util.Optional;
import java.util.Set;

/** Decides what may be done with a report, and by whom. */
final class ReportRules {

    /** Characters of a text. */
    static final int LONGEST_TEXT = 4_000;

    /** Why something can't be done; nothing has changed. */
    enum Refusal {
        NOT_YOUR_ROLE,
        NOT_NOW,
        /** A return says what is to be mended, a contribution something. */
        TEXT_MISSING,
        TEXT_LONG,
        /** There is no such section. */
        SECTION_UNKNOWN,
        /** The section to which it was returned hasn't added anything yet. */
        SECTION_SILENT,
        /** Something else was done meanwhile. */
        STALE
    }

    /**
     * What somebody wants to do.
     *
     * @param section whose; empty: nobody's
     * @param text    stripped
     */
    record Order(ReportAction action, String section, String text) {}

    private ReportRules() {}

    /**
     * @param roles    of the officer
     * @param sections codes of the roles that head a section of the office
     * @param desk     code that names the desk where a report is returned to it
     * @return empty if it may be done
     */
    static Optional<Refusal> refusal(Report report, Order order, Set<String> roles, Set<String> sections, String desk) {
        ReportAction action = order.action();
        boolean ofSection = action.role().equals(ReportAction.SECTION);
        if (!roles.contains(ofSection ? order.section() : action.role())) {
            return Optional.of(Refusal.NOT_YOUR_ROLE);
        }
        if (ofSection && !sections.contains(order.section())) {
            return Optional.of(Refusal.SECTION_UNKNOWN);
        }
        if (!action.from().contains(report.state())) {
            return Optional.of(Refusal.NOT_NOW);
        }
        if (order.text().codePointCount(0, order.text().length()) > LONGEST_TEXT) {
            return Optional.of(Refusal.TEXT_LONG);
        }
        return switch (action) {
            case CONTRIBUTE -> order.text().isEmpty() ? Optional.of(Refusal.TEXT_MISSING) : Optional.empty();
            case SEND -> report.returnedTo().isEmpty() || report.returnedTo().equals(desk)
                    ? Optional.empty()
                    : Optional.of(Refusal.SECTION_SILENT);
            case RETURN -> {
                if (order.text().isEmpty()) {
                    yield Optional.of(Refusal.TEXT_MISSING);
                }
                boolean known = sections.contains(order.section()) || order.section().equals(desk);
                yield known ? Optional.empty() : Optional.of(Refusal.SECTION_UNKNOWN);
            }
            default -> Optional.empty();
        };
    }
}

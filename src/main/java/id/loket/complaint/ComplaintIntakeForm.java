package id.loket.complaint;

import id.loket.complaint.ComplaintRefused.Problem;
import id.loket.complaint.ComplaintWork.AtOnce;
import id.loket.complaint.handling.Classification;
import id.loket.complaint.handling.Matter;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.ResponseClass;
import id.loket.complaint.handling.Weight;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A complaint as an officer writes it down: everything that is to be mended at once. */
public final class ComplaintIntakeForm {

    /** What an officer writes down; mails and the public form come by themselves. */
    public static final List<Medium> MEDIA =
            List.of(Medium.COUNTER, Medium.LETTER, Medium.PHONE, Medium.FAX, Medium.SOCIAL_MEDIA, Medium.LAPOR);

    private static final Set<Medium> SPOKEN = Set.of(Medium.COUNTER, Medium.PHONE);

    /** What was typed, read. */
    record Reading(NewComplaint complaint, AtOnce atOnce) {}

    private ComplaintIntakeForm() {}

    /**
     * @param known whether the office has a file of this number
     * @param today day in the office's zone
     * @throws ComplaintRefused with everything that is to be mended
     */
    static Reading read(Map<String, String> fields, String token, Predicate<String> known, LocalDate today) {
        Typed typed = new Typed(fields);
        Medium medium = typed.choice("medium", Medium.class);
        String registration = typed.text("registration").toUpperCase(Locale.ROOT);
        if (!registration.isEmpty() && !known.test(registration)) {
            typed.problem("registration", "complaint.registration.unknown");
        }
        if (medium == Medium.LAPOR && typed.text("outsideNumber").isEmpty()) {
            typed.problem("outsideNumber", "complaint.outsideNumber.needed");
        }
        NewComplaint complaint = new NewComplaint(
                medium == null ? Medium.COUNTER : medium,
                new Complainant(
                        typed.text("name"),
                        typed.text("address"),
                        typed.phone("phone"),
                        typed.phone("fax"),
                        typed.text("email"),
                        typed.yes("anonymous"),
                        typed.yes("confidential")),
                registration,
                typed.text("outsideNumber"),
                typed.day("happenedOn"),
                typed.text("subject"),
                typed.text("story"),
                typed.text("wanted"),
                token);
        AtOnce atOnce = atOnce(typed, medium);
        List<Problem> problems = new ArrayList<>(typed.problems());
        try {
            ComplaintForm.checked(complaint, today, number -> true);
        } catch (ComplaintRefused refused) {
            refused.problems().stream()
                    .filter(p -> problems.stream().noneMatch(q -> q.field().equals(p.field())))
                    .forEach(problems::add);
        }
        if (!problems.isEmpty()) {
            throw ComplaintRefused.form(problems);
        }
        return new Reading(complaint, atOnce);
    }

    private static AtOnce atOnce(Typed typed, Medium medium) {
        if (!typed.yes("sortNow")) {
            return new AtOnce(null, "", "");
        }
        Classification as = classification(typed, "");
        String answer = typed.text("answer");
        if (!answer.isEmpty() && !SPOKEN.contains(medium)) {
            typed.problem("answer", "complaint.answer.notSpoken");
        } else if (!answer.isEmpty() && as.matter() == Matter.COMPLAINT && as.weight() != Weight.LIGHT) {
            typed.problem("answer", "complaint.answer.notLight");
        } else if (!answer.isEmpty() && typed.text("reaction").isEmpty()) {
            typed.problem("reaction", "complaint.refusal.REACTION_MISSING");
        }
        return new AtOnce(as, answer, answer.isEmpty() ? "" : typed.text("reaction"));
    }

    /** How a form sorts; what isn't chosen is a problem of the form. */
    static Classification classification(Typed typed, String prefix) {
        Matter matter = typed.choice(prefix + "matter", Matter.class);
        Weight weight = typed.choice(prefix + "weight", Weight.class);
        ResponseClass responseClass = typed.choice(prefix + "responseClass", ResponseClass.class);
        return new Classification(matter, typed.text(prefix + "kind"), weight, responseClass, typed.text(prefix + "section"));
    }
}

package id.loket.complaint;

import id.loket.complaint.ComplaintRefused.Problem;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Order;
import id.loket.platform.Phone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What must be in a complaint, whoever writes it down. */
final class ComplaintForm {

    /** Characters; a story as long as a book is more than anybody handles. */
    static final int LONGEST_STORY = 10_000;

    private static final int LONGEST_LINE = 200;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;]{1,64}@[^\\s@<>,;]+\\.[^\\s@<>,;.]{2,}");

    private ComplaintForm() {}

    /**
     * The complaint cleaned of blanks and control signs.
     *
     * @param today day in the office's zone
     * @param known whether a number is one of a file
     * @throws ComplaintRefused with everything that is to be mended
     */
    static NewComplaint checked(NewComplaint typed, LocalDate today, Predicate<String> known) {
        List<Problem> problems = new ArrayList<>();
        Complainant who = typed.complainant();
        NewComplaint complaint = new NewComplaint(
                typed.medium(),
                new Complainant(
                        line("name", who.name(), problems),
                        line("address", who.address(), problems),
                        phone("phone", who.phone(), problems),
                        phone("fax", who.fax(), problems),
                        line("email", who.email(), problems),
                        who.anonymous(),
                        who.confidential()),
                line("registration", typed.registration(), problems).toUpperCase(Locale.ROOT),
                line("outsideNumber", typed.outsideNumber(), problems),
                typed.happenedOn(),
                line("subject", typed.subject(), problems),
                text("story", typed.story(), problems),
                text("wanted", typed.wanted(), problems),
                typed.formToken());
        required("subject", complaint.subject(), problems);
        required("story", complaint.story(), problems);
        String email = complaint.complainant().email();
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            problems.add(new Problem("email", "complaint.email.wrong"));
        }
        if (complaint.happenedOn() != null && complaint.happenedOn().isAfter(today)) {
            problems.add(new Problem("happenedOn", "complaint.happenedOn.future"));
        }
        if (!complaint.registration().isEmpty() && !known.test(complaint.registration())) {
            problems.add(new Problem("registration", "complaint.registration.unknown"));
        }
        reachable(complaint, problems);
        if (!problems.isEmpty()) {
            throw ComplaintRefused.form(problems);
        }
        return complaint;
    }

    /** Who wants an answer by a way must leave what that way needs (PGD-f to PGD-h). */
    private static void reachable(NewComplaint complaint, List<Problem> problems) {
        Complainant who = complaint.complainant();
        Medium medium = complaint.medium();
        if (medium.replies(who.reach()).isEmpty()) {
            problems.add(new Problem("phone", "complaint.phone.needed"));
        }
        if (medium == Medium.LETTER && who.address().isEmpty()) {
            problems.add(new Problem("address", "complaint.address.needed"));
        }
        if (medium == Medium.EMAIL && who.email().isEmpty()) {
            problems.add(new Problem("email", "complaint.email.needed"));
        }
    }

    /**
     * An order with its texts cleaned as those of a form.
     *
     * @throws ComplaintRefused if one is longer than anybody reads
     */
    static Order cleaned(Order typed) {
        List<Problem> problems = new ArrayList<>();
        UnaryOperator<String> text = words -> text("isi", words, problems);
        Order order = switch (typed) {
            case Order.Classify o -> new Order.Classify(o.as(), text.apply(o.reason()));
            case Order.Take o -> o;
            case Order.AskCompletion o -> new Order.AskCompletion(text.apply(o.what()));
            case Order.FindComplete o -> o;
            case Order.Decide o ->
                new Order.Decide(o.decider(), text.apply(o.outcome()), text.apply(o.with()), o.heldOn(), o.minutes());
            case Order.Answer o -> new Order.Answer(o.way(), text.apply(o.text()), text.apply(o.reaction()));
            case Order.SayNotSolved o -> new Order.SayNotSolved(text.apply(o.why()));
            case Order.Close o -> new Order.Close(o.how(), text.apply(o.remark()));
            case Order.Correct o ->
                new Order.Correct(text.apply(o.field()), text.apply(o.was()), text.apply(o.is()), text.apply(o.reason()));
            case Order.Remark o -> new Order.Remark(text.apply(o.text()));
            case Order.FollowUpCard o -> new Order.FollowUpCard(text.apply(o.registration()), text.apply(o.finding()));
        };
        if (!problems.isEmpty()) {
            throw ComplaintRefused.form(problems.subList(0, 1));
        }
        return order;
    }

    private static void required(String field, String text, List<Problem> problems) {
        if (text.isEmpty()) {
            problems.add(new Problem(field, "complaint." + field + ".empty"));
        }
    }

    private static String phone(String field, String typed, List<Problem> problems) {
        String number = typed == null ? "" : typed.strip();
        Optional<String> e164 = Phone.e164(number);
        if (!number.isEmpty() && e164.isEmpty()) {
            problems.add(new Problem(field, "complaint.number.wrong"));
        }
        return e164.orElse("");
    }

    private static String line(String field, String typed, List<Problem> problems) {
        String line = typed == null ? "" : typed.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (line.codePointCount(0, line.length()) > LONGEST_LINE) {
            problems.add(new Problem(field, "complaint.line.long"));
        }
        return line;
    }

    /** Lines stay lines; other control signs go. */
    private static String text(String field, String typed, List<Problem> problems) {
        String text = typed == null ? "" : typed.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]", " ").strip();
        if (text.codePointCount(0, text.length()) > LONGEST_STORY) {
            problems.add(new Problem(field, "complaint.text.long"));
        }
        return text;
    }
}

package id.loket.complaint;

import id.loket.complaint.handling.Closing;
import id.loket.complaint.handling.Decider;
import id.loket.complaint.handling.Entry;
import id.loket.complaint.handling.Order;
import id.loket.complaint.handling.Refusal;
import id.loket.complaint.handling.ReplyWay;
import java.time.LocalDate;
import java.util.List;

/** What can be done on the page of a complaint. The fields of its form begin with its name. */
public enum ComplaintAction {
    CLASSIFY,
    TAKE,
    ASK,
    COMPLETE,
    DECIDE,
    ANSWER,
    NOT_SOLVED,
    CLOSE,
    CORRECT,
    REMARK,
    FOLLOW_UP,
    /** Adds a file; makes no entry. */
    ATTACH,
    /** Plans an answer that is to be given by hand; makes no entry. */
    PLAN,
    /** Enters what came of such a plan; makes an entry when it is done. */
    TRIED;

    /** What may be put right. */
    public static final List<String> CORRECTABLE = List.of(
            "name", "address", "phone", "fax", "email", "subject", "story", "wanted", "happenedOn", "registration", "outsideNumber");

    String field(String name) {
        return name() + "-" + name;
    }

    /**
     * The order that the form gives.
     *
     * @param view       the complaint as it is
     * @param attachment what came along; 0 for nothing
     * @throws ComplaintRefused if something in the form is to be mended
     */
    Order order(Typed typed, ComplaintView view, long attachment) {
        Order order = switch (this) {
            case CLASSIFY ->
                new Order.Classify(ComplaintIntakeForm.classification(typed, field("")), typed.text(field("reason")));
            case TAKE -> new Order.Take();
            case ASK -> new Order.AskCompletion(typed.text(field("text")));
            case COMPLETE -> new Order.FindComplete();
            case DECIDE -> {
                LocalDate day = typed.day(field("heldOn"));
                if (day == null && typed.problems().isEmpty()) {
                    typed.problem(field("heldOn"), "complaint.day.wrong");
                }
                yield new Order.Decide(
                        typed.choice(field("decider"), Decider.class),
                        typed.text(field("text")),
                        typed.text(field("with")),
                        day,
                        attachment);
            }
            case ANSWER ->
                new Order.Answer(typed.choice(field("way"), ReplyWay.class), typed.text(field("text")), typed.text(field("reaction")));
            case NOT_SOLVED -> new Order.SayNotSolved(typed.text(field("text")));
            case CLOSE -> new Order.Close(typed.choice(field("how"), Closing.class), typed.text(field("text")));
            case CORRECT -> {
                String what = typed.text(field("field"));
                if (!CORRECTABLE.contains(what)) {
                    typed.problem(field("field"), "complaint.field.choose");
                }
                yield new Order.Correct(what, value(view, what), typed.text(field("text")), typed.text(field("reason")));
            }
            case REMARK -> new Order.Remark(typed.text(field("text")));
            case FOLLOW_UP -> new Order.FollowUpCard(view.registration(), typed.text(field("text")));
            case ATTACH, PLAN, TRIED -> throw new IllegalStateException(this + " is no order");
        };
        if (typed.text(field("text")).length() > ComplaintForm.LONGEST_STORY) {
            typed.problem(field("text"), "complaint.text.long");
        }
        typed.requireGood();
        return order;
    }

    /** As it stands in the record, with what was put right before. */
    static String value(ComplaintView view, String field) {
        return view.entries().reversed().stream()
                .filter(e -> e instanceof Entry.Corrected c && c.field().equals(field))
                .findFirst()
                .map(e -> ((Entry.Corrected) e).is())
                .orElseGet(() -> switch (field) {
                    case "name" -> view.complainant().name();
                    case "address" -> view.complainant().address();
                    case "phone" -> view.complainant().phone();
                    case "fax" -> view.complainant().fax();
                    case "email" -> view.complainant().email();
                    case "subject" -> view.subject();
                    case "story" -> view.story();
                    case "wanted" -> view.wanted();
                    case "happenedOn" -> view.happenedOn() == null ? "" : view.happenedOn().toString();
                    case "registration" -> view.registration();
                    default -> view.outsideNumber();
                });
    }

    /** The field that a refusal is about; the page as a whole where it is none. */
    String fieldOf(Refusal refusal) {
        return switch (refusal.reason()) {
            case TEXT_MISSING -> field("text");
            case REASON_MISSING -> field("reason");
            case PARTNER_MISSING -> field("with");
            case MINUTES_MISSING -> field("file");
            case DAY_IMPOSSIBLE -> field("heldOn");
            case OTHER_WAY -> field("way");
            case REACTION_MISSING -> field("reaction");
            default -> "isi";
        };
    }
}

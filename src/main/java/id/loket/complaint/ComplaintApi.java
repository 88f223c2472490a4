package id.loket.complaint;

import id.loket.complaint.handling.Classification;
import id.loket.complaint.handling.Closing;
import id.loket.complaint.handling.Decider;
import id.loket.complaint.handling.Matter;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Order;
import id.loket.complaint.handling.ReplyWay;
import id.loket.complaint.handling.ResponseClass;
import id.loket.complaint.handling.State;
import id.loket.complaint.handling.Status;
import id.loket.complaint.handling.Weight;
import id.loket.platform.Phone;
import id.loket.platform.security.SignedIn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Complaints over JSON: the same service as the pages. */
@RestController
@RequestMapping("/api/complaints")
@PreAuthorize("hasRole('OFFICER')")
class ComplaintApi {

    /** A complaint in short. */
    record Summary(
            String number,
            Medium medium,
            Instant receivedAt,
            String subject,
            String registration,
            Status status,
            int version,
            Classification classification,
            Set<Decider> decided,
            List<Decider> missing,
            Set<ReplyWay> ways,
            Instant dueAt) {}

    /** One in the list. */
    record Item(
            String number,
            Medium medium,
            Instant receivedAt,
            String subject,
            Status status,
            Weight weight,
            Instant dueAt,
            List<Decider> missing) {}

    /** What is sent to write a complaint down; what isn't given is null. */
    record NewRequest(
            Medium medium,
            String name,
            String address,
            String phone,
            String fax,
            String email,
            Boolean anonymous,
            Boolean confidential,
            String registration,
            String outsideNumber,
            LocalDate happenedOn,
            String subject,
            String story,
            String wanted) {}

    /**
     * An order.
     *
     * @param action  CLASSIFY, TAKE, ASK, COMPLETE, DECIDE, ANSWER, NOT_SOLVED, CLOSE, CORRECT, REMARK or FOLLOW_UP
     * @param version that the sender saw
     */
    record OrderRequest(
            ComplaintAction action,
            int version,
            Matter matter,
            String kind,
            Weight weight,
            ResponseClass responseClass,
            String section,
            String reason,
            Decider decider,
            String text,
            String with,
            LocalDate heldOn,
            Long minutes,
            ReplyWay way,
            String reaction,
            Closing how,
            String field) {}

    private final Complaints complaints;
    private final ComplaintQueues queues;

    ComplaintApi(Complaints complaints, ComplaintQueues queues) {
        this.complaints = complaints;
        this.queues = queues;
    }

    @GetMapping
    List<Item> open(@AuthenticationPrincipal SignedIn officer) {
        return queues.open(officer).stream().map(ComplaintApi::item).toList();
    }

    private static Item item(ComplaintLine line) {
        return new Item(
                line.number(),
                line.medium(),
                line.receivedAt(),
                line.subject(),
                line.status(),
                line.weight(),
                line.dueAt(),
                line.missing());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Summary record(
            @AuthenticationPrincipal SignedIn officer,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody NewRequest sent) {
        List<ComplaintRefused.Problem> problems = new ArrayList<>();
        if (sent.medium() == null) {
            problems.add(new ComplaintRefused.Problem("medium", "complaint.medium.choose"));
        }
        NewComplaint complaint = new NewComplaint(
                sent.medium(),
                new Complainant(
                        given(sent.name()),
                        given(sent.address()),
                        phone("phone", sent.phone(), problems),
                        phone("fax", sent.fax(), problems),
                        given(sent.email()),
                        Boolean.TRUE.equals(sent.anonymous()),
                        Boolean.TRUE.equals(sent.confidential())),
                given(sent.registration()),
                given(sent.outsideNumber()),
                sent.happenedOn(),
                given(sent.subject()),
                given(sent.story()),
                given(sent.wanted()),
                key == null ? UUID.randomUUID().toString() : key);
        if (!problems.isEmpty()) {
            throw ComplaintRefused.form(problems);
        }
        return summary(complaints.view(officer, complaints.record(officer, complaint)));
    }

    private static String phone(String field, String typed, List<ComplaintRefused.Problem> problems) {
        String number = given(typed).isEmpty() ? "" : Phone.e164(typed).orElse(null);
        if (number == null) {
            problems.add(new ComplaintRefused.Problem(field, "complaint." + field + ".wrong"));
        }
        return given(number);
    }

    @GetMapping("/{number}")
    Summary complaint(@AuthenticationPrincipal SignedIn officer, @PathVariable String number) {
        return summary(complaints.view(officer, number));
    }

    @PostMapping("/{number}/orders")
    Summary order(@AuthenticationPrincipal SignedIn officer, @PathVariable String number, @RequestBody OrderRequest sent) {
        ComplaintView view = complaints.view(officer, number);
        complaints.order(officer, number, order(sent, view), sent.version());
        return summary(complaints.view(officer, number));
    }

    private static Order order(OrderRequest sent, ComplaintView view) {
        List<ComplaintRefused.Problem> problems = new ArrayList<>();
        String text = given(sent.text());
        Order order = switch (sent.action()) {
            case null -> missing("action", null, problems);
            case ATTACH, PLAN, TRIED -> missing("action", null, problems);
            case CLASSIFY -> {
                missing("matter", sent.matter(), problems);
                missing("weight", sent.weight(), problems);
                missing("responseClass", sent.responseClass(), problems);
                yield new Order.Classify(
                        new Classification(
                                sent.matter(), given(sent.kind()), sent.weight(), sent.responseClass(), given(sent.section())),
                        given(sent.reason()));
            }
            case TAKE -> new Order.Take();
            case ASK -> new Order.AskCompletion(text);
            case COMPLETE -> new Order.FindComplete();
            case DECIDE -> {
                missing("decider", sent.decider(), problems);
                missing("heldOn", sent.heldOn(), problems);
                yield new Order.Decide(sent.decider(), text, given(sent.with()), sent.heldOn(), Objects.requireNonNullElse(sent.minutes(), 0L));
            }
            case ANSWER -> {
                missing("way", sent.way(), problems);
                yield new Order.Answer(sent.way(), text, given(sent.reaction()));
            }
            case NOT_SOLVED -> new Order.SayNotSolved(text);
            case CLOSE -> {
                missing("how", sent.how(), problems);
                yield new Order.Close(sent.how(), text);
            }
            case CORRECT -> {
                if (!ComplaintAction.CORRECTABLE.contains(given(sent.field()))) {
                    missing("field", null, problems);
                }
                yield new Order.Correct(
                        given(sent.field()), ComplaintAction.value(view, given(sent.field())), text, given(sent.reason()));
            }
            case REMARK -> new Order.Remark(text);
            case FOLLOW_UP -> new Order.FollowUpCard(view.registration(), text);
        };
        if (text.length() > ComplaintForm.LONGEST_STORY) {
            problems.add(new ComplaintRefused.Problem("text", "complaint.text.long"));
        }
        if (!problems.isEmpty()) {
            throw ComplaintRefused.form(problems);
        }
        return order;
    }

    private static Order missing(String field, Object value, List<ComplaintRefused.Problem> problems) {
        if (value == null) {
            problems.add(new ComplaintRefused.Problem(
                    field, field.equals("heldOn") ? "complaint.day.wrong" : "complaint." + field + ".choose"));
        }
        return null;
    }

    private static String given(String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }

    private static Summary summary(ComplaintView view) {
        State state = view.state();
        return new Summary(
                view.number(),
                state.medium(),
                view.receivedAt(),
                view.subject(),
                view.registration(),
                state.status(),
                state.version(),
                state.as(),
                state.decided(),
                view.missing(),
                view.ways(),
                view.strictest() == null ? null : view.strictest().due());
    }
}

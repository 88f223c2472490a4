package id.loket.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import id.loket.casefile.CaseFileView;
import id.loket.casefile.CaseFiles;
import id.loket.casefile.Check;
import id.loket.casefile.OfficeAtWork;
import id.loket.casefile.card.Action;
import id.loket.casefile.card.Rules.Order;
import id.loket.casefile.card.Status;
import id.loket.casefile.card.Visit;
import id.loket.inspection.Report.Recommendation;
import id.loket.office.OfficerProfile;
import id.loket.office.Officers;
import id.loket.office.WorkingCalendars;
import id.loket.permit.Delivery.Recipient;
import id.loket.standard.FormField;
import id.loket.standard.Legal;
import id.loket.standard.LetterTemplate;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.SopStep;
import id.loket.standard.StepKind;
import id.loket.testing.ApplicationCase;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.testing.Shipped;
import id.loket.testing.Visitor;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every service that ships is played from the counter to the applicant's hand, from its definition alone: nothing here knows a service. A
 * case each for every kind of application and every condition.
 */
@LoketTest
class EveryShippedServiceTest {

    private static final int OFFICE = 1;
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of("id"));
    private static final AtomicInteger NEXT_ADDRESS = new AtomicInteger();

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private CaseFiles caseFiles;

    @Autowired
    private Permits permits;

    @Autowired
    private PermitStore store;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Officers officers;

    @Autowired
    private WorkingCalendars calendars;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    @TestFactory
    @Tag("DLV-1")
    @Tag("DLV-2")
    @Tag("DLV-3")
    @Tag("DLV-5")
    @Tag("MFG-1")
    Stream<DynamicContainer> every_case_runs_from_the_counter_to_the_applicant() {
        return each(service -> ApplicationCase.of(service).stream()
                .map(application -> dynamicTest(application.toString(), () -> deliverStraight(application))));
    }

    @TestFactory
    @Tag("DLV-2")
    Stream<DynamicContainer> every_way_back_comes_round_to_the_permit() {
        return each(service -> Stream.of(dynamicTest(
                service.code(), () -> deliverBackAndForth(ApplicationCase.of(service).getFirst()))));
    }

    @TestFactory
    @Tag("DLV-2")
    Stream<DynamicContainer> whoever_may_refuse_refuses_with_a_letter() {
        return each(service -> service.sop().steps().stream()
                .filter(SopStep::mayReject)
                .map(step -> dynamicTest(step.shortName().id(), () -> reject(ApplicationCase.of(service).getFirst(), step))));
    }

    @TestFactory
    @Tag("DLV-2")
    Stream<DynamicContainer> a_refusal_goes_the_same_way_to_the_applicant() {
        return each(service -> service.sop().steps().stream()
                .filter(SopStep::mayRefuse)
                .map(step -> dynamicTest(step.shortName().id(), () -> refuse(ApplicationCase.of(service).getFirst(), step))));
    }

    private void refuse(ApplicationCase application, SopStep step) throws IOException {
        String file = registerIncomplete(application);
        complete(application, file);
        while (office.look(file).state().step() < step.no()) {
            work(file);
            handOver(file);
        }
        office.refuse(file, "Tempat praktik tidak memenuhi syarat");
        while (office.look(file).step().kind() != StepKind.DELIVER) {
            work(file);
            handOver(file);
        }
        receive(file);
        office.deliver(file);
        assertThat(office.look(file).state().status()).isEqualTo(Status.REJECTED);
        byte[] letter = store.letter(OFFICE, file, PermitStore.REJECTION).orElseThrow();
        assertThat(text(letter)).contains(solid("Tempat praktik tidak memenuhi syarat"), solid(file));
        assertThat(permits.of(office.person("kadis"), file).orElseThrow().status()).isEqualTo(Permit.Status.REFUSED);
    }

    private void deliverStraight(ApplicationCase application) throws IOException {
        String file = registerIncomplete(application);
        complete(application, file);
        Instant promised = office.look(file).clock().dueAt();
        while (office.look(file).step().kind() != StepKind.DELIVER) {
            work(file);
            handOver(file);
        }
        assertThat(office.look(file).clock().dueAt()).as("nothing moved the promise").isEqualTo(promised);
        deliver(application, file);

        ServiceDefinition service = application.service();
        List<Visit> card = office.look(file).rows().stream().map(CaseFileView.CardRow::visit).toList();
        assertThat(card.stream().map(Visit::step).distinct()).as("every step, in order")
                .containsExactlyElementsOf(IntStream.rangeClosed(1, service.sop().steps().size()).boxed().toList());
        assertThat(card).allSatisfy(visit -> {
            assertThat(visit.receivedBy().role()).as("received").isEqualTo(service.sop().step(visit.step()).actor());
            assertThat(visit.leftBy().role()).as("handed over").isEqualTo(service.sop().step(visit.step()).actor());
        });
        permitIsAsDefined(application, file);
        citizenSees(file, service.name().id());
    }

    private void deliverBackAndForth(ApplicationCase application) throws IOException {
        String file = registerIncomplete(application);
        complete(application, file);
        Set<String> tried = new HashSet<>(Set.of("applicant " + firstCheck(application.service())));
        while (office.look(file).step().kind() != StepKind.DELIVER) {
            receive(file);
            SopStep step = office.look(file).step();
            if (step.returnToApplicant() && tried.add("applicant " + step.no())) {
                applicantMends(application, file);
            }
            Optional<Integer> back = step.returnTo().stream().sorted().filter(to -> tried.add(step.no() + " to " + to)).findFirst();
            if (back.isPresent()) {
                does(file, Order.returnTo(back.get(), "perbaiki"));
                assertThat(office.look(file).state().step()).isEqualTo(back.get());
            } else {
                work(file);
                handOver(file);
            }
        }
        deliver(application, file);
        permitIsAsDefined(application, file);
    }

    private void reject(ApplicationCase application, SopStep step) throws IOException {
        clock.set("2026-11-23 08:30");
        String file = office.register(application.service().code(), application.form());
        allPresent(application, file);
        while (office.look(file).state().step() < step.no()) {
            work(file);
            handOver(file);
        }
        work(file);
        does(file, Order.of(Action.REJECT, "Alasan penolakan contoh"));
        assertThat(office.look(file).state().status()).isEqualTo(Status.REJECTED);
        byte[] letter = store.letter(OFFICE, file, PermitStore.REJECTION).orElseThrow();
        assertThat(text(letter)).contains(solid("Alasan penolakan contoh"), solid(file));
        assertThat(permits.of(office.person("kadis"), file).map(Permit::status)).isNotEqualTo(Optional.of(Permit.Status.ISSUED));
    }

    /** At the counter one paper is missing: back to the applicant, and nothing is promised yet. */
    private String registerIncomplete(ApplicationCase application) {
        clock.set("2026-11-23 08:30");
        Map<String, String> form = application.form();
        var papers = application.requirements(today());
        papers.forEach(paper -> form.put("checks." + paper.code(), "PRESENT"));
        form.put("checks." + papers.getFirst().code(), "MISSING");
        String file = office.register(application.service().code(), form);

        assertThat(file).matches(application.service().code() + "-2026-\\d{5}");
        assertThat(office.look(file).checkList().lines()).hasSameSizeAs(papers);
        assertThat(office.look(file).state().status()).isEqualTo(Status.WITH_APPLICANT);
        assertThat(office.look(file).clock().dueAt()).as("nothing is promised yet").isNull();
        citizenSees(file, papers.getFirst().name().id());
        return file;
    }

    /** The applicant brings what was missing: the promise begins. */
    private void complete(ApplicationCase application, String file) {
        clock.set("2026-11-24 09:00");
        does(file, Order.of(Action.RESUBMIT));
        allPresent(application, file);
        handOver(file);
        assertThat(office.look(file).clock().dueAt())
                .isEqualTo(calendars.of(OFFICE).add(office.look(file).clock().completeAt(), application.service().promise()));
    }

    /** The file goes to the applicant once more: the promise stands still meanwhile. */
    private void applicantMends(ApplicationCase application, String file) {
        Instant promised = office.look(file).clock().dueAt();
        if (office.look(file).step().kind() == StepKind.CHECK) {
            check(file, List.of(new Check(application.requirements(today()).getFirst().code(), Check.Result.MISSING, "")));
        }
        does(file, Order.of(Action.RETURN_TO_APPLICANT, "lengkapi"));
        assertThat(office.look(file).clock().pausedAt()).isEqualTo(clock.instant());
        clock.advance(Duration.ofDays(7));
        does(file, Order.of(Action.RESUBMIT));
        assertThat(office.look(file).clock().pausedAt()).isNull();
        assertThat(office.look(file).clock().dueAt()).isAfterOrEqualTo(promised.plus(Duration.ofDays(6)));
        if (office.look(file).step().kind() == StepKind.CHECK) {
            allPresent(application, file);
        }
    }

    private void deliver(ApplicationCase application, String file) {
        receive(file);
        assertThat(office.look(file).state().status()).isEqualTo(Status.READY);
        Recipient recipient = application.represented() ? Recipient.REPRESENTATIVE : Recipient.APPLICANT;
        String name = application.represented() ? "Contoh Kuasa" : "Contoh Pemohon";
        deliveries.deliver(
                office.person(who(file)),
                file,
                office.look(file).state().version(),
                new Delivery(recipient, name, "1471010101950002", "surat kuasa", null, clock.instant()));
        assertThat(office.look(file).state().status()).isEqualTo(Status.DELIVERED);
    }

    /** Number, day of its end and letter follow from the definition. */
    private void permitIsAsDefined(ApplicationCase application, String file) throws IOException {
        ServiceDefinition service = application.service();
        Permit permit = permits.of(office.person("kadis"), file).orElseThrow();
        assertThat(permit.status()).isEqualTo(Permit.Status.ISSUED);
        assertThat(permit.number()).matches(numbers(service.numbering().pattern()));
        LocalDate issued = permit.issuedAt().atZone(ZONE).toLocalDate();
        assertThat(Optional.ofNullable(permit.validUntil())).isEqualTo(service.validity().until(issued, application.answers()));

        String letter = text(store.letter(OFFICE, file, PermitStore.PERMIT).orElseThrow());
        assertThat(letter).contains(solid(service.letter().title()), solid("Contoh Pemohon"), solid(permit.number()));
        for (Legal legal : service.recalled()) {
            assertThat(letter).contains(solid(legal.citation().id()));
        }
        for (LetterTemplate.Row row : service.letter().data()) {
            for (String name : row.value().names()) {
                if (name.startsWith("fields.")) {
                    shown(service.field(name.substring("fields.".length())).orElseThrow(), application)
                            .ifPresent(answer -> assertThat(letter).as(name).contains(solid(answer)));
                }
            }
        }
        if (permit.validUntil() != null) {
            assertThat(letter).contains(solid(permit.validUntil().format(WRITTEN)));
        }
    }

    private static Optional<String> shown(FormField field, ApplicationCase application) {
        return Optional.ofNullable(application.answers().get(field.name())).map(answer -> switch (field.type()) {
            case CHOICE ->
                field.choices().stream().filter(c -> c.code().equals(answer)).findFirst().orElseThrow().label().id();
            case YES_NO -> answer.equals("yes") ? "Ya" : "Tidak";
            case DATE -> LocalDate.parse(answer).format(WRITTEN);
            default -> answer;
        });
    }

    private void citizenSees(String file, String words) {
        int n = NEXT_ADDRESS.incrementAndGet();
        String page = new Visitor(port)
                .sending("X-Forwarded-For", "198.18.%d.%d".formatted(n / 200, 1 + n % 200))
                .get("/lacak/1471-" + office.look(file).application().trackingCode())
                .body();
        assertThat(page).contains(file, words);
    }

    private void receive(String file) {
        if (office.look(file).state().status() == Status.IN_TRANSIT) {
            does(file, Order.of(Action.RECEIVE));
        }
    }

    /** What the step asks for before the file may be handed on. */
    private void work(String file) {
        receive(file);
        switch (office.look(file).step().kind()) {
            case INSPECT -> office.inspect(file, Recommendation.RECOMMENDED);
            case PAY -> office.pay(file);
            default -> {
                // the movement itself is the work
            }
        }
    }

    private void handOver(String file) {
        does(file, Order.of(Action.HAND_OVER));
    }

    private void does(String file, Order order) {
        clock.advance(Duration.ofMinutes(1));
        office.does(who(file), file, order);
    }

    private void allPresent(ApplicationCase application, String file) {
        check(file, application.requirements(today()).stream().map(p -> new Check(p.code(), Check.Result.PRESENT, "")).toList());
    }

    private void check(String file, List<Check> checks) {
        caseFiles.check(office.person(who(file)), file, checks, office.look(file).state().version());
    }

    /** Who has the file in hand; otherwise somebody of the step's role who may do it: never who prepared what is to be reviewed. */
    private String who(String file) {
        CaseFileView seen = office.look(file);
        long holder = seen.state().holder();
        return officers.inRole(OFFICE, seen.step().actor()).stream()
                .filter(o -> holder == 0 || o.id() == holder)
                .filter(o -> !seen.step().kind().isReview() || o.id() != seen.state().preparedBy())
                .map(OfficerProfile::username)
                .findFirst()
                .orElseThrow();
    }

    private LocalDate today() {
        return clock.instant().atZone(ZONE).toLocalDate();
    }

    private static int firstCheck(ServiceDefinition service) {
        return service.sop().of(StepKind.CHECK).getFirst().no();
    }

    private static Stream<DynamicContainer> each(Function<ServiceDefinition, Stream<? extends DynamicNode>> tests) {
        return Shipped.codes().stream().map(code -> dynamicContainer(code, tests.apply(Shipped.service(code))));
    }

    /** What the numbers of a pattern look like. */
    private static String numbers(String pattern) {
        return Pattern.compile("\\{[^}]*}")
                .splitAsStream(pattern)
                .map(Pattern::quote)
                .collect(Collectors.joining("[0-9IVX]+", "", pattern.endsWith("}") ? "[0-9IVX]+" : ""));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return solid(new PDFTextStripper().getText(document));
        }
    }

    /** Without blanks, line ends and capitals, which a letter sets as it needs. */
    private static String solid(String text) {
        return text.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    }
}

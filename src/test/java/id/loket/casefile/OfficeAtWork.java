package id.loket.casefile;

import id.loket.casefile.card.Action;
import id.loket.casefile.card.CardState;
import id.loket.casefile.card.Rules.Order;
import id.loket.casefile.card.Status;
import id.loket.inspection.Inspections;
import id.loket.inspection.Report;
import id.loket.inspection.Report.Recommendation;
import id.loket.office.OfficerProfile;
import id.loket.office.Officers;
import id.loket.payment.Payment;
import id.loket.payment.Payments;
import id.loket.permit.Deliveries;
import id.loket.permit.Delivery;
import id.loket.platform.security.Accounts;
import id.loket.platform.security.SignedIn;
import id.loket.standard.ApplicationKind;
import id.loket.standard.Condition;
import id.loket.standard.FormField;
import id.loket.standard.Requirement;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.Standards;
import id.loket.testing.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;

/** The people of the demo office doing their work, for tests that need files in some state. */
@TestComponent
public class OfficeAtWork {

    private static final int DEMO = 1;

    /** The papers that every SIKRO application needs. */
    public static final List<String> PAPERS = List.of(
            "APPLICATION_LETTER", "ID_CARD", "DIPLOMA", "STR", "HEALTH_CERTIFICATE", "WORKPLACE_LETTER", "PHOTO");

    private final Accounts accounts;
    private final CaseFiles caseFiles;
    private final CaseFileReader reader;
    private final IntakeForms forms;
    private final Officers officers;
    private final Standards standards;
    private final Inspections inspections;
    private final Payments payments;
    private final Deliveries deliveries;
    private final SettableClock clock;

    OfficeAtWork(
            Accounts accounts,
            CaseFiles caseFiles,
            CaseFileReader reader,
            IntakeForms forms,
            Officers officers,
            Standards standards,
            Inspections inspections,
            Payments payments,
            Deliveries deliveries,
            SettableClock clock) {
        this.accounts = accounts;
        this.caseFiles = caseFiles;
        this.reader = reader;
        this.forms = forms;
        this.officers = officers;
        this.standards = standards;
        this.inspections = inspections;
        this.payments = payments;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    public SignedIn person(String username) {
        return accounts.find(username).orElseThrow().officer();
    }

    /** Who does each step of SIKRO. */
    public static String whoDoes(int step) {
        return List.of("loket", "loket", "cetak", "muda", "madya", "sekretaris", "kadis", "cetak", "loket").get(step - 1);
    }

    /** A filled intake form for SIKRO with all papers present. */
    public static Map<String, String> form() {
        Map<String, String> form = new HashMap<>();
        form.put("kind", "NEW");
        form.put("nik", "1471010101950001");
        form.put("name", "Contoh Pemohon");
        form.put("birthPlace", "Kota Contoh");
        form.put("birthDate", "01-01-1995");
        form.put("sex", "MALE");
        form.put("address", "Jalan Misal Nomor 5, Pekanbaru");
        form.put("phone", "0812 0000 0184");
        form.put("fields.degree", "A.Md.RO");
        form.put("fields.workplaceName", "Optik Contoh");
        form.put("fields.workplaceHead", "Contoh Pimpinan");
        form.put("fields.workplaceAddress", "Jalan Umpama Nomor 7, Pekanbaru");
        form.put("fields.secondWorkplace", "no");
        form.put("fields.strNumber", "00 00 0 0 0 00-0000000");
        form.put("fields.strValidity", "LIFELONG");
        PAPERS.forEach(code -> form.put("checks." + code, "PRESENT"));
        return form;
    }

    /** Registers a form for SIKRO at the counter. */
    public String register(Map<String, String> form) {
        return register("SIKRO", form);
    }

    /** Registers a form at the counter. */
    public String register(String service, Map<String, String> form) {
        SignedIn loket = person("loket");
        Intake intake = forms.read(loket, service, form, UUID.randomUUID().toString(), clock.instant())
                .intake()
                .orElseThrow();
        return caseFiles.register(loket, intake);
    }

    /** A complete application, on its way to the Back Office. */
    public String completeFile() {
        return register(form());
    }

    /** An application without its photo and with an unreadable STR, back with the applicant. */
    public String incompleteFile() {
        Map<String, String> form = form();
        form.put("checks.STR", "INELIGIBLE");
        form.put("remarks.STR", "nomor tidak terbaca");
        form.put("checks.PHOTO", "MISSING");
        return register(form);
    }

    /** A file that has come as far as being sent to a step. */
    public String fileSentTo(int step) {
        String file = completeFile();
        through(file, step - 1);
        return file;
    }

    /** Everybody does his or her step, up to and including {@code last}. */
    public void through(String file, int last) {
        for (int step = look(file).state().step(); step <= last; step++) {
            does(whoDoes(step), file, Action.RECEIVE);
            does(whoDoes(step), file, Action.HAND_OVER);
        }
    }

    public CardState does(String who, String file, Action action) {
        return does(who, file, Order.of(action, action.needsReason() ? "alasan" : ""));
    }

    public CardState does(String who, String file, Order order) {
        return caseFiles.move(person(who), file, order);
    }

    /** Marks papers as present while the file is checked. */
    public void check(String who, String file, String... codes) {
        caseFiles.check(
                person(who),
                file,
                Arrays.stream(codes).map(c -> new Check(c, Check.Result.PRESENT, "")).toList(),
                look(file).state().version());
    }

    /** The file as its officers see it. */
    public CaseFileView look(String file) {
        return reader.file(person("kadis"), file);
    }

    /** Puts a service of the tests in force in the demo office. */
    public ServiceDefinition publish(String name) {
        try {
            return standards.publish(DEMO, Files.readString(Path.of("src/test/resources/services/" + name + ".yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A filled intake form for any service, with every question answered that is asked and all papers present. */
    public static Map<String, String> formFor(ServiceDefinition service, ApplicationKind kind) {
        Map<String, String> form = form();
        form.keySet().removeIf(name -> name.startsWith("fields.") || name.startsWith("checks."));
        form.put("kind", kind.name());
        Map<String, String> answers = new HashMap<>(Map.of(Condition.KIND, kind.name(), Condition.REPRESENTED, Condition.NO));
        for (FormField field : service.form()) {
            if (field.asked(answers::get)) {
                answers.put(field.name(), answer(field));
                form.put("fields." + field.name(), answer(field));
            }
        }
        service.requirements().forEach(r -> form.put("checks." + r.code(), "PRESENT"));
        return form;
    }

    private static String answer(FormField field) {
        return switch (field.type()) {
            case DATE -> "31-12-2030";
            case CHOICE -> field.choices().getFirst().code();
            case YES_NO -> Condition.NO;
            case NUMBER -> "1";
            case PHONE -> "0812 0000 0184";
            case TEXT, LONG_TEXT ->
                Stream.of("Contoh isian", "Contoh", "1", "00", "2026", "00 00 0 0 0 00-0000000", "0000000000000000")
                        .filter(text -> field.problem(text).isEmpty())
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no example fits the field " + field.name()));
        };
    }

    /** A complete application of any service, as far as the counter brings it. */
    public String register(ServiceDefinition service, ApplicationKind kind) {
        return register(service.code(), formFor(service, kind));
    }

    /** Who does the step where the file is: an officer of the demo office in its role, and never who prepared a letter that is reviewed. */
    public SignedIn whoseTurn(String file) {
        CaseFileView seen = seen(file);
        return officers.inRole(DEMO, seen.step().actor()).stream()
                .filter(o -> !seen.step().kind().isReview() || o.id() != seen.state().preparedBy())
                .map(OfficerProfile::username)
                .map(this::person)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody in the demo office is " + seen.step().actor()));
    }

    /** Plays a file of any service to its end in the applicant's hand. */
    public void play(String file) {
        play(file, Integer.MAX_VALUE);
    }

    /** Plays a file of any service until it has left a step, inspected, paid for and prepared as a permit on the way. */
    public void play(String file, int last) {
        while (seen(file).state().status().open() && seen(file).state().step() <= last) {
            work(file);
            if (seen(file).state().status() == Status.IN_WORK) {
                move(file, Order.of(Action.HAND_OVER));
            } else if (seen(file).state().status() == Status.READY) {
                deliver(file);
            }
        }
    }

    /** Takes a file into hand where it is and does what the step asks for, up to and without handing it over. */
    public void work(String file) {
        if (seen(file).state().status() == Status.IN_TRANSIT) {
            move(file, Order.of(Action.RECEIVE));
        }
        switch (seen(file).step().kind()) {
            case CHECK -> caseFiles.check(whoseTurn(file), file, present(file), version(file));
            case INSPECT -> inspect(file, Recommendation.RECOMMENDED);
            case PAY -> pay(file);
            default -> {
                // the movement itself is the work
            }
        }
    }

    /** The whole team was there and found what leads to this recommendation; the file stays where it is. */
    public Report inspect(String file, Recommendation recommendation) {
        CaseFileView seen = seen(file);
        SignedIn by = whoseTurn(file);
        boolean fits = recommendation == Recommendation.RECOMMENDED;
        Set<Long> team = officers.inRole(DEMO, seen.step().actor()).stream().map(OfficerProfile::id).collect(Collectors.toSet());
        Report report = inspections.report(
                by,
                file,
                version(file),
                inspections.reports(seen).size() + 1,
                new Inspections.Findings(
                        LocalDateTime.ofInstant(clock.instant(), ZoneId.of("Asia/Jakarta")),
                        "Jalan Umpama Nomor 7, Pekanbaru",
                        team,
                        "Contoh Penanggung Jawab",
                        Inspections.judged(seen).stream()
                                .collect(Collectors.toMap(
                                        Requirement::code,
                                        r -> new Inspections.Answer(fits, fits ? "" : "pintu keluar terhalang"))),
                        "",
                        recommendation,
                        fits ? "" : "Bebaskan pintu keluar.",
                        List.of()));
        officers.inRole(DEMO, seen.step().actor()).stream()
                .map(o -> person(o.username()))
                .forEach(member -> inspections.initial(member, file, report.number()));
        return report;
    }

    /** The applicant is billed and pays in cash at once, if there is anything to pay. */
    public void pay(String file) {
        CaseFileView seen = seen(file);
        if (seen.application().amount(seen.service()) == 0 || seen.state().paid()) {
            return;
        }
        if (seen.state().status() != Status.AWAITING_PAYMENT) {
            payments.bill(whoseTurn(file), file, version(file));
        }
        payments.record(
                whoseTurn(file),
                file,
                version(file),
                new Payments.Entry(
                        LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Jakarta")),
                        seen.application().amount(seen.service()),
                        Payment.Way.CASH,
                        ""));
    }

    /** Takes a file into hand at the step that prepares the letter, and hands it on with a refusal. */
    public void refuse(String file, String why) {
        move(file, Order.of(Action.RECEIVE));
        move(file, Order.of(Action.PREPARE_REFUSAL, why));
    }

    /** Gives the letter into the applicant's hand, whichever letter it is. */
    public void deliver(String file) {
        deliveries.deliver(
                whoseTurn(file),
                file,
                version(file),
                new Delivery(Delivery.Recipient.APPLICANT, "", "1471010101950001", "", null, clock.instant()));
    }

    /** Moves a file by whoever's turn it is. */
    public CardState move(String file, Order order) {
        return caseFiles.move(whoseTurn(file), file, order);
    }

    /** The file in nobody's name: for services in which the head of the office has no part. */
    public CaseFileView seen(String file) {
        return reader.of(DEMO, file);
    }

    public int version(String file) {
        return seen(file).state().version();
    }

    private List<Check> present(String file) {
        return seen(file).checkList().lines().stream()
                .map(l -> new Check(l.requirement().code(), Check.Result.PRESENT, ""))
                .toList();
    }
}

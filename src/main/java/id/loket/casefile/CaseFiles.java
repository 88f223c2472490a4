package id.loket.casefile;

import id.loket.casefile.CaseFileStore.Linked;
import id.loket.casefile.card.Action;
import id.loket.casefile.card.CardEntry;
import id.loket.casefile.card.CardState;
import id.loket.casefile.card.Chain;
import id.loket.casefile.card.FileClock;
import id.loket.casefile.card.Refusal;
import id.loket.casefile.card.Refusal.Reason;
import id.loket.casefile.card.Rules;
import id.loket.casefile.card.Rules.Decision;
import id.loket.casefile.card.Rules.Order;
import id.loket.casefile.card.Status;
import id.loket.office.Counters;
import id.loket.office.WorkingCalendars;
import id.loket.platform.security.SignedIn;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.Sop;
import id.loket.standard.SopStep;
import id.loket.standard.Standards;
import id.loket.standard.StepKind;
import id.loket.worktime.WorkingCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/**
 * The one way in which files come in and move. Each call is a transaction of its own; checks role, office, step and holder; and either
 * writes the entry with all that follows from it, or changes nothing.
 */
@Service
public class CaseFiles {

    private static final Duration LONGEST_AT_COUNTER = Duration.ofHours(1);

    private final CaseFileStore files;
    private final ApplicationStore applications;
    private final Registrations registrations;
    private final Dossiers dossiers;
    private final CheckLists checkLists;
    private final Attachments attachments;
    private final Counters counters;
    private final Standards standards;
    private final WorkingCalendars calendars;
    private final List<StepDuty> duties;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CaseFiles(
            CaseFileStore files,
            ApplicationStore applications,
            Registrations registrations,
            Dossiers dossiers,
            CheckLists checkLists,
            Attachments attachments,
            Counters counters,
            Standards standards,
            WorkingCalendars calendars,
            List<StepDuty> duties,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.files = files;
        this.applications = applications;
        this.registrations = registrations;
        this.dossiers = dossiers;
        this.checkLists = checkLists;
        this.attachments = attachments;
        this.counters = counters;
        this.standards = standards;
        this.calendars = calendars;
        this.duties = duties;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Registers an application (SOP-1) and, where the intake officer also checks, takes it into the check (SOP-2). If the whole check list
     * was answered the check is concluded too: on to the next step if all is present, back to the applicant if not. The scans that came along
     * are kept with it.
     *
     * @return the registration number; that of the first time if this form was sent before
     * @throws MoveRefused if the officer doesn't hold the role of the intake step
     */
    public String register(SignedIn by, Intake intake) {
        return applications.registrationOfForm(by.officeId(), intake.fingerprint(by)).orElseGet(() -> registerOnce(by, intake));
    }

    /** Where the same form comes twice at the same moment, the second finds the token taken and gives the first's number. */
    private String registerOnce(SignedIn by, Intake intake) {
        try {
            return transactions.execute(status -> registerNew(by, intake));
        } catch (DuplicateKeyException sentTwice) {
            return applications.registrationOfForm(by.officeId(), intake.fingerprint(by)).orElseThrow(() -> sentTwice);
        }
    }

    private String registerNew(SignedIn by, Intake intake) {
        ServiceDefinition service = standards
                .inForce(by.officeId(), intake.service())
                .orElseThrow(() -> new NoSuchService(intake.service()));
        WorkingCalendar calendar = calendars.held(by.officeId());
        Instant now = now();
        LocalDate today = now.atZone(calendar.zone()).toLocalDate();

        Sop sop = service.sop();
        String year = String.valueOf(today.getYear());
        NewCard card = new NewCard(service, calendar, by);
        Instant opened = opened(intake, now);
        card.must(Order.of(Action.REGISTER), opened);
        card.must(Order.of(Action.HAND_OVER), opened);
        boolean checking = sop.step(card.state.step()).kind() == StepKind.CHECK && card.may(Order.of(Action.RECEIVE), opened);
        CheckList list = CheckList.of(service, intake.kind(), intake.representative() != null, intake.fields(), intake.checks(), today);
        if (checking && list.answered()) {
            card.must(
                    list.complete()
                            ? Order.of(Action.HAND_OVER)
                            : Order.of(Action.RETURN_TO_APPLICANT, list.shortcomings()),
                    now);
        }

        long number = counters.next(by.officeId(), "REGISTRATION/" + service.code(), today.getYear());
        String registration = "%s-%s-%05d".formatted(service.code(), year, number);
        List<Linked> chained = chain(by.officeId(), registration, card.entries);
        long fileId = registrations.insert(by.officeId(), registration, service, card.state, card.clock, chained, intake, intake.fingerprint(by), list, now);
        intake.scans().forEach(scan -> attachments.keep(by, fileId, scan.code(), scan.accepted()));
        Supplier<Dossier> dossier = read(by.officeId(), fileId, registration, service, card.state, card.clock);
        CardState state = CardState.unregistered(sop);
        for (CardEntry entry : card.entries) {
            state = state.after(entry, sop);
            events.publishEvent(new FileMoved(by.officeId(), fileId, registration, service, entry, state, dossier));
        }
        return registration;
    }

    /**
     * Moves a file.
     *
     * @param expectedVersion number of entries on the card that the officer saw, so that nobody acts on what is no longer so
     * @return where the file is now
     * @throws MoveRefused if the action isn't possible, or the file moved meanwhile
     * @throws NoSuchFile  if the officer's office has no such file
     */
    @Transactional
    public CardState move(SignedIn by, String registration, Order order, int expectedVersion) {
        FileRow file = files.find(by.officeId(), registration).orElseThrow(() -> new NoSuchFile(registration));
        return move(by, file, order, expectedVersion);
    }

    /** Moves a file as it is now, whoever moved it before: for many files at once, where only the state counts. */
    @Transactional
    public CardState move(SignedIn by, String registration, Order order) {
        FileRow file = files.find(by.officeId(), registration).orElseThrow(() -> new NoSuchFile(registration));
        return move(by, file, order, file.version());
    }

    private CardState move(SignedIn by, FileRow found, Order order, int expectedVersion) {
        ServiceDefinition service = service(by, found);
        if (service.sop().step(found.step()).kind() != StepKind.CHECK) {
            return move(by, service, found, calendars.of(found.officeId()), order, expectedVersion);
        }
        // Concluding a check starts or stops the promise's clock and rests on the check list: neither may change under it.
        WorkingCalendar calendar = calendars.held(found.officeId());
        FileRow held = files.lock(found.officeId(), found.registration()).orElseThrow();
        return move(by, service, held, calendar, order, expectedVersion);
    }

    private CardState move(
            SignedIn by, ServiceDefinition service, FileRow file, WorkingCalendar calendar, Order order, int expectedVersion) {
        Sop sop = service.sop();
        if (file.version() != expectedVersion) {
            throw refused(file, Reason.STALE);
        }
        CardState before = file.state();
        Rules rules = new Rules(sop);
        boolean mayTry = rules.possible(before, by.officerId(), by.roles()).contains(order.action());
        Order reasoned = mayTry ? checkListAgrees(file, service, order) : order;
        Decision decision =
                rules.decide(before, reasoned, by.officerId(), by.name(), by.initials(), by.roles(), now());
        CardEntry entry = switch (decision) {
            case Decision.Allowed allowed -> allowed.entry();
            case Decision.Refused refused -> throw refused(file, refused.refusal().reason());
        };
        CardState after = before.after(entry, sop);
        FileClock moved = file.clock().after(entry, before, sop, service.promise(), calendar);
        byte[] hash = Chain.next(file.lastHash(), file.officeId(), file.registration(), entry);
        if (!files.move(file, new Linked(entry, hash), after, sop.step(after.step()).actor(), moved)) {
            throw refused(files.find(file.officeId(), file.registration()).orElseThrow(), Reason.STALE);
        }
        if (entry instanceof CardEntry.Resubmitted) {
            checkLists.nextRound(file.officeId(), file.fileId());
        }
        FileMoved movement = new FileMoved(
                file.officeId(),
                file.fileId(),
                file.registration(),
                service,
                entry,
                after,
                read(file.officeId(), file.fileId(), file.registration(), service, after, moved));
        for (StepDuty duty : duties) {
            duty.perform(movement);
        }
        events.publishEvent(movement);
        return after;
    }

    /**
     * Notes what was found of the papers, while the file is in the officer's hands at a check step.
     *
     * @param checks          answers for some or all lines of the list; a line that the list doesn't have is ignored
     * @param expectedVersion number of entries on the card that the officer saw
     * @throws MoveRefused if the file moved meanwhile, or the officer doesn't have it in hand at a check
     */
    @Transactional
    public void check(SignedIn by, String registration, List<Check> checks, int expectedVersion) {
        FileRow file = inHand(by, registration, StepKind.CHECK, expectedVersion);
        checkLists.update(file.officeId(), file.fileId(), checks);
    }

    /**
     * Makes sure that the officer has a file in hand at a step of a kind, and that nobody moves it before the transaction ends: for modules
     * above that record what is done there.
     *
     * @param expectedVersion number of entries on the card that the officer saw
     * @throws MoveRefused if it isn't so
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(SignedIn by, String registration, StepKind kind, int expectedVersion) {
        inHand(by, registration, kind, expectedVersion);
    }

    private FileRow inHand(SignedIn by, String registration, StepKind kind, int expectedVersion) {
        FileRow file = files.lock(by.officeId(), registration).orElseThrow(() -> new NoSuchFile(registration));
        SopStep step = service(by, file).sop().step(file.step());
        if (file.version() != expectedVersion) {
            throw refused(file, Reason.STALE);
        }
        if (file.status() != Status.IN_WORK || step.kind() != kind) {
            throw refused(file, Reason.NOT_NOW);
        }
        if (file.holder() != by.officerId()) {
            throw refused(file, Reason.HELD_BY_ANOTHER);
        }
        return file;
    }

    /** The same, and the check concluded with it: both or neither. */
    @Transactional
    public CardState checkAndMove(
            SignedIn by, String registration, List<Check> checks, Order order, int expectedVersion) {
        WorkingCalendar calendar = calendars.held(by.officeId());
        FileRow file = inHand(by, registration, StepKind.CHECK, expectedVersion);
        checkLists.update(file.officeId(), file.fileId(), checks);
        return move(by, service(by, file), file, calendar, order, expectedVersion);
    }

    /** The definition of a file's service, for an officer who has a part in it; to others the file doesn't exist. */
    private ServiceDefinition service(SignedIn by, FileRow file) {
        ServiceDefinition service = standards.of(file.officeId(), file.service(), file.serviceVersion());
        if (!service.sop().hasPart(by.roles())) {
            throw new NoSuchFile(file.registration());
        }
        return service;
    }

    /** At a check the list decides: on only when complete (SOP-2), back to the applicant only with what is missing, which becomes the reason. */
    private Order checkListAgrees(FileRow file, ServiceDefinition service, Order order) {
        boolean concludes = order.action() == Action.HAND_OVER || order.action() == Action.RETURN_TO_APPLICANT;
        if (!concludes || service.sop().step(file.step()).kind() != StepKind.CHECK) {
            return order;
        }
        CheckList list = checkLists.of(file.officeId(), file.fileId(), service);
        if (order.action() == Action.HAND_OVER) {
            if (!list.complete()) {
                throw refused(file, Reason.CHECK_INCOMPLETE);
            }
            return order;
        }
        if (list.complete()) {
            throw refused(file, Reason.CHECK_COMPLETE);
        }
        return order.remark().isEmpty() ? Order.of(order.action(), list.shortcomings()) : order;
    }

    /** When the clerk's work on the file began: with the form, unless that lay about for longer than anybody stands at a counter. */
    private static Instant opened(Intake intake, Instant now) {
        Instant opened = intake.openedAt().truncatedTo(ChronoUnit.MICROS);
        boolean plausible = !opened.isAfter(now) && opened.isAfter(now.minus(LONGEST_AT_COUNTER));
        return plausible ? opened : now;
    }

    private MoveRefused refused(FileRow file, Reason reason) {
        long by = reason == Reason.HELD_BY_ANOTHER ? file.holder() : 0;
        CardEntry last = files.last(file.officeId(), file.fileId(), by).map(Linked::entry).orElse(null);
        return new MoveRefused(file.registration(), new Refusal(reason, file.step()), last);
    }

    private static List<Linked> chain(int officeId, String registration, List<CardEntry> entries) {
        List<Linked> chained = new ArrayList<>();
        byte[] hash = Chain.START;
        for (CardEntry entry : entries) {
            hash = Chain.next(hash, officeId, registration, entry);
            chained.add(new Linked(entry, hash));
        }
        return chained;
    }

    private Supplier<Dossier> read(
            int officeId, long fileId, String registration, ServiceDefinition service, CardState state, FileClock promise) {
        return SingletonSupplier.of(() -> dossiers.of(officeId, fileId, registration, service, state, promise));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A card in the making, before its file has a number. */
    private static final class NewCard {
        private final ServiceDefinition service;
        private final WorkingCalendar calendar;
        private final SignedIn by;
        private final List<CardEntry> entries = new ArrayList<>();
        private CardState state;
        private FileClock clock = FileClock.NOT_STARTED;

        NewCard(ServiceDefinition service, WorkingCalendar calendar, SignedIn by) {
            this.service = service;
            this.calendar = calendar;
            this.by = by;
            this.state = CardState.unregistered(service.sop());
        }

        void must(Order order, Instant at) {
            switch (decide(order, at)) {
                case Decision.Allowed allowed -> enter(allowed.entry());
                case Decision.Refused refused -> throw new MoveRefused(service.code(), refused.refusal(), null);
            }
        }

        boolean may(Order order, Instant at) {
            if (decide(order, at) instanceof Decision.Allowed allowed) {
                enter(allowed.entry());
                return true;
            }
            return false;
        }

        private Decision decide(Order order, Instant at) {
            return new Rules(service.sop())
                    .decide(state, order, by.officerId(), by.name(), by.initials(), by.roles(), at);
        }

        private void enter(CardEntry entry) {
            clock = clock.after(entry, state, service.sop(), service.promise(), calendar);
            state = state.after(entry, service.sop());
            entries.add(entry);
        }
    }
}

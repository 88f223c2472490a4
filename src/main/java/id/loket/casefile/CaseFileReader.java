package id.loket.casefile;

import id.loket.casefile.CaseFileView.CardRow;
import id.loket.casefile.card.Rules;
import id.loket.casefile.card.Visit;
import id.loket.office.WorkingCalendars;
import id.loket.platform.security.SignedIn;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.Standards;
import id.loket.worktime.FreeDay;
import id.loket.worktime.WorkDuration;
import id.loket.worktime.WorkingCalendar;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a file with everything about it. */
@Service
@Transactional(readOnly = true)
public class CaseFileReader {

    private final JdbcClient db;
    private final CaseFileStore files;
    private final ApplicationStore applications;
    private final CheckLists checkLists;
    private final Attachments attachments;
    private final Dossiers dossiers;
    private final DueDates dueDates;
    private final Standards standards;
    private final WorkingCalendars calendars;
    private final List<FilePapers> papers;
    private final List<StepWork> works;
    private final Clock clock;

    CaseFileReader(
            JdbcClient db,
            CaseFileStore files,
            ApplicationStore applications,
            CheckLists checkLists,
            Attachments attachments,
            Dossiers dossiers,
            DueDates dueDates,
            Standards standards,
            WorkingCalendars calendars,
            List<FilePapers> papers,
            List<StepWork> works,
            Clock clock) {
        this.db = db;
        this.files = files;
        this.applications = applications;
        this.checkLists = checkLists;
        this.attachments = attachments;
        this.dossiers = dossiers;
        this.dueDates = dueDates;
        this.standards = standards;
        this.calendars = calendars;
        this.papers = papers;
        this.works = works;
        this.clock = clock;
    }

    /**
     * A file of the officer's own office.
     *
     * @throws NoSuchFile if the office has none of this number, or the officer has no part in its service
     */
    public CaseFileView file(SignedIn officer, String registration) {
        FileRow file = files.find(officer.officeId(), registration).orElseThrow(() -> new NoSuchFile(registration));
        ServiceDefinition service = standards.of(file.officeId(), file.service(), file.serviceVersion());
        if (!service.sop().hasPart(officer.roles())) {
            throw new NoSuchFile(registration);
        }
        return view(file, service, officer.officerId(), officer.roles());
    }

    /** The file behind the code on the applicant's receipt. */
    public Optional<CaseFileView> byTrackingCode(int officeId, String code) {
        return registrationWhere("a.tracking_code = :key", officeId, code).map(r -> forApplicant(officeId, r));
    }

    /** A file by its number and the last four digits of the applicant's telephone; empty whichever of the two is wrong. */
    public Optional<CaseFileView> byNumberAndPhone(int officeId, String registration, String phoneEnding) {
        return registrationWhere("f.registration = :key", officeId, registration)
                .map(r -> forApplicant(officeId, r))
                .filter(view -> view.application().applicant().phoneEnding().equals(phoneEnding));
    }

    /** A file for a module above, in no officer's name: nothing is possible. */
    public CaseFileView of(int officeId, String registration) {
        return forApplicant(officeId, registration);
    }

    /** A file for a letter or a notice. */
    public Dossier dossier(int officeId, String registration) {
        FileRow file = files.find(officeId, registration).orElseThrow(() -> new NoSuchFile(registration));
        ServiceDefinition service = standards.of(officeId, file.service(), file.serviceVersion());
        return dossiers.of(officeId, file.fileId(), registration, service, file.state(), file.clock());
    }

    private CaseFileView forApplicant(int officeId, String registration) {
        FileRow file = files.find(officeId, registration).orElseThrow(() -> new NoSuchFile(registration));
        return view(file, standards.of(officeId, file.service(), file.serviceVersion()), 0, Set.of());
    }

    private Optional<String> registrationWhere(String condition, int officeId, String key) {
        return db.sql("""
                        select f.registration from case_file f join application a using (office_id, file_id)
                        where f.office_id = :office and """ + " " + condition)
                .param("office", officeId)
                .param("key", key)
                .query(String.class)
                .optional();
    }

    private CaseFileView view(FileRow file, ServiceDefinition service, long officerId, Set<String> roles) {
        WorkingCalendar calendar = calendars.of(file.officeId());
        Instant now = clock.instant();
        List<Visit> visits = dossiers.visits(file.officeId(), file.fileId(), service);
        Application application = applications.find(file.officeId(), file.fileId()).orElseThrow();
        List<StepWork.Work> work = work(new StepWork.Place(
                file.officeId(), file.fileId(), file.registration(), service, application, file.state(), officerId, roles));
        List<FilePapers.Held> held = papers.stream().map(p -> p.of(file.officeId(), file.fileId(), file.registration())).toList();
        return new CaseFileView(
                file.officeId(),
                file.fileId(),
                file.registration(),
                service,
                application,
                file.state(),
                file.clock(),
                visits.stream().map(v -> row(v, service, now, calendar)).toList(),
                checkLists.of(file.officeId(), file.fileId(), service),
                attachments.of(file.officeId(), file.fileId()),
                held.stream().flatMap(h -> h.papers().stream()).toList(),
                held.stream().flatMap(h -> h.deeds().stream()).filter(deed -> roles.contains(deed.role())).toList(),
                work,
                dueDates.of(file.officeId(), file.fileId()),
                freeDays(file, calendar),
                new Rules(service.sop())
                        .possible(file.state(), officerId, roles).stream()
                                .filter(action -> work.stream().noneMatch(w -> w.withheld().contains(action)))
                                .toList(),
                visits.isEmpty() || visits.getLast().receivedBy() == null ? "" : visits.getLast().receivedBy().name(),
                file.clock().overrun(file.status().open() ? now : file.lastAt(), calendar),
                file.lastHash(),
                now);
    }

    private List<StepWork.Work> work(StepWork.Place place) {
        return place.state().status().open()
                ? works.stream().flatMap(w -> w.at(place).stream()).toList()
                : List.of();
    }

    private static List<FreeDay> freeDays(FileRow file, WorkingCalendar calendar) {
        return file.dueAt() == null
                ? List.of()
                : calendar.freeDaysBetween(
                        file.completeAt().atZone(calendar.zone()).toLocalDate(),
                        file.dueAt().atZone(calendar.zone()).toLocalDate());
    }

    private static CardRow row(Visit visit, ServiceDefinition service, Instant now, WorkingCalendar calendar) {
        WorkDuration standard = service.sop().step(visit.step()).time();
        boolean over = visit.receivedAt() != null
                && !visit.inWork(now, calendar).isZero()
                && (visit.leftAt() != null ? visit.leftAt() : now).isAfter(calendar.add(visit.receivedAt(), standard));
        return new CardRow(visit, visit.inTransit(now, calendar), visit.inWork(now, calendar), over);
    }
}

package id.loket.inspection;

import id.loket.casefile.CaseFileReader;
import id.loket.casefile.CaseFileView;
import id.loket.casefile.CaseFiles;
import id.loket.casefile.CheckList;
import id.loket.casefile.MoveRefused;
import id.loket.casefile.NoSuchFile;
import id.loket.casefile.card.Refusal;
import id.loket.casefile.card.Refusal.Reason;
import id.loket.casefile.card.Remarks;
import id.loket.document.PhotoCopy;
import id.loket.document.UploadCheck;
import id.loket.inspection.InspectionRefused.Problem;
import id.loket.inspection.InspectionStore.Photo;
import id.loket.inspection.Report.Finding;
import id.loket.inspection.Report.Recommendation;
import id.loket.office.OfficerProfile;
import id.loket.office.Officers;
import id.loket.office.WorkingCalendars;
import id.loket.platform.security.SignedIn;
import id.loket.standard.FormField;
import id.loket.standard.Requirement;
import id.loket.standard.StepKind;
import id.loket.worktime.WorkingCalendar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Appointments and reports of the technical team. What is recorded stays as it is; what is new stands beside it. */
@Service
public class Inspections {

    static final int MOST_PHOTOS = 8;
    static final int LONGEST_LINE = 200;
    static final int LONGEST_TEXT = 1000;

    /**
     * An appointment as an officer enters it; what is missing is null or empty.
     *
     * @param at  local time of the office
     * @param why the one before is moved
     */
    public record Plan(LocalDateTime at, String place, Set<Long> team, String note, String why) {}

    /** A photo as it came. */
    public record Shot(String name, String caption, byte[] content) {}

    /**
     * What was found of a requirement, as an officer enters it.
     *
     * @param fits null if not answered
     */
    public record Answer(Boolean fits, String remark) {}

    /**
     * A report as an officer enters it; what is missing is null or empty.
     *
     * @param heldAt  local time of the office
     * @param answers by code of the requirement
     */
    public record Findings(
            LocalDateTime heldAt,
            String place,
            Set<Long> present,
            String applicantSide,
            Map<String, Answer> answers,
            String remarks,
            Recommendation recommendation,
            String conclusion,
            List<Shot> photos) {}

    private final InspectionStore inspections;
    private final CaseFiles caseFiles;
    private final CaseFileReader files;
    private final Officers officers;
    private final UploadCheck uploads;
    private final WorkingCalendars calendars;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Inspections(
            InspectionStore inspections,
            CaseFiles caseFiles,
            CaseFileReader files,
            Officers officers,
            UploadCheck uploads,
            WorkingCalendars calendars,
            TransactionTemplate transactions,
            Clock clock) {
        this.inspections = inspections;
        this.caseFiles = caseFiles;
        this.files = files;
        this.officers = officers;
        this.uploads = uploads;
        this.calendars = calendars;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Says when the team comes; where it was said before, that is moved.
     *
     * @param expectedVersion number of entries on the card that the officer saw
     * @param number          of the new appointment: one more than the officer saw
     * @throws InspectionRefused if time, place, team or reason are not as they must be
     * @throws MoveRefused       if the officer doesn't have the file in hand at an inspection, or something changed meanwhile
     */
    @Transactional
    public Appointment schedule(SignedIn by, String registration, int expectedVersion, int number, Plan plan) {
        CaseFileView file = files.file(by, registration);
        caseFiles.hold(by, registration, StepKind.INSPECT, expectedVersion);
        List<Appointment> before = inspections.appointments(file.officeId(), file.fileId());
        unchanged(file, before.size() + 1, number);
        WorkingCalendar calendar = calendars.of(file.officeId());
        List<Problem> problems = new ArrayList<>();
        Instant at = plan.at() == null ? null : plan.at().atZone(calendar.zone()).toInstant();
        if (at == null) {
            problems.add(new Problem("tanggal", "inspection.at.wrong"));
        } else if (at.isBefore(clock.instant())) {
            problems.add(new Problem("tanggal", "inspection.at.past"));
        } else if (!calendar.isWorkingDay(plan.at().toLocalDate())) {
            problems.add(new Problem("tanggal", "inspection.at.free"));
        } else if (!calendar.isOpen(at)) {
            problems.add(new Problem("jam", "inspection.at.closed"));
        }
        String place = text("tempat", plan.place(), LONGEST_LINE, true, problems);
        List<Long> team = team("tim", plan.team(), file, problems);
        String note = text("pesan", plan.note(), LONGEST_TEXT, false, problems);
        String why = text("alasan", plan.why(), LONGEST_LINE, !before.isEmpty(), problems);
        raise(problems);
        Appointment appointment = new Appointment(number, at, place, team, note, before.isEmpty() ? "" : why);
        inspections.add(file.officeId(), file.fileId(), appointment, clock.instant(), by.officerId());
        return appointment;
    }

    /**
     * Records what was found. The officer's own initials are under it from the beginning; the others who were there add theirs.
     *
     * @param expectedVersion number of entries on the card that the officer saw
     * @param number          of the new report: one more than the officer saw
     * @throws InspectionRefused if something is missing, contradicts itself, or a photo can't be kept
     * @throws MoveRefused       if the officer doesn't have the file in hand at an inspection, or something changed meanwhile
     */
    public Report report(SignedIn by, String registration, int expectedVersion, int number, Findings found) {
        List<Problem> problems = new ArrayList<>();
        List<Photo> photos = photos(found.photos(), problems);
        return transactions.execute(status -> report(by, registration, expectedVersion, number, found, photos, problems));
    }

    private Report report(
            SignedIn by,
            String registration,
            int expectedVersion,
            int number,
            Findings found,
            List<Photo> photos,
            List<Problem> problems) {
        CaseFileView file = files.file(by, registration);
        caseFiles.hold(by, registration, StepKind.INSPECT, expectedVersion);
        unchanged(file, inspections.reports(file.officeId(), file.fileId()).size() + 1, number);
        Instant heldAt = found.heldAt() == null
                ? null
                : found.heldAt().atZone(calendars.of(file.officeId()).zone()).toInstant();
        if (heldAt == null) {
            problems.add(new Problem("tanggal", "inspection.at.wrong"));
        } else if (heldAt.isAfter(clock.instant())) {
            problems.add(new Problem("tanggal", "inspection.held.future"));
        } else if (heldAt.isBefore(file.application().registeredAt())) {
            problems.add(new Problem("tanggal", "inspection.held.early"));
        }
        String place = text("tempat", found.place(), LONGEST_LINE, true, problems);
        List<Long> present = team("hadir", found.present(), file, problems);
        String side = text("pemohon", found.applicantSide(), LONGEST_LINE, true, problems);
        List<Finding> findings = findings(file, found.answers(), problems);
        String remarks = text("temuan", found.remarks(), LONGEST_TEXT, false, problems);
        Recommendation recommendation = found.recommendation();
        String conclusion =
                text("simpulan", found.conclusion(), LONGEST_TEXT, recommendation != Recommendation.RECOMMENDED, problems);
        if (recommendation == null) {
            problems.add(new Problem("rekomendasi", "inspection.recommendation.empty"));
        } else if (recommendation == Recommendation.RECOMMENDED && findings.stream().anyMatch(f -> !f.fits())) {
            problems.add(new Problem("rekomendasi", "inspection.recommendation.contradicts"));
        }
        raise(problems);
        Report report = new Report(
                number,
                file.state().step(),
                heldAt,
                place,
                present,
                side,
                findings,
                remarks,
                recommendation,
                conclusion,
                clock.instant(),
                List.of(),
                List.of());
        inspections.add(file.officeId(), file.fileId(), report, photos, by.officerId());
        if (present.contains(by.officerId())) {
            inspections.initial(file.fileId(), number, by, clock.instant());
        }
        return inspections.reports(file.officeId(), file.fileId()).getLast();
    }

    /**
     * Puts the officer's initials under a report.
     *
     * @throws MoveRefused if the officer wasn't there, or the file is closed
     * @throws NoSuchFile  if there is no such report
     */
    @Transactional
    public void initial(SignedIn by, String registration, int number) {
        CaseFileView file = files.file(by, registration);
        Report report = reports(file).stream()
                .filter(r -> r.number() == number)
                .findFirst()
                .orElseThrow(() -> new NoSuchFile(registration));
        if (!file.state().status().open()) {
            throw new MoveRefused(registration, new Refusal(Reason.CLOSED, file.state().step()), null);
        }
        if (!report.present().contains(by.officerId())) {
            throw new MoveRefused(registration, new Refusal(Reason.NOT_YOUR_ROLE, file.state().step()), null);
        }
        inspections.initial(file.fileId(), number, by, clock.instant());
    }

    /** All appointments of a file, in order; the last one holds. */
    @Transactional(readOnly = true)
    public List<Appointment> appointments(CaseFileView file) {
        return inspections.appointments(file.officeId(), file.fileId());
    }

    /** All reports of a file, in order. */
    @Transactional(readOnly = true)
    public List<Report> reports(CaseFileView file) {
        return inspections.reports(file.officeId(), file.fileId());
    }

    /** What a team judges on the spot: the technical requirements that apply to a file. */
    public static List<Requirement> judged(CaseFileView file) {
        return file.checkList().lines().stream()
                .map(CheckList.Line::requirement)
                .filter(r -> r.group() == Requirement.Group.TECHNICAL)
                .toList();
    }

    /** Where it will most likely be: the first address that the form asks for, else the applicant's. */
    static String likelyPlace(CaseFileView file) {
        return file.service().form().stream()
                .filter(f -> f.type() == FormField.Type.LONG_TEXT)
                .map(f -> file.application().fields().getOrDefault(f.name(), ""))
                .filter(answer -> !answer.isEmpty())
                .findFirst()
                .orElse(file.application().applicant().address());
    }

    /** Who can be in the team: everybody in the role of the step where the file is. */
    List<OfficerProfile> candidates(CaseFileView file) {
        return officers.inRole(file.officeId(), file.step().actor());
    }

    private List<Finding> findings(CaseFileView file, Map<String, Answer> answers, List<Problem> problems) {
        List<Finding> findings = new ArrayList<>();
        for (Requirement requirement : judged(file)) {
            Answer answer = answers.getOrDefault(requirement.code(), new Answer(null, ""));
            String field = "sesuai." + requirement.code();
            if (answer.fits() == null) {
                problems.add(new Problem(field, "inspection.finding.empty"));
            } else {
                String remark = text("catatan." + requirement.code(), answer.remark(), LONGEST_LINE, !answer.fits(), problems);
                findings.add(new Finding(requirement.code(), answer.fits(), remark));
            }
        }
        return findings;
    }

    private List<Long> team(String field, Set<Long> chosen, CaseFileView file, List<Problem> problems) {
        List<Long> possible = candidates(file).stream().map(OfficerProfile::id).toList();
        if (chosen.isEmpty()) {
            problems.add(new Problem(field, "inspection.team.empty"));
        } else if (!possible.containsAll(chosen)) {
            problems.add(new Problem(field, "inspection.team.wrong"));
        }
        return possible.stream().filter(chosen::contains).toList();
    }

    private List<Photo> photos(List<Shot> shots, List<Problem> problems) {
        if (shots.size() > MOST_PHOTOS) {
            problems.add(new Problem("foto", "inspection.photo.many", List.of(MOST_PHOTOS)));
            return List.of();
        }
        List<Photo> photos = new ArrayList<>();
        for (int i = 0; i < shots.size(); i++) {
            String field = "foto" + (i + 1);
            switch (checked(shots.get(i))) {
                case UploadCheck.Refused refused -> problems.add(new Problem(field, refused.messageKey(), refused.args()));
                case UploadCheck.Accepted accepted -> {
                    if (!accepted.mediaType().startsWith("image/")) {
                        problems.add(new Problem(field, "inspection.photo.notOne"));
                    } else {
                        String caption = Remarks.of(shots.get(i).caption(), LONGEST_LINE);
                        PhotoCopy.of(accepted.content())
                                .ifPresentOrElse(
                                        copy -> photos.add(new Photo(caption, copy)),
                                        () -> problems.add(new Problem(field, "inspection.photo.damaged")));
                    }
                }
            }
        }
        return photos;
    }

    private UploadCheck.Result checked(Shot shot) {
        try {
            return uploads.check(new ByteArrayInputStream(shot.content()), shot.name(), "Foto", UploadCheck.LARGEST_FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String field, String typed, int longest, boolean needed, List<Problem> problems) {
        String text = Remarks.of(typed, longest + 1);
        if (text.length() > longest) {
            problems.add(new Problem(field, "inspection.tooLong", List.of(longest)));
        } else if (needed && text.isEmpty()) {
            problems.add(new Problem(field, "inspection.empty." + field.replaceAll("\\..*", "")));
        }
        return text;
    }

    private static void unchanged(CaseFileView file, int next, int number) {
        if (next != number) {
            throw new MoveRefused(file.registration(), new Refusal(Reason.STALE, file.state().step()), null);
        }
    }

    private static void raise(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InspectionRefused(problems);
        }
    }
}

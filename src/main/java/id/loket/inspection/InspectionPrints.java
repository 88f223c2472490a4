package id.loket.inspection;

import id.loket.casefile.CaseFileView;
import id.loket.casefile.NoSuchFile;
import id.loket.document.AssignmentLetter;
import id.loket.document.InspectionSheet;
import id.loket.document.Papers;
import id.loket.document.Printing;
import id.loket.document.Signatory;
import id.loket.office.OfficeLetterheads;
import id.loket.office.OfficerProfile;
import id.loket.office.Officers;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.Texts;
import id.loket.platform.web.Ui;
import id.loket.standard.Actor;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The papers of an inspection, in Indonesian. */
@Component
class InspectionPrints {

    private static final Locale INDONESIAN = Texts.INDONESIAN;

    private final InspectionStore inspections;
    private final Papers papers;
    private final Officers officers;
    private final OfficeDirectory offices;
    private final OfficeLetterheads letterheads;
    private final MessageSource messages;

    InspectionPrints(
            InspectionStore inspections,
            Papers papers,
            Officers officers,
            OfficeDirectory offices,
            OfficeLetterheads letterheads,
            MessageSource messages) {
        this.inspections = inspections;
        this.papers = papers;
        this.officers = officers;
        this.offices = offices;
        this.letterheads = letterheads;
        this.messages = messages;
    }

    /** The order for the appointment that holds. */
    byte[] assignment(SignedIn officer, CaseFileView file) {
        Appointment appointment = inspections.appointments(file.officeId(), file.fileId()).stream()
                .reduce((a, b) -> b)
                .orElseThrow(() -> new NoSuchFile(file.registration()));
        Actor head = file.service().signatory();
        List<OfficerProfile> holders = officers.inRole(file.officeId(), head.role());
        AssignmentLetter letter = new AssignmentLetter(
                file.registration(),
                file.service().name().in(INDONESIAN),
                file.application().applicant().name(),
                appointment.place(),
                appointment.at(),
                appointment.team().stream()
                        .map(id -> officers.profile(file.officeId(), id))
                        .map(o -> new AssignmentLetter.Member(o.name(), o.nip()))
                        .toList(),
                appointment.note(),
                new Signatory(
                        head.name().in(INDONESIAN),
                        holders.isEmpty() ? "" : holders.getFirst().name(),
                        null,
                        holders.isEmpty() || holders.getFirst().nip().isEmpty() ? null : holders.getFirst().nip()),
                new Printing(file.now(), officer.name(), 1));
        return papers.assignmentLetter(letter, letterheads.of(file.officeId()));
    }

    /** The record of an inspection, with the initials that it has by now. */
    byte[] report(SignedIn officer, CaseFileView file, Report report) {
        Ui ui = Ui.of(messages, INDONESIAN, file.now(), offices.byId(file.officeId()));
        InspectionSheet sheet = new InspectionSheet(
                report.number(),
                file.registration(),
                file.service().name().in(INDONESIAN),
                file.application().applicant().name(),
                report.place(),
                report.heldAt(),
                report.applicantSide(),
                report.findings().stream()
                        .map(f -> new InspectionSheet.Finding(
                                file.service()
                                        .requirement(f.code())
                                        .map(r -> r.name().in(INDONESIAN))
                                        .orElse(f.code()),
                                f.fits(),
                                f.remark()))
                        .toList(),
                report.remarks(),
                ui.t("inspection.recommendation." + report.recommendation()),
                report.conclusion(),
                inspections.photos(file.officeId(), file.fileId(), report.number()).stream()
                        .map(p -> new InspectionSheet.Photo(p.caption(), p.jpeg()))
                        .toList(),
                report.present().stream().map(id -> member(file, report, id)).toList(),
                new Printing(file.now(), officer.name(), 1));
        return papers.inspectionSheet(sheet, letterheads.of(file.officeId()));
    }

    private InspectionSheet.Member member(CaseFileView file, Report report, long id) {
        return report.initials().stream()
                .filter(i -> i.officerId() == id)
                .findFirst()
                .map(i -> new InspectionSheet.Member(i.name(), i.initials()))
                .orElseGet(() -> new InspectionSheet.Member(officers.profile(file.officeId(), id).name(), ""));
    }
}

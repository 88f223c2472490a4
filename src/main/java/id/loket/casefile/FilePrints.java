package id.loket.casefile;

import static id.loket.platform.db.Timestamps.utc;

import id.loket.casefile.CaseFileView.CardRow;
import id.loket.casefile.card.Officer;
import id.loket.casefile.card.Visit;
import id.loket.document.ControlCardSheet;
import id.loket.document.FileReceipt;
import id.loket.document.MissingList;
import id.loket.document.Papers;
import id.loket.document.Printing;
import id.loket.document.StepShape;
import id.loket.office.OfficeLetterheads;
import id.loket.platform.LoketSettings;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.OfficeInfo;
import id.loket.platform.web.Ui;
import org.springframework.context.MessageSource;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.SopStep;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Papers that go with a file: the control card, the receipt, the list of what is missing. */
@Service
public class FilePrints {

    /** Printed at once; a paper of as many takes some seconds. */
    static final int MOST_CARDS = 30;

    private static final int FINGERPRINT_BYTES = 8;

    private final JdbcClient db;
    private final Papers papers;
    private final OfficeDirectory offices;
    private final OfficeLetterheads letterheads;
    private final MessageSource messages;
    private final LoketSettings settings;
    private final Clock clock;

    FilePrints(
            JdbcClient db,
            Papers papers,
            OfficeDirectory offices,
            OfficeLetterheads letterheads,
            MessageSource messages,
            LoketSettings settings,
            Clock clock) {
        this.db = db;
        this.papers = papers;
        this.offices = offices;
        this.letterheads = letterheads;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /** The card as it stands, with the next print number (MFG-4a). */
    @Transactional
    public byte[] controlCard(SignedIn officer, CaseFileView file, Locale locale) {
        return papers.controlCard(sheet(officer, file, locale), letterheads.of(file.officeId()), locale);
    }

    /** Several cards in one paper (MFG-4d), each with its next print number. */
    @Transactional
    public byte[] controlCards(SignedIn officer, List<CaseFileView> files, Locale locale) {
        List<ControlCardSheet> sheets = files.stream().map(file -> sheet(officer, file, locale)).toList();
        return papers.controlCards(sheets, letterheads.of(officer.officeId()), locale);
    }

    private ControlCardSheet sheet(SignedIn officer, CaseFileView file, Locale locale) {
        Ui ui = Ui.of(messages, locale, file.now(), offices.byId(file.officeId()));
        Printing printing = new Printing(file.now(), officer.name(), nextPrint(officer, file));
        return new ControlCardSheet(
                file.registration(),
                serviceWithKind(ui, file),
                file.application().applicant().name(),
                file.clock().completeAt(),
                file.clock().dueAt(),
                ServiceWords.duration(ui, file.service().promise()),
                settings.publicUrl() + "/berkas/" + file.registration(),
                rows(ui, file),
                List.of(),
                file.state().version(),
                fingerprint(file.lastHash()),
                printing);
    }

    /** What the applicant takes home: number, promise, and the way to follow the file. */
    @Transactional(readOnly = true)
    public byte[] receipt(SignedIn officer, CaseFileView file, Locale locale) {
        Ui ui = Ui.of(messages, locale, file.now(), offices.byId(file.officeId()));
        Application application = file.application();
        FileReceipt receipt = new FileReceipt(
                file.registration(),
                serviceWithKind(ui, file),
                application.applicant().name(),
                application.representative() == null ? null : application.representative().name(),
                application.registeredAt(),
                file.rows().getFirst().visit().receivedBy().name(),
                file.checkList().lines().stream()
                        .filter(l -> l.check().result() != Check.Result.MISSING)
                        .map(l -> new FileReceipt.Item(
                                l.requirement().name().in(locale), RequirementWords.form(ui, l.requirement())))
                        .toList(),
                file.clock().dueAt(),
                ServiceWords.duration(ui, file.service().promise()),
                trackingUrl(file),
                ui.t("file.secondFactor"),
                letterheads.openingHours(file.officeId(), locale),
                application.amount(file.service()) == 0 ? null : ui.rupiah(application.amount(file.service())),
                new Printing(file.now(), officer.name(), 1));
        return papers.fileReceipt(receipt, letterheads.of(file.officeId()), locale);
    }

    /** What the applicant still has to bring (SOP-2). */
    @Transactional(readOnly = true)
    public byte[] missing(SignedIn officer, CaseFileView file, Locale locale) {
        Ui ui = Ui.of(messages, locale, file.now(), offices.byId(file.officeId()));
        MissingList list = new MissingList(
                file.registration(),
                serviceWithKind(ui, file),
                file.application().applicant().name(),
                file.checkList().round(),
                file.state().since(),
                officer.name(),
                file.checkList().open().stream()
                        .map(l -> new MissingList.Item(
                                RequirementWords.whole(ui, l.requirement()),
                                l.check().result() == Check.Result.INELIGIBLE
                                        ? MissingList.Problem.NOT_ELIGIBLE
                                        : MissingList.Problem.MISSING,
                                l.check().remark().isEmpty() ? null : l.check().remark(),
                                null))
                        .toList(),
                file.checkList().lines().stream()
                        .filter(l -> l.check().result() == Check.Result.PRESENT)
                        .map(l -> l.requirement().name().in(locale))
                        .toList(),
                trackingUrl(file),
                ui.t("file.secondFactor"),
                letterheads.openingHours(file.officeId(), locale),
                new Printing(file.now(), officer.name(), 1));
        return papers.missingList(list, letterheads.of(file.officeId()), locale);
    }

    private String trackingUrl(CaseFileView file) {
        OfficeInfo office = offices.byId(file.officeId());
        return settings.publicUrl() + "/lacak/" + office.code() + "-" + file.application().trackingCode();
    }

    private static String serviceWithKind(Ui ui, CaseFileView file) {
        ServiceDefinition service = file.service();
        return service.name().in(ui.locale()) + ", " + ui.t("kind." + file.application().kind().name());
    }

    private static List<ControlCardSheet.Row> rows(Ui ui, CaseFileView file) {
        List<ControlCardSheet.Row> rows = new ArrayList<>();
        for (CardRow row : file.rows()) {
            Visit visit = row.visit();
            SopStep step = file.service().sop().step(visit.step());
            boolean several = file.rows().stream().filter(r -> r.visit().step() == visit.step()).count() > 1;
            String name = step.shortName().in(ui.locale());
            rows.add(new ControlCardSheet.Row(
                    visit.step(),
                    shape(file, visit.step()),
                    several ? ui.t("card.round", name, visit.round()) : name,
                    visit.receivedBy() == null ? null : visit.receivedBy().name(),
                    remark(ui, visit),
                    visit.receivedAt() == null ? null : mark(visit.receivedAt(), visit.receivedBy()),
                    visit.leftAt() == null ? null : mark(visit.leftAt(), visit.leftBy()),
                    visit.sentAt() == null ? null : ui.minutes(row.inTransit().toMinutes()),
                    visit.receivedAt() == null ? null : ui.minutes(row.inWork().toMinutes()),
                    row.overStandard(),
                    ServiceWords.duration(ui, step.time())));
        }
        if (file.state().status().open()) {
            for (SopStep step : file.service().sop().steps()) {
                if (step.no() > file.state().step()) {
                    rows.add(new ControlCardSheet.Row(
                            step.no(),
                            shape(file, step.no()),
                            step.shortName().in(ui.locale()),
                            null, null, null, null, null, null,
                            false,
                            ServiceWords.duration(ui, step.time())));
                }
            }
        }
        return rows;
    }

    /** How the visit ended, where not by handing on, and what was written. */
    private static String remark(Ui ui, Visit visit) {
        String written = visit.remarks().stream().map(Visit.Note::text).collect(Collectors.joining("; "));
        boolean special = visit.ending() != null && visit.ending() != Visit.Ending.HANDED_OVER;
        String ending = special ? ui.t("card.ending." + visit.ending().name()) : "";
        if (ending.isEmpty() || written.isEmpty()) {
            return ending.isEmpty() && written.isEmpty() ? null : ending + written;
        }
        return ending + ": " + written;
    }

    private static ControlCardSheet.Mark mark(Instant at, Officer by) {
        return new ControlCardSheet.Mark(at, by.initials());
    }

    private static StepShape shape(CaseFileView file, int step) {
        return StepShape.valueOf(StepLine.shape(file.service().sop(), step).name());
    }

    /** The first bytes of the chain's last hash, in fours as they are read out. */
    static String fingerprint(byte[] hash) {
        return HexFormat.of().withUpperCase().formatHex(hash, 0, FINGERPRINT_BYTES).replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** One at a time for each file, so that two prints at the same moment get two numbers. */
    private int nextPrint(SignedIn officer, CaseFileView file) {
        db.sql("select 1 from case_file where office_id = :office and file_id = :file for update")
                .param("office", file.officeId())
                .param("file", file.fileId())
                .query(Integer.class)
                .single();
        return db.sql("""
                        insert into card_print (office_id, file_id, number, printed_at, printed_by)
                        select :office, :file, coalesce(max(number), 0) + 1, :at, :by
                        from card_print where office_id = :office and file_id = :file
                        returning number
                        """)
                .param("office", file.officeId())
                .param("file", file.fileId())
                .param("at", utc(clock.instant()))
                .param("by", officer.officerId())
                .query(Integer.class)
                .single();
    }
}

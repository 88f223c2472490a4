package id.loket.permit;

import id.loket.casefile.Applicant;
import id.loket.casefile.Application;
import id.loket.casefile.Dossier;
import id.loket.casefile.ServiceWords;
import id.loket.casefile.card.CardEntry;
import id.loket.document.Channel;
import id.loket.document.Papers;
import id.loket.document.PermitLetter;
import id.loket.document.RejectionLetter;
import id.loket.document.Signatory;
import id.loket.office.OfficeLetterheads;
import id.loket.office.OfficerProfile;
import id.loket.office.Officers;
import id.loket.platform.LoketSettings;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.OfficeInfo;
import id.loket.platform.web.Texts;
import id.loket.platform.web.Ui;
import id.loket.standard.Actor;
import id.loket.standard.FormField;
import id.loket.standard.Legal;
import id.loket.standard.LetterTemplate;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.StepKind;
import id.loket.standard.Template;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes the letters of a file from the template of its service. Letters are in Indonesian, whoever reads them. */
@Component
class Letters {

    private final Papers papers;
    private final OfficeDirectory offices;
    private final OfficeLetterheads letterheads;
    private final Officers officers;
    private final MessageSource messages;
    private final LoketSettings settings;

    Letters(
            Papers papers,
            OfficeDirectory offices,
            OfficeLetterheads letterheads,
            Officers officers,
            MessageSource messages,
            LoketSettings settings) {
        this.papers = papers;
        this.offices = offices;
        this.letterheads = letterheads;
        this.officers = officers;
        this.messages = messages;
        this.settings = settings;
    }

    /** What the QR on a letter opens. */
    static String verificationUrl(String publicUrl, String officeCode, Permit permit) {
        return publicUrl + "/v/" + officeCode + "-" + permit.verificationCode();
    }

    /** The permit's letter as far as it is: a place is left free for what isn't known yet. */
    byte[] permit(Dossier file, Permit permit) {
        OfficeInfo office = offices.byId(file.officeId());
        ServiceDefinition service = file.service();
        LetterTemplate template = service.letter();
        Ui ui = words(file, office);
        Function<String, String> values = values(file, permit, office, ui);
        LocalDate numberedOn = permit.numberedAt() == null ? null : day(permit.numberedAt(), office);
        PermitLetter letter = new PermitLetter(
                template.title(),
                permit.number(),
                filled(template.considering(), values),
                service.recalled().stream().map(Legal::citation).map(t -> t.in(ui.locale())).toList(),
                template.opening().fill(values),
                template.data().stream()
                        .map(row -> new PermitLetter.Field(row.label(), row.value().fill(values)))
                        .filter(row -> !row.value().isEmpty())
                        .toList(),
                template.statement().fill(values),
                filled(template.terms(), values),
                permit.validUntil() == null ? null : template.validity().fill(values),
                numberedOn,
                signatory(file, permit, ui),
                initials(file, ui),
                grouped(permit.verificationCode()),
                verificationUrl(settings.publicUrl(), office.code(), permit),
                state(permit),
                file.now());
        return papers.permitLetter(letter, letterheads.of(file.officeId()));
    }

    /** The refusal, with the reason as the officer wrote it; to be signed on paper. */
    byte[] rejection(Dossier file, CardEntry.Rejected rejected) {
        OfficeInfo office = offices.byId(file.officeId());
        Ui ui = words(file, office);
        return refusal(file, ui, null, day(rejected.at(), office), List.of(rejected.remark()), head(file, ui), null);
    }

    /** The letter of refusal as far as it is, with its initials, signature, number and code like a permit's. */
    byte[] refusal(Dossier file, Permit permit) {
        OfficeInfo office = offices.byId(file.officeId());
        Ui ui = words(file, office);
        return refusal(
                file,
                ui,
                permit.number(),
                permit.numberedAt() == null ? null : day(permit.numberedAt(), office),
                permit.refusedWhy().lines().map(String::strip).filter(line -> !line.isEmpty()).toList(),
                signatory(file, permit, ui),
                new RejectionLetter.Checks(
                        initials(file, ui),
                        grouped(permit.verificationCode()),
                        verificationUrl(settings.publicUrl(), office.code(), permit)));
    }

    private byte[] refusal(
            Dossier file,
            Ui ui,
            String number,
            LocalDate date,
            List<String> reasons,
            Signatory signatory,
            RejectionLetter.Checks checks) {
        OfficeInfo office = offices.byId(file.officeId());
        Application application = file.application();
        RejectionLetter letter = new RejectionLetter(
                number,
                date,
                application.applicant().name(),
                application.applicant().address(),
                file.registration(),
                file.service().name().in(ui.locale()),
                day(application.registeredAt(), office),
                reasons.stream().map(why -> new RejectionLetter.Reason(why, null)).toList(),
                ui.t(file.service().fee().isFree() ? "permit.rejection.remedy" : "permit.rejection.remedy.fee"),
                List.of(
                        new Channel(ui.t("permit.channel.counter"), office.address()),
                        new Channel(ui.t("permit.channel.phone"), office.phone()),
                        new Channel(ui.t("permit.channel.email"), office.email())),
                signatory,
                checks,
                file.now());
        return papers.rejectionLetter(letter, letterheads.of(file.officeId()));
    }

    private Ui words(Dossier file, OfficeInfo office) {
        return Ui.of(messages, Texts.INDONESIAN, file.now(), office);
    }

    private static PermitLetter.State state(Permit permit) {
        if (permit.status() == Permit.Status.ISSUED || permit.status() == Permit.Status.REVOKED) {
            return PermitLetter.State.ISSUED;
        }
        return PermitLetter.State.FOR_SIGNATURE;
    }

    /** The signatory of this letter once it is signed; before that, whoever holds the role now. */
    private Signatory signatory(Dossier file, Permit permit, Ui ui) {
        if (permit.signedAt() == null) {
            return head(file, ui);
        }
        String post = file.service().signatory().name().in(ui.locale());
        return new Signatory(post, permit.signatoryName(), null, permit.signatoryNip().isEmpty() ? null : permit.signatoryNip());
    }

    private Signatory head(Dossier file, Ui ui) {
        Actor actor = file.service().signatory();
        Optional<OfficerProfile> holder = officers.inRole(file.officeId(), actor.role()).stream().findFirst();
        return new Signatory(
                actor.name().in(ui.locale()),
                holder.map(OfficerProfile::name).orElse(""),
                null,
                holder.map(OfficerProfile::nip).filter(nip -> !nip.isEmpty()).orElse(null));
    }

    /** The cells for the initials, with those that are on the card since the letter was last prepared. */
    private static List<PermitLetter.Initial> initials(Dossier file, Ui ui) {
        return file.service().sop().of(StepKind.INITIAL).stream()
                .map(step -> {
                    String role = file.service().actor(step.actor()).name().in(ui.locale());
                    String mark = file.visits().stream()
                            .filter(v -> v.step() == step.no() && v.step() < file.state().step() && v.leftBy() != null)
                            .reduce((a, b) -> b)
                            .map(v -> v.leftBy().initials())
                            .orElse(null);
                    return new PermitLetter.Initial(role, mark);
                })
                .toList();
    }

    private static List<String> filled(List<Template> templates, Function<String, String> values) {
        return templates.stream().map(t -> t.fill(values)).toList();
    }

    private static Function<String, String> values(Dossier file, Permit permit, OfficeInfo office, Ui ui) {
        Application application = file.application();
        Applicant applicant = application.applicant();
        return name -> switch (name) {
            case "applicant.name" -> applicant.name();
            case "applicant.nik" -> applicant.nik();
            case "applicant.birthPlace" -> applicant.birthPlace();
            case "applicant.birthDate" -> ui.date(applicant.birthDate());
            case "applicant.sex" -> ui.t("sex." + applicant.sex().name());
            case "applicant.address" -> applicant.address();
            case "applicant.phone" -> applicant.phone();
            case "applicant.email" -> applicant.email();
            case "file.registration" -> file.registration();
            case "file.date" -> ui.date(day(application.registeredAt(), office));
            case "permit.validUntil" -> permit.validUntil() == null ? "" : ui.date(permit.validUntil());
            case "office.name" -> office.name();
            case "office.city" -> office.city();
            default -> fieldValue(file, name.substring("fields.".length()), ui);
        };
    }

    private static String fieldValue(Dossier file, String name, Ui ui) {
        String answer = file.application().fields().get(name);
        FormField field = file.service().field(name).orElseThrow();
        return answer == null ? "" : ServiceWords.answer(ui, field, answer);
    }

    /** The code in fours, as it is read out and typed. */
    static String grouped(String code) {
        return code.replaceAll("(.{4})(?!$)", "$1-");
    }

    private static LocalDate day(Instant at, OfficeInfo office) {
        return at.atZone(office.zone()).toLocalDate();
    }
}

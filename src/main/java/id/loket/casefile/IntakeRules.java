package id.loket.casefile;

import id.loket.platform.Phone;
import id.loket.standard.ApplicationKind;
import id.loket.standard.Condition;
import id.loket.standard.FormField;
import id.loket.standard.Requirement;
import id.loket.standard.ServiceDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an intake form: what is typed at the counter or sent over the interface, as names and texts. Everything wrong is told at once,
 * in words that say how to mend it; what is only doubtful is a warning and goes through.
 *
 * <p>Names: {@code kind, nik, name, birthPlace, birthDate, sex, address, phone, email, represented, representativeName,
 * representativeNik}, the service's own as {@code fields.<name>}, the check list as {@code checks.<code>} and {@code remarks.<code>}.
 */
public final class IntakeRules {

    /** Something to mend: in words that are found under the message key. */
    public record Problem(String field, String key, List<Object> args) {
        static Problem of(String field, String key, Object... args) {
            return new Problem(field, "intake." + key, List.of(args));
        }
    }

    /** @param intake empty as long as there are problems */
    record Reading(Optional<Intake> intake, List<Problem> problems, List<Problem> warnings) {}

    static final int LONGEST_TEXT = 200;
    static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_REMARK = 500;
    private static final LocalDate OLDEST_BIRTH = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST_DATE = LocalDate.of(2200, 1, 1);

    private final ServiceDefinition service;
    private final Map<String, String> typed;
    private final LocalDate today;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    private IntakeRules(ServiceDefinition service, Map<String, String> typed, LocalDate today) {
        this.service = service;
        this.typed = typed;
        this.today = today;
    }

    static Reading read(
            ServiceDefinition service, Map<String, String> typed, LocalDate today, String formToken, Instant openedAt) {
        return new IntakeRules(service, typed, today).read(formToken, openedAt);
    }

    private Reading read(String formToken, Instant openedAt) {
        ApplicationKind kind = kind();
        Applicant applicant = applicant();
        boolean represented = text("represented").equals("yes");
        Intake.Representative representative = represented
                ? new Intake.Representative(required("representativeName", LONGEST_TEXT), nik("representativeNik"))
                : null;
        Map<String, String> fields = fields(kind, represented);
        List<Check> checks = checks();
        Optional<Intake> intake = problems.isEmpty()
                ? Optional.of(new Intake(
                        service.code(), kind, applicant, representative, fields, checks, formToken, openedAt, List.of()))
                : Optional.empty();
        return new Reading(intake, List.copyOf(problems), List.copyOf(warnings));
    }

    private ApplicationKind kind() {
        String name = text("kind");
        if (name.isEmpty()) {
            return service.kinds().getFirst();
        }
        Optional<ApplicationKind> kind =
                service.kinds().stream().filter(k -> k.name().equals(name)).findFirst();
        if (kind.isEmpty()) {
            problems.add(Problem.of("kind", "choice"));
        }
        return kind.orElse(service.kinds().getFirst());
    }

    private Applicant applicant() {
        String nik = nik("nik");
        boolean doubtful = Nik.wellFormed(nik) && !Nik.datePossible(nik);
        if (doubtful) {
            warnings.add(Problem.of("nik", "nikDate", nik.substring(6, 8), nik.substring(8, 10)));
        }
        String name = required("name", LONGEST_TEXT);
        String birthPlace = required("birthPlace", LONGEST_TEXT);
        LocalDate birthDate = date("birthDate");
        if (birthDate != null && (birthDate.isAfter(today) || birthDate.isBefore(OLDEST_BIRTH))) {
            problems.add(Problem.of("birthDate", "birthDateRange"));
        }
        Applicant.Sex sex = Arrays.stream(Applicant.Sex.values())
                .filter(s -> s.name().equals(text("sex")))
                .findFirst()
                .orElse(null);
        if (sex == null) {
            problems.add(Problem.of("sex", "sexMissing"));
        }
        String address = required("address", LONGEST_ADDRESS);
        return new Applicant(nik, doubtful, name, birthPlace, birthDate, sex, address, phone(), email());
    }

    private String nik(String field) {
        String nik = Nik.typed(text(field));
        if (nik.isEmpty()) {
            problems.add(Problem.of(field, "nikEmpty"));
        } else if (!nik.matches("[0-9]+")) {
            problems.add(Problem.of(field, "nikDigits"));
        } else if (nik.length() != Nik.LENGTH) {
            problems.add(Problem.of(field, "nikLength", nik.length()));
        }
        return nik;
    }

    private String phone() {
        String text = text("phone");
        if (text.isEmpty()) {
            problems.add(Problem.of("phone", "phoneEmpty"));
            return "";
        }
        Optional<String> number = Phone.e164(text);
        if (number.isEmpty()) {
            problems.add(Problem.of("phone", "phoneWrong"));
        }
        return number.orElse("");
    }

    private String email() {
        String email = text("email");
        if (!email.isEmpty() && !email.matches("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+") || email.length() > LONGEST_TEXT) {
            problems.add(Problem.of("email", "emailWrong"));
        }
        return email;
    }

    private Map<String, String> fields(ApplicationKind kind, boolean represented) {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, String> facts =
                new HashMap<>(Map.of(Condition.KIND, kind.name(), Condition.REPRESENTED, represented ? Condition.YES : Condition.NO));
        for (FormField field : service.form()) {
            String name = "fields." + field.name();
            String value = text(name);
            if (!field.asked(facts::get)) {
                continue;
            }
            if (value.isEmpty()) {
                if (field.required()) {
                    problems.add(Problem.of(name, "fieldEmpty", field.label()));
                }
                continue;
            }
            Optional<String> wrong = field.problem(value);
            if (wrong.isPresent()) {
                problems.add(Problem.of(name, wrong.get(), field.label()));
            }
            if (wrong.isEmpty() && field.type() == FormField.Type.DATE && !plausible(value)) {
                problems.add(Problem.of(name, "fieldDate", field.label()));
            }
            facts.put(field.name(), value);
            fields.put(field.name(), field.type() == FormField.Type.DATE ? FormField.date(value).map(LocalDate::toString).orElse(value) : value);
        }
        return fields;
    }

    private static boolean plausible(String date) {
        return FormField.date(date)
                .filter(d -> !d.isBefore(OLDEST_BIRTH) && d.isBefore(LATEST_DATE))
                .isPresent();
    }

    private List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        for (Requirement requirement : service.requirements()) {
            String code = requirement.code();
            String result = text("checks." + code);
            String remark = text("remarks." + code);
            if (remark.length() > LONGEST_REMARK) {
                problems.add(Problem.of("remarks." + code, "tooLong", LONGEST_REMARK));
            }
            Optional<Check.Result> known = Arrays.stream(Check.Result.values())
                    .filter(r -> r.name().equals(result))
                    .findFirst();
            if (known.isEmpty() && !result.isEmpty()) {
                problems.add(Problem.of("checks." + code, "choice"));
            }
            checks.add(new Check(code, known.orElse(Check.Result.UNCHECKED), remark));
        }
        return checks;
    }

    private String required(String field, int longest) {
        String value = text(field);
        if (value.isEmpty()) {
            problems.add(Problem.of(field, field + "Empty"));
        } else if (value.length() > longest) {
            problems.add(Problem.of(field, "tooLong", longest));
        }
        return value;
    }

    private LocalDate date(String field) {
        String value = text(field);
        if (value.isEmpty()) {
            problems.add(Problem.of(field, field + "Empty"));
            return null;
        }
        Optional<LocalDate> date = FormField.date(value);
        if (date.isEmpty()) {
            problems.add(Problem.of(field, "date"));
        }
        return date.orElse(null);
    }


    /** What was typed, without outer blanks and without control characters. */
    private String text(String field) {
        String value = typed.get(field);
        return value == null ? "" : value.replaceAll("\\p{Cntrl}", " ").strip();
    }
}

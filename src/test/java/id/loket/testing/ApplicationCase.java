package id.loket.testing;

import id.loket.standard.ApplicationKind;
import id.loket.standard.Condition;
import id.loket.standard.FormField;
import id.loket.standard.Requirement;
import id.loket.standard.ServiceDefinition;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A valid application to a service, made from its definition alone.
 *
 * @param answers answer of every field that is asked in this case, as it is stored: dates as {@code 2031-01-31}
 */
public record ApplicationCase(
        ServiceDefinition service, ApplicationKind kind, boolean represented, Map<String, String> answers) {

    private static final List<String> TEXTS = List.of("Contoh Jawaban", "1234567890123", "00 00 0 0 0 00-0000000", "CONTOH");

    /** The cases of a service: each kind of application, and each condition under which something else is asked, paid or filled in. */
    public static List<ApplicationCase> of(ServiceDefinition service) {
        Set<ApplicationCase> cases = new LinkedHashSet<>();
        service.kinds().forEach(kind -> cases.add(assuming(service, Map.of(Condition.KIND, kind.name()))));
        Stream.of(
                        service.requirements().stream().map(Requirement::when),
                        service.fee().rates().stream().map(rate -> rate.when()),
                        service.form().stream().map(FormField::when))
                .flatMap(conditions -> conditions)
                .forEach(condition -> combinations(condition).forEach(facts -> cases.add(assuming(service, facts))));
        return List.copyOf(cases);
    }

    /** What must be brought in this case. */
    public List<Requirement> requirements(LocalDate day) {
        return service.requirementsFor(kind, represented, answers, day);
    }

    /** The intake form as the clerk fills it in; the check list is still open. */
    public Map<String, String> form() {
        Map<String, String> form = new HashMap<>(Map.of(
                "kind", kind.name(),
                "nik", "1471010101950001",
                "name", "Contoh Pemohon",
                "birthPlace", "Kota Contoh",
                "birthDate", "01-01-1995",
                "sex", "FEMALE",
                "address", "Jalan Misal Nomor 5",
                "phone", "0812 0000 0184"));
        if (represented) {
            form.putAll(Map.of(
                    "represented", "yes", "representativeName", "Contoh Kuasa", "representativeNik", "1471010101950002"));
        }
        answers.forEach((name, answer) -> form.put("fields." + name, typed(service.field(name).orElseThrow(), answer)));
        return form;
    }

    /** What sets it apart, such as {@code RENEWAL, placeOrder SECOND}. */
    @Override
    public String toString() {
        String facts = answers.entrySet().stream()
                .filter(e -> service.field(e.getKey()).orElseThrow().type() == FormField.Type.CHOICE
                        || e.getValue().equals(Condition.YES))
                .map(e -> ", " + e.getKey() + " " + e.getValue())
                .collect(Collectors.joining());
        return service.code() + " " + kind + (represented ? ", represented" : "") + facts;
    }

    /** The application in which these facts hold; whatever else is asked has its first or plainest answer. */
    private static ApplicationCase assuming(ServiceDefinition service, Map<String, String> assumed) {
        Map<String, String> wanted = new HashMap<>(assumed);
        assumed.keySet().forEach(name -> service.field(name).ifPresent(field -> require(service, field.when(), wanted)));
        Map<String, String> facts = new HashMap<>();
        facts.put(Condition.KIND, wanted.getOrDefault(Condition.KIND, service.kinds().getFirst().name()));
        facts.put(Condition.REPRESENTED, wanted.getOrDefault(Condition.REPRESENTED, Condition.NO));
        Map<String, String> answers = new LinkedHashMap<>();
        for (FormField field : service.form()) {
            if (field.asked(facts::get)) {
                String answer = wanted.getOrDefault(field.name(), plain(field));
                facts.put(field.name(), answer);
                answers.put(field.name(), answer);
            }
        }
        assumed.forEach((name, value) -> {
            if (!value.equals(facts.get(name))) {
                throw new IllegalStateException("%s: %s can never be %s".formatted(service.code(), name, value));
            }
        });
        return new ApplicationCase(
                service,
                ApplicationKind.valueOf(facts.get(Condition.KIND)),
                facts.get(Condition.REPRESENTED).equals(Condition.YES),
                answers);
    }

    private static void require(ServiceDefinition service, Condition condition, Map<String, String> wanted) {
        condition.all().forEach((name, values) -> {
            wanted.putIfAbsent(name, values.iterator().next());
            service.field(name).ifPresent(field -> require(service, field.when(), wanted));
        });
    }

    private static List<Map<String, String>> combinations(Condition condition) {
        List<Map<String, String>> all = List.of(Map.of());
        for (Map.Entry<String, Set<String>> fact : condition.all().entrySet()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> facts : all) {
                for (String value : sorted(fact.getValue())) {
                    Map<String, String> more = new HashMap<>(facts);
                    more.put(fact.getKey(), value);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }

    private static List<String> sorted(Collection<String> values) {
        return values.stream().sorted().toList();
    }

    private static String plain(FormField field) {
        return switch (field.type()) {
            case CHOICE -> field.choices().getFirst().code();
            case YES_NO -> Condition.NO;
            case DATE -> "2029-12-31";
            case NUMBER -> "12";
            case PHONE -> "0812 0000 0185";
            case TEXT, LONG_TEXT ->
                TEXTS.stream()
                        .filter(text -> field.problem(text).isEmpty())
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no answer fits the field " + field.name()));
        };
    }

    private static String typed(FormField field, String answer) {
        return field.type() == FormField.Type.DATE
                ? LocalDate.parse(answer).format(DateTimeFormatter.ofPattern("dd-MM-uuuu"))
                : answer;
    }
}

package id.loket.standard;

import id.loket.office.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What of a draft can be changed in fields, without knowing how the file is written. A field's name is the place in the file, e.g. {@code
 * delivery/promise}, with {@code /id} and {@code /en} for a text; durations have a number and a unit, requirements also a position.
 *
 * @param values what stands in the fields
 */
public record DraftForm(YamlText yaml, Map<String, String> values) {

    /** Texts with a translation at the top. */
    public static final List<String> TEXTS = List.of("name", "summary", "category", "remark", "delivery/product");

    /** Lists of the SOP head, a line an item, with its translation behind a bar. */
    public static final List<String> LISTS = List.of("qualifications", "relatedSops", "equipment", "warnings", "records");

    /** Units as the file writes them. */
    public static final List<String> UNITS = List.of("minutes", "hours", "working days");

    /** Properties of one more requirement. */
    private static final String NEW = "new/";

    private static final String REQUIREMENTS = "delivery/requirements";
    private static final String STEPS = "delivery/procedure";
    private static final Pattern ROW = Pattern.compile(REQUIREMENTS + "/([0-9]{1,4})/(.+)");
    private static final List<String> DATES = List.of("effectiveUntil", "sopHead/createdOn", "sopHead/revisedOn");
    private static final List<String> PLAIN_TEXTS = List.of("numbering/pattern", "numbering/series", "sopHead/number");
    /** As dates are typed. */
    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd-MM-uuuu");

    /** What a draft's fields hold; empty if the draft can't be read as properties with values. */
    static Optional<DraftForm> of(String draft) {
        return YamlText.of(draft).map(yaml -> new DraftForm(yaml, read(yaml)));
    }

    /** The same fields with what was typed into them, be it into fields of an earlier text. */
    DraftForm typed(Map<String, String> typed) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(aligned(typed));
        return new DraftForm(yaml, all);
    }

    /** What was typed about a requirement belongs to the one with its code, wherever that stands by now. */
    private Map<String, String> aligned(Map<String, String> typed) {
        Map<String, String> aligned = new LinkedHashMap<>();
        typed.forEach((field, value) -> {
            Matcher row = ROW.matcher(field);
            if (!row.matches()) {
                aligned.put(field, value);
                return;
            }
            String code = typed.getOrDefault(REQUIREMENTS + "/" + row.group(1) + "/code", "");
            IntStream.range(0, requirements())
                    .filter(i -> value(REQUIREMENTS + "/" + i + "/code").equals(code))
                    .findFirst()
                    .ifPresent(i -> aligned.put(REQUIREMENTS + "/" + i + "/" + row.group(2), value));
        });
        return aligned;
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** How many requirements the draft has. */
    public int requirements() {
        return yaml.isList(REQUIREMENTS) ? yaml.size(REQUIREMENTS) : 0;
    }

    /** How many steps the draft has. */
    public int steps() {
        return yaml.isList(STEPS) ? yaml.size(STEPS) : 0;
    }

    /** What stands at a place of the draft itself, for what can't be changed here. */
    public String fixed(String path) {
        return yaml.value(path).or(() -> yaml.value(path + "/id")).orElse("");
    }

    /** Whether the fee is one amount, and not rates by case. */
    public boolean hasOneFee() {
        return yaml.value("delivery/fee").isPresent();
    }

    private static Map<String, String> read(YamlText yaml) {
        Map<String, String> values = new LinkedHashMap<>();
        TEXTS.forEach(path -> text(values, yaml, path));
        PLAIN_TEXTS.forEach(path -> values.put(path, yaml.value(path).orElse("")));
        DATES.forEach(path -> values.put(path, yaml.value(path).map(DraftForm::shown).orElse("")));
        duration(values, yaml, "delivery/promise");
        yaml.value("delivery/fee").ifPresent(fee -> values.put("delivery/fee", fee.equals("FREE") ? "0" : fee));
        for (int i = 0; yaml.isList(REQUIREMENTS) && i < yaml.size(REQUIREMENTS); i++) {
            String path = REQUIREMENTS + "/" + i;
            values.put(path + "/code", yaml.value(path + "/code").orElse(""));
            values.put(path + "/position", Integer.toString(i + 1));
            text(values, yaml, path + "/name");
            text(values, yaml, path + "/hint");
            values.put(path + "/form", yaml.value(path + "/form").orElse(""));
            values.put(path + "/group", yaml.value(path + "/group").orElse(Requirement.Group.ADMINISTRATIVE.name()));
            values.put(path + "/count", yaml.value(path + "/count").orElse(""));
        }
        for (int i = 0; yaml.isList(STEPS) && i < yaml.size(STEPS); i++) {
            duration(values, yaml, STEPS + "/" + i + "/time");
            text(values, yaml, STEPS + "/" + i + "/remark");
        }
        for (String list : LISTS) {
            String path = "sopHead/" + list;
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < yaml.size(path); i++) {
                String item = path + (yaml.isList(path) ? "/" + i : "");
                String id = yaml.value(item).or(() -> yaml.value(item + "/id")).orElse("");
                lines.add(yaml.value(item + "/en").map(en -> id + " | " + en).orElse(id));
            }
            values.put(path, String.join("\n", lines));
        }
        return values;
    }

    /**
     * Writes what is different in the fields into the text; everything else stays to the letter.
     *
     * @param problems gets what is to be mended in the fields; then the answer is no use
     */
    String written(Map<String, String> fields, List<Problem> problems) {
        Map<String, String> typed = aligned(fields);
        YamlText text = yaml;
        for (String path : TEXTS) {
            text = writeText(text, path, typed);
        }
        for (String path : PLAIN_TEXTS) {
            if (differs(typed, path)) {
                text = text.with(path, clean(typed.get(path)));
            }
        }
        for (String path : DATES) {
            if (differs(typed, path)) {
                Optional<LocalDate> date = FormField.date(typed.get(path));
                if (date.isEmpty() && !typed.get(path).isBlank()) {
                    problems.add(ServiceVersions.problem(path, "calendar.date.wrong"));
                } else {
                    text = text.withPlain(path, date.map(LocalDate::toString).orElse(""));
                }
            }
        }
        text = writeDuration(text, "delivery/promise", typed, problems);
        if (hasOneFee() && differs(typed, "delivery/fee")) {
            String fee = typed.get("delivery/fee").replaceAll("[ .]", "");
            if (fee.matches("0|[1-9][0-9]{0,11}")) {
                text = text.withPlain("delivery/fee", fee.equals("0") ? "FREE" : fee);
            } else {
                problems.add(ServiceVersions.problem("delivery/fee", "draft.fee.wrong"));
            }
        }
        for (int i = 0; i < steps(); i++) {
            text = writeDuration(text, STEPS + "/" + i + "/time", typed, problems);
            text = writeText(text, STEPS + "/" + i + "/remark", typed);
        }
        for (String list : LISTS) {
            String path = "sopHead/" + list;
            if (differs(typed, path)) {
                text = text.withTexts(path, lines(typed.get(path)));
            }
        }
        return writeRequirements(text, typed, problems).text();
    }

    private YamlText writeRequirements(YamlText before, Map<String, String> typed, List<Problem> problems) {
        YamlText text = before;
        for (int i = 0; i < requirements(); i++) {
            String path = REQUIREMENTS + "/" + i;
            text = writeText(text, path + "/name", typed);
            text = writeText(text, path + "/hint", typed);
            for (String choice : List.of("form", "group")) {
                if (differs(typed, path + "/" + choice) && typed.get(path + "/" + choice).matches("[A-Z_]{2,20}")) {
                    text = text.withPlain(path + "/" + choice, typed.get(path + "/" + choice));
                }
            }
            if (differs(typed, path + "/count")) {
                if (typed.get(path + "/count").strip().matches("[1-9][0-9]?")) {
                    text = text.withPlain(path + "/count", typed.get(path + "/count").strip());
                } else {
                    problems.add(ServiceVersions.problem(path + "/count", "draft.count.wrong"));
                }
            }
        }
        List<Integer> kept = IntStream.range(0, requirements())
                .filter(i -> !typed.containsKey(REQUIREMENTS + "/" + i + "/remove"))
                .boxed()
                .sorted(Comparator.comparingInt(i -> position(i, typed)))
                .toList();
        String code = typed.getOrDefault(NEW + "code", "").strip();
        String name = clean(typed.getOrDefault(NEW + "name/id", ""));
        boolean one = !code.isEmpty() || !name.isEmpty();
        if (one && (!ServiceVersions.CODE.matcher(code).matches() || name.isEmpty())) {
            problems.add(ServiceVersions.problem(NEW + "code", "draft.new.wrong"));
        } else if (requirements() > 0 && kept.isEmpty()) {
            problems.add(ServiceVersions.problem(REQUIREMENTS + "/0/name/id", "draft.requirements.none"));
        } else if (requirements() > 0) {
            text = text.arranged(REQUIREMENTS, kept);
        }
        if (one && problems.isEmpty() && yaml.isList(REQUIREMENTS)) {
            Map<String, String> properties = new LinkedHashMap<>();
            properties.put("code", code);
            properties.put("name", YamlText.written(name, clean(typed.getOrDefault(NEW + "name/en", ""))));
            String form = typed.getOrDefault(NEW + "form", "");
            properties.put("form", form.matches("[A-Z_]{2,20}") ? form : Requirement.Form.COPY.name());
            properties.put("count", "1");
            text = text.added(REQUIREMENTS, properties);
        }
        return text;
    }

    /** A position typed by hand goes before what stood there. */
    private int position(int index, Map<String, String> typed) {
        String path = REQUIREMENTS + "/" + index + "/position";
        String position = typed.getOrDefault(path, "").strip();
        if (!position.matches("[0-9]{1,4}") || !differs(typed, path)) {
            return (index + 1) * 2;
        }
        int wanted = Integer.parseInt(position);
        return wanted > index + 1 ? wanted * 2 + 1 : wanted * 2 - 1;
    }

    private YamlText writeText(YamlText text, String path, Map<String, String> typed) {
        return differs(typed, path + "/id") || differs(typed, path + "/en")
                ? text.withText(path, clean(typed.getOrDefault(path + "/id", "")), clean(typed.getOrDefault(path + "/en", "")))
                : text;
    }

    private YamlText writeDuration(YamlText text, String path, Map<String, String> typed, List<Problem> problems) {
        if (!differs(typed, path + "/number") && !differs(typed, path + "/unit")) {
            return text;
        }
        String number = typed.getOrDefault(path + "/number", "").strip();
        String unit = typed.getOrDefault(path + "/unit", "");
        if (!number.matches("[1-9][0-9]{0,3}") || !UNITS.contains(unit)) {
            problems.add(ServiceVersions.problem(path + "/number", "draft.duration.wrong"));
            return text;
        }
        return text.withPlain(path, number + " " + (number.equals("1") ? unit.replaceAll("s$", "") : unit));
    }

    /** A field that the browser didn't send is as it was. */
    private boolean differs(Map<String, String> typed, String field) {
        return typed.containsKey(field) && !clean(typed.get(field)).equals(clean(value(field)));
    }

    private static String clean(String typed) {
        return typed.replace("\r\n", "\n").strip();
    }

    private static List<Text> lines(String typed) {
        return typed.lines().map(String::strip).filter(l -> !l.isEmpty()).map(DraftForm::line).toList();
    }

    private static Text line(String line) {
        int bar = line.lastIndexOf(" | ");
        return bar < 1 || line.substring(bar + 3).isBlank() ? Text.of(line) : new Text(line.substring(0, bar).strip(), line.substring(bar + 3).strip());
    }

    private static void text(Map<String, String> values, YamlText yaml, String path) {
        values.put(path + "/id", yaml.value(path).or(() -> yaml.value(path + "/id")).orElse(""));
        values.put(path + "/en", yaml.value(path + "/en").orElse(""));
    }

    private static void duration(Map<String, String> values, YamlText yaml, String path) {
        String[] parts = yaml.value(path).orElse("").strip().split(" ", 2);
        String unit = parts.length < 2 ? "" : parts[1] + (parts[1].endsWith("s") ? "" : "s");
        values.put(path + "/number", parts[0]);
        values.put(path + "/unit", Stream.of(unit).filter(UNITS::contains).findFirst().orElse("minutes"));
    }

    private static String shown(String date) {
        try {
            return DATE.format(LocalDate.parse(date));
        } catch (DateTimeParseException e) {
            return date;
        }
    }
}

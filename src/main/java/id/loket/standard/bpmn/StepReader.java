package id.loket.standard.bpmn;

import id.loket.standard.StepKind;
import id.loket.worktime.WorkDuration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads from a task's name, documentation and extension properties what {@link StepText} writes there. A property counts before the
 * documentation; where the two differ that is said. What neither says is filled with an example and reported as open.
 */
final class StepReader {

    private static final String TO_FILL_IN = "DIISI KANTOR";
    private static final Pattern NUMBERED = Pattern.compile("\\d+\\. (?s:(.+))");
    private static final Pattern LABELLED = Pattern.compile("(\\p{L}+): (.*)");
    private static final Pattern WRITTEN_TIME = Pattern.compile("(\\d{1,6}) ?(menit|jam|hari)( kerja)?");
    private static final Pattern ISO = Pattern.compile("PT(\\d{1,6})([MH])");
    private static final Map<StepKind, Pattern> WORDS = words();

    private final String name;
    private final String activity;
    private final Map<String, String> labelled = new LinkedHashMap<>();
    private final Map<String, String> properties;
    private final Consumer<String> notice;
    private final BiConsumer<String, String> open;

    /**
     * @param notice takes what the author of the model should know
     * @param open   takes property and what the office has to decide about it
     */
    StepReader(String name, String documentation, Map<String, String> properties, Consumer<String> notice, BiConsumer<String, String> open) {
        Matcher numbered = NUMBERED.matcher(name == null ? "" : name);
        this.name = numbered.matches() ? numbered.group(1) : name;
        this.properties = properties;
        this.notice = notice;
        this.open = open;
        this.activity = split(documentation == null ? "" : documentation);
    }

    private String split(String documentation) {
        int cut = documentation.lastIndexOf("\n\n");
        String block = documentation.substring(cut < 0 ? 0 : cut + 2);
        Map<String, String> found = new LinkedHashMap<>();
        for (String line : block.split("\n")) {
            Matcher matcher = LABELLED.matcher(line);
            if (!matcher.matches() || !Terms.LABELS.contains(matcher.group(1))) {
                return documentation;
            }
            found.put(matcher.group(1), matcher.group(2));
        }
        labelled.putAll(found);
        return cut < 0 ? "" : documentation.substring(0, cut);
    }

    /** Everything of the row but its number, actor and ways back. */
    Map<String, Object> row(boolean first, boolean last) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("activity", text(activity.isBlank() ? null : activity, "activity", or(name)));
        row.put("shortName", text(name, "shortName", TO_FILL_IN));
        row.put("kind", kind(first, last).name());
        row.put("inputs", inputs());
        row.put("time", Terms.written(time()));
        row.put("output", output());
        optional("remark", labelled.get(Terms.REMARK)).ifPresent(remark -> row.put("remark", remark));
        row.put("publicName", text(properties.get("publicName"), "publicName", or(name)));
        optional("publicNote", null).ifPresent(note -> row.put("publicNote", note));
        if ("true".equals(properties.get("mayRefuse"))) {
            row.put("mayRefuse", true);
        }
        return row;
    }

    private static String or(String name) {
        return name == null || name.isBlank() ? TO_FILL_IN : name;
    }

    /** A text with its translation; the example where there is none. */
    private Object text(String id, String property, String example) {
        if (id == null || id.isBlank()) {
            if (example.equals(TO_FILL_IN)) {
                open.accept(property, "Tidak ada dalam model.");
            }
            return example;
        }
        return translated(id, properties.get(property + ".en"));
    }

    /** A text as a service file writes it, with its translation where there is one. */
    static Object translated(String id, String en) {
        if (en == null || en.isBlank()) {
            return id;
        }
        Map<String, String> both = new LinkedHashMap<>();
        both.put("id", id);
        both.put("en", en);
        return both;
    }

    private Optional<Object> optional(String property, String documented) {
        String value = properties.getOrDefault(property, documented);
        if (documented != null && properties.containsKey(property)) {
            compare(property, value, documented);
        }
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(text(value, property, value));
    }

    private void compare(String property, String value, String documented) {
        if (!StepText.oneLine(value).equals(documented.strip())) {
            notice.accept("its documentation says \"%s\", its property %s \"%s\"; the property was taken".formatted(documented, property, value));
        }
    }

    private Object output() {
        return optional("output", labelled.get(Terms.OUTPUT)).orElseGet(() -> text(null, "output", TO_FILL_IN));
    }

    private List<Object> inputs() {
        List<Object> inputs = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        for (int i = 1; properties.containsKey("input." + i); i++) {
            String input = properties.get("input." + i);
            if (!input.isBlank()) {
                plain.add(input);
                inputs.add(text(input, "input." + i, input));
            }
        }
        String documented = labelled.get(Terms.INPUTS);
        if (!inputs.isEmpty() && documented != null) {
            compare("input", String.join("; ", plain), documented);
        } else if (inputs.isEmpty() && documented != null) {
            for (String input : documented.split(";")) {
                if (!input.isBlank()) {
                    inputs.add(input.strip());
                }
            }
        }
        return inputs.isEmpty() ? List.of(text(null, "inputs", TO_FILL_IN)) : inputs;
    }

    private WorkDuration time() {
        Optional<WorkDuration> documented = Optional.ofNullable(labelled.get(Terms.TIME)).flatMap(StepReader::time);
        if (labelled.containsKey(Terms.TIME) && documented.isEmpty()) {
            notice.accept("its time \"%s\" was not understood; write it like 35 menit, 2 jam or 1 hari kerja".formatted(labelled.get(Terms.TIME)));
        }
        Optional<WorkDuration> set = Optional.empty();
        for (String property : List.of("time", "duration")) {
            String value = properties.get(property);
            Optional<WorkDuration> read = Optional.ofNullable(value).flatMap(StepReader::time);
            if (value != null && read.isEmpty()) {
                notice.accept("its property %s \"%s\" was not understood; write it like 35 minutes or PT35M".formatted(property, value));
            }
            if (set.isPresent() && read.isPresent() && !set.equals(read)) {
                notice.accept("its properties time and duration differ; the time was taken");
            }
            set = set.or(() -> read);
        }
        if (set.isPresent() && documented.isPresent()) {
            compare("time", Terms.inIndonesian(set.get()), Terms.inIndonesian(documented.get()));
        }
        return set.or(() -> documented).orElseGet(() -> {
            open.accept("time", "Waktu baku tidak ada dalam model.");
            return new WorkDuration.WorkingDays(1);
        });
    }

    private static Optional<WorkDuration> time(String text) {
        try {
            Matcher iso = ISO.matcher(text.strip());
            if (iso.matches()) {
                return Optional.of(time(Integer.parseInt(iso.group(1)), iso.group(2).equals("M") ? "menit" : "jam"));
            }
            Matcher written = WRITTEN_TIME.matcher(text.strip());
            return Optional.of(written.matches() ? time(Integer.parseInt(written.group(1)), written.group(2)) : WorkDuration.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static WorkDuration time(int number, String unit) {
        return switch (unit) {
            case "menit" -> new WorkDuration.Minutes(number);
            case "jam" -> new WorkDuration.Hours(number);
            default -> new WorkDuration.WorkingDays(number);
        };
    }

    private StepKind kind(boolean first, boolean last) {
        String set = properties.get("kind");
        for (StepKind kind : StepKind.values()) {
            if (kind.name().equals(set)) {
                return kind;
            }
        }
        StepKind guess = first ? StepKind.INTAKE : last ? StepKind.DELIVER : guess();
        notice.accept("its kind was guessed: %s%s".formatted(guess, set == null ? "" : "; there is no kind \"" + set + "\""));
        open.accept("kind", "Ditebak dari nama; periksa.");
        return guess;
    }

    private StepKind guess() {
        for (String text : new String[] {name, activity}) {
            for (Map.Entry<StepKind, Pattern> words : WORDS.entrySet()) {
                if (text != null && words.getValue().matcher(text.toLowerCase(Locale.ROOT)).find()) {
                    return words.getKey();
                }
            }
        }
        return StepKind.INSPECT;
    }

    /** The more telling words first: a look at the place is a check too, and a letter is prepared to be signed. */
    private static Map<StepKind, Pattern> words() {
        Map<StepKind, Pattern> words = new LinkedHashMap<>();
        words.put(StepKind.INITIAL, Pattern.compile("paraf|initial"));
        words.put(StepKind.NUMBER, Pattern.compile("nomor|numbering|register"));
        words.put(StepKind.SIGN, Pattern.compile("tanda ?tangan|menandatangani|\\bttd\\b|\\bsign"));
        words.put(StepKind.PAY, Pattern.compile("bayar|retribusi|\\bpay|\\bfee\\b"));
        words.put(StepKind.INSPECT, Pattern.compile("lapangan|lokasi|survei|tinjau|inspect"));
        words.put(StepKind.PREPARE, Pattern.compile("cetak|konsep|draf|susun|buat surat|prepare|print"));
        words.put(StepKind.CHECK, Pattern.compile("periksa|verifikasi|validasi|teliti|check|verif"));
        return words;
    }
}

package id.loket.inspection;

import id.loket.inspection.Inspections.Answer;
import id.loket.inspection.Inspections.Findings;
import id.loket.inspection.Inspections.Plan;
import id.loket.inspection.Inspections.Shot;
import id.loket.inspection.Report.Recommendation;
import id.loket.standard.FormField;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what was typed, as far as it can be read. */
final class InspectionForms {

    private static final Pattern TIME = Pattern.compile("([0-9]{1,2})[.:]([0-9]{2})");
    private static final String FITS = "sesuai.";

    private InspectionForms() {}

    static Plan plan(Map<String, String> typed, List<String> team) {
        return new Plan(at(typed), typed.get("tempat"), numbers(team), typed.get("pesan"), typed.get("alasan"));
    }

    static Findings findings(Map<String, String> typed, List<String> present, List<Shot> photos) {
        Map<String, Answer> answers = new HashMap<>();
        typed.forEach((name, value) -> {
            if (name.startsWith(FITS)) {
                String code = name.substring(FITS.length());
                Boolean fits = value.equals("ya") ? Boolean.TRUE : value.equals("tidak") ? Boolean.FALSE : null;
                answers.put(code, new Answer(fits, typed.getOrDefault("catatan." + code, "")));
            }
        });
        return new Findings(
                at(typed),
                typed.get("tempat"),
                numbers(present),
                typed.get("pemohon"),
                answers,
                typed.get("temuan"),
                Stream.of(Recommendation.values())
                        .filter(r -> r.name().equals(typed.get("rekomendasi")))
                        .findFirst()
                        .orElse(null),
                typed.get("simpulan"),
                photos);
    }

    /** Null if date or time can't be read. */
    private static LocalDateTime at(Map<String, String> typed) {
        return FormField.date(typed.getOrDefault("tanggal", ""))
                .flatMap(day -> time(typed.getOrDefault("jam", "")).map(day::atTime))
                .orElse(null);
    }

    private static Optional<LocalTime> time(String text) {
        Matcher parts = TIME.matcher(text.strip());
        try {
            return parts.matches()
                    ? Optional.of(LocalTime.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Set<Long> numbers(List<String> typed) {
        Set<Long> numbers = new LinkedHashSet<>();
        typed.stream().filter(t -> t.matches("[0-9]{1,18}")).map(Long::valueOf).forEach(numbers::add);
        return numbers;
    }
}

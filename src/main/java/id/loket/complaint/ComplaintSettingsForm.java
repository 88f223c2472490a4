package id.loket.complaint;

import id.loket.complaint.ComplaintRefused.Problem;
import id.loket.complaint.ComplaintSettings.Content;
import id.loket.complaint.handling.Decider;
import id.loket.complaint.handling.DecisionTable;
import id.loket.complaint.handling.ResponseClass;
import id.loket.complaint.handling.Term;
import id.loket.complaint.handling.Terms;
import id.loket.complaint.handling.Weight;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The form of the settings: the table by weight, the terms, the sections. */
public final class ComplaintSettingsForm {

    /** The terms in the order of the page: those of the course of a complaint, then those of an answer by class. */
    public static final List<String> TERMS = Stream.concat(
                    Stream.of("SORTING", "FIRST_ACTION", "COMPLETENESS", "COMPLETION", "DECISION", "NOTIFICATION", "REACTION"),
                    Arrays.stream(ResponseClass.values()).map(Enum::name))
            .toList();

    private static final int LONGEST = 366;
    private static final String WORKING = "WORKING";

    private ComplaintSettingsForm() {}

    static MultiValueMap<String, String> typed(Content content) {
        MultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        content.table().deciders().forEach((weight, deciders) -> deciders.forEach(d -> typed.add("deciders." + weight, d.name())));
        content.sections().forEach(section -> typed.add("sections", section));
        Terms terms = content.terms();
        Map<String, Term> all = new LinkedHashMap<>(Map.of(
                "SORTING", terms.sorting(),
                "FIRST_ACTION", terms.firstAction(),
                "COMPLETENESS", terms.completeness(),
                "COMPLETION", terms.completion(),
                "DECISION", terms.decision(),
                "NOTIFICATION", terms.notification(),
                "REACTION", terms.reaction()));
        terms.response().forEach((of, term) -> all.put(of.name(), term));
        all.forEach((name, term) -> {
            typed.add("days." + name, Integer.toString(term.days()));
            typed.add("unit." + name, term.working() ? WORKING : "CALENDAR");
        });
        return typed;
    }

    /** @param problems gets what is to be mended; then the answer is null */
    static Content read(MultiValueMap<String, String> typed, List<Problem> problems) {
        Map<Weight, List<Decider>> table = new EnumMap<>(Weight.class);
        for (Weight weight : Weight.values()) {
            List<String> chosen = typed.getOrDefault("deciders." + weight, List.of());
            table.put(weight, Arrays.stream(Decider.values()).filter(d -> chosen.contains(d.name())).toList());
        }
        Map<String, Term> terms = new LinkedHashMap<>();
        for (String name : TERMS) {
            String days = first(typed, "days." + name).strip();
            int count = days.matches("[0-9]{1,3}") ? Integer.parseInt(days) : 0;
            if (count < 1 || count > LONGEST) {
                problems.add(new Problem("days." + name, "complaint.term.wrong"));
            } else {
                terms.put(name, new Term(count, first(typed, "unit." + name).equals(WORKING)));
            }
        }
        if (!problems.isEmpty()) {
            return null;
        }
        Map<ResponseClass, Term> response = new EnumMap<>(ResponseClass.class);
        Arrays.stream(ResponseClass.values()).forEach(of -> response.put(of, terms.get(of.name())));
        return new Content(
                new DecisionTable(table),
                new Terms(
                        terms.get("SORTING"),
                        terms.get("FIRST_ACTION"),
                        terms.get("COMPLETENESS"),
                        terms.get("COMPLETION"),
                        terms.get("DECISION"),
                        terms.get("NOTIFICATION"),
                        terms.get("REACTION"),
                        response),
                typed.getOrDefault("sections", List.of()).stream().distinct().toList());
    }

    private static String first(MultiValueMap<String, String> typed, String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : value;
    }
}

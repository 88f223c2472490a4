package id.loket.standard.bpmn;

import id.loket.standard.SopStep;
import id.loket.standard.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a step's task carries besides its name: the documentation, for people, and the extension properties, from which the step comes back
 * as it was. The activity stands in the documentation only.
 */
final class StepText {

    private StepText() {}

    /** The activity, an empty line, and one line each for time, inputs, output and remark. */
    static String documentation(SopStep step) {
        List<String> lines = new ArrayList<>();
        lines.add(line(Terms.TIME, Terms.inIndonesian(step.time())));
        lines.add(line(Terms.INPUTS, step.inputs().stream().map(Text::id).collect(Collectors.joining("; "))));
        lines.add(line(Terms.OUTPUT, step.output().id()));
        if (step.remark() != null) {
            lines.add(line(Terms.REMARK, step.remark().id()));
        }
        return step.activity().id() + "\n\n" + String.join("\n", lines);
    }

    private static String line(String label, String text) {
        return label + ": " + oneLine(text);
    }

    static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    static Map<String, String> properties(SopStep step) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("kind", step.kind().name());
        properties.put("time", Terms.written(step.time()));
        properties.put("duration", Terms.duration(step.time()));
        if (!step.present().isEmpty()) {
            properties.put("present", String.join(" ", step.present()));
        }
        if (step.mayRefuse()) {
            properties.put("mayRefuse", "true");
        }
        if (step.activity().en() != null) {
            properties.put("activity.en", step.activity().en());
        }
        if (step.shortName().en() != null) {
            properties.put("shortName.en", step.shortName().en());
        }
        for (int i = 0; i < step.inputs().size(); i++) {
            put(properties, "input." + (i + 1), step.inputs().get(i));
        }
        put(properties, "output", step.output());
        put(properties, "remark", step.remark());
        put(properties, "publicName", step.publicName());
        put(properties, "publicNote", step.publicNote());
        return properties;
    }

    private static void put(Map<String, String> properties, String name, Text text) {
        if (text != null) {
            properties.put(name, text.id());
            if (text.en() != null) {
                properties.put(name + ".en", text.en());
            }
        }
    }
}

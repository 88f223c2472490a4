package id.loket.standard;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that the parts of a definition name only what there is. */
record References(
        List<ApplicationKind> kinds,
        List<Actor> actors,
        Delivery delivery,
        Internal internal,
        List<FormSection> sections,
        LetterTemplate letter,
        Validity validity) {

    Faults check() {
        Faults faults = new Faults().comparing("sections");
        Map<String, FormField> fields = form(faults);
        if (delivery != null) {
            if (!actors.isEmpty()) {
                faults.comparing("actors");
                steps(faults);
            }
            faults.comparing("sections", "kinds");
            for (int i = 0; i < delivery.requirements().size(); i++) {
                condition(faults, delivery.requirements().get(i).when(), "delivery/requirements/" + i + "/when", fields);
            }
            fee(faults, fields);
        }
        if (letter != null) {
            letter(faults, fields);
        }
        String until = validity == null ? null : validity.untilField();
        if (until != null) {
            FormField field = fields.get(until);
            faults.comparing("sections")
                    .expect(field != null, "validity/untilField", "unknown-field", until)
                    .expect(field == null || field.type() == FormField.Type.DATE, "validity/untilField", "field-no-date", until);
        }
        return faults;
    }

    /** A fee is paid at a step, and only a fee is. */
    private void fee(Faults faults, Map<String, FormField> fields) {
        if (delivery.fee() == null || delivery.procedure() == null) {
            return;
        }
        for (int i = 0; i < delivery.fee().rates().size(); i++) {
            condition(faults, delivery.fee().rates().get(i).when(), "delivery/fee/" + i + "/when", fields);
        }
        boolean paid = !delivery.procedure().of(StepKind.PAY).isEmpty();
        faults.comparing("delivery/procedure", "delivery/fee").expect(delivery.fee().isFree() || paid, "delivery/fee", "fee-without-payment");
    }

    /** The fields by name. A condition sees only the fields before it, so that conditions can't run in a circle. */
    private Map<String, FormField> form(Faults faults) {
        Set<String> names = sections.stream().flatMap(s -> s.fields().stream()).map(FormField::name).collect(Collectors.toSet());
        Map<String, FormField> before = new HashMap<>();
        for (int s = 0; s < sections.size(); s++) {
            List<FormField> section = sections.get(s).fields();
            for (int i = 0; i < section.size(); i++) {
                FormField field = section.get(i);
                String path = "sections/" + s + "/fields/" + i;
                Map<String, Set<String>> possible = new LinkedHashMap<>(field.when().all());
                for (String name : field.when().all().keySet()) {
                    boolean itself = name.equals(field.name());
                    boolean later = !itself && names.contains(name) && !before.containsKey(name);
                    faults.expect(!itself, path + "/when/" + name, "condition-on-itself", name);
                    faults.expect(!later, path + "/when/" + name, "condition-on-later", name);
                    if (itself || later) {
                        possible.remove(name);
                    }
                }
                condition(faults, new Condition(possible), path + "/when", before);
                faults.expect(
                        field.name() == null || before.put(field.name(), field) == null, path + "/name", "duplicate", field.name());
            }
        }
        return before;
    }

    private void steps(Faults faults) {
        Set<String> roles = actors.stream().map(Actor::role).collect(Collectors.toSet());
        List<SopStep> steps = delivery.procedure() == null ? List.of() : delivery.procedure().steps();
        for (int i = 0; i < steps.size(); i++) {
            SopStep step = steps.get(i);
            String path = "delivery/procedure/" + i;
            faults.expect(step.actor() == null || roles.contains(step.actor()), path + "/actor", "unknown-actor", step.actor());
            for (String present : step.present()) {
                faults.expect(roles.contains(present), path + "/present", "unknown-actor", present);
            }
        }
    }

    private void letter(Faults faults, Map<String, FormField> fields) {
        faults.comparing("internal/legalBasis");
        Set<String> codes = internal == null ? Set.of() : internal.legalBasis().stream().map(Legal::code).collect(Collectors.toSet());
        for (int i = 0; i < letter.recalling().size(); i++) {
            String code = letter.recalling().get(i);
            faults.expect(codes.isEmpty() || codes.contains(code), "letter/recalling/" + i, "unknown-legal-basis", code);
        }
        faults.comparing("sections");
        for (LetterTemplate.Located located : letter.templates()) {
            for (String name : located.template().names()) {
                boolean known = LetterTemplate.NAMES.contains(name)
                        || name.startsWith("fields.") && fields.containsKey(name.substring("fields.".length()));
                faults.expect(known, "letter/" + located.path(), "unknown-name", "{" + name + "}");
            }
        }
    }

    private void condition(Faults faults, Condition condition, String path, Map<String, FormField> fields) {
        condition.all().forEach((name, values) -> {
            String place = path + "/" + name;
            Set<String> possible = possible(name, fields);
            if (possible == null) {
                faults.expect(false, place, "condition-field", name);
            } else if (possible.isEmpty()) {
                faults.expect(name.equals(Condition.KIND) && kinds.isEmpty(), place, "condition-free-text", name);
            } else {
                for (String value : values) {
                    faults.expect(possible.contains(value), place, "condition-value", name, value, possible);
                }
            }
        });
    }

    /** What a fact can be; null if there is no such fact, empty if it can be anything. */
    private Set<String> possible(String name, Map<String, FormField> fields) {
        if (name.equals(Condition.KIND)) {
            return kinds.stream().map(Enum::name).collect(Collectors.toSet());
        }
        if (name.equals(Condition.REPRESENTED)) {
            return Set.of(Condition.YES, Condition.NO);
        }
        FormField field = fields.get(name);
        if (field == null) {
            return null;
        }
        return switch (field.type()) {
            case null -> Set.of();
            case YES_NO -> Set.of(Condition.YES, Condition.NO);
            case CHOICE -> field.choices().stream().map(FormField.Choice::code).collect(Collectors.toSet());
            default -> Set.of();
        };
    }
}

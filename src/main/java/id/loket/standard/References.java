package id.loket.standard;

import java.util.HashMap;
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
        Faults faults = new Faults();
        Map<String, FormField> fields = form(faults);
        steps(faults);
        for (int i = 0; i < delivery.requirements().size(); i++) {
            condition(faults, delivery.requirements().get(i).when(), "delivery/requirements/" + i + "/when", fields);
        }
        for (int i = 0; i < delivery.fee().rates().size(); i++) {
            condition(faults, delivery.fee().rates().get(i).when(), "delivery/fee/" + i + "/when", fields);
        }
        letter(faults, fields);
        String until = validity.untilField();
        if (until != null) {
            FormField field = fields.get(until);
            faults.expect(field != null, "validity/untilField", "there is no form field '%s'", until);
            faults.expect(
                    field == null || field.type() == FormField.Type.DATE, "validity/untilField", "the field '%s' is no date", until);
        }
        return faults;
    }

    /** The fields by name. A condition sees only the fields before it, so that conditions can't run in a circle. */
    private Map<String, FormField> form(Faults faults) {
        Map<String, FormField> fields = new HashMap<>();
        for (int s = 0; s < sections.size(); s++) {
            List<FormField> section = sections.get(s).fields();
            for (int i = 0; i < section.size(); i++) {
                FormField field = section.get(i);
                String path = "sections/" + s + "/fields/" + i;
                condition(faults, field.when(), path + "/when", fields);
                faults.expect(fields.put(field.name(), field) == null, path + "/name", "'%s' stands twice", field.name());
            }
        }
        return fields;
    }

    private void steps(Faults faults) {
        Set<String> roles = actors.stream().map(Actor::role).collect(Collectors.toSet());
        for (SopStep step : delivery.procedure().steps()) {
            String path = "delivery/procedure/" + (step.no() - 1);
            faults.expect(roles.contains(step.actor()), path + "/actor", "'%s' is none of the actors", step.actor());
            for (String present : step.present()) {
                faults.expect(roles.contains(present), path + "/present", "'%s' is none of the actors", present);
            }
        }
    }

    private void letter(Faults faults, Map<String, FormField> fields) {
        Set<String> codes = internal.legalBasis().stream().map(Legal::code).collect(Collectors.toSet());
        for (int i = 0; i < letter.recalling().size(); i++) {
            String code = letter.recalling().get(i);
            faults.expect(codes.contains(code), "letter/recalling/" + i, "there is no legal basis '%s'", code);
        }
        for (LetterTemplate.Located located : letter.templates()) {
            for (String name : located.template().names()) {
                boolean known = LetterTemplate.NAMES.contains(name)
                        || name.startsWith("fields.") && fields.containsKey(name.substring("fields.".length()));
                faults.expect(known, "letter/" + located.path(), "{%s} is unknown: there is no such form field or name", name);
            }
        }
    }

    private void condition(Faults faults, Condition condition, String path, Map<String, FormField> fields) {
        condition.all().forEach((name, values) -> {
            String place = path + "/" + name;
            Set<String> possible = possible(name, fields);
            if (possible == null) {
                faults.expect(false, place, "'%s' is no form field that stands before", name);
            } else if (possible.isEmpty()) {
                faults.expect(false, place, "a condition needs a field to choose from; '%s' is free text", name);
            } else {
                for (String value : values) {
                    faults.expect(possible.contains(value), place, "'%s' can't be '%s', only %s", name, value, possible);
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
            case YES_NO -> Set.of(Condition.YES, Condition.NO);
            case CHOICE -> field.choices().stream().map(FormField.Choice::code).collect(Collectors.toSet());
            default -> Set.of();
        };
    }
}

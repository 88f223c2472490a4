package id.loket.complaint.handling;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whose decisions must be recorded before a complaint may be answered, by its weight, in the order in which they are asked for. Suggestions
 * and requests for information need none.
 */
public record DecisionTable(Map<Weight, List<Decider>> deciders) {

    /** The document's own: light none (PGD-c), medium the section and the head (PGD-d), heavy the head with the government (PGD-e). */
    public static final DecisionTable DEFAULT = new DecisionTable(Map.of(
            Weight.LIGHT, List.of(),
            Weight.MEDIUM, List.of(Decider.SECTION_HEAD, Decider.HEAD_OF_OFFICE),
            Weight.HEAVY, List.of(Decider.HEAD_OF_OFFICE, Decider.REGIONAL_GOVERNMENT)));

    /** @throws IllegalArgumentException if a weight has no line or a decider stands twice in one */
    public DecisionTable {
        Map<Weight, List<Decider>> copy = new EnumMap<>(Weight.class);
        for (Weight weight : Weight.values()) {
            List<Decider> line = deciders.get(weight);
            if (line == null) {
                throw new IllegalArgumentException("say who decides on a complaint of weight " + weight);
            }
            if (Set.copyOf(line).size() != line.size()) {
                throw new IllegalArgumentException("a decider stands twice for weight " + weight);
            }
            copy.put(weight, List.copyOf(line));
        }
        deciders = Map.copyOf(copy);
    }

    /** Whose decision is still missing, in order. */
    public List<Decider> missing(Matter matter, Weight weight, Set<Decider> decided) {
        if (matter != Matter.COMPLAINT) {
            return List.of();
        }
        Set<Decider> missing = new LinkedHashSet<>(deciders.get(weight));
        missing.removeAll(decided);
        return List.copyOf(missing);
    }
}

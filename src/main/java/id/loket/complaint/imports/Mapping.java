package id.loket.complaint.imports;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which column of a table is which.
 *
 * @param columns place of each in the table, from 0; what the table doesn't have is left out
 */
public record Mapping(Map<Column, Integer> columns) {

    public Mapping {
        columns = Map.copyOf(columns);
    }

    /** By what the columns are called. Each is taken once, for the first that it fits. */
    static Mapping guess(List<String> head) {
        List<String> plain = head.stream().map(Column::plain).toList();
        Map<Column, Integer> found = new EnumMap<>(Column.class);
        Set<Integer> taken = new HashSet<>();
        for (Column column : Column.values()) {
            column.names().stream()
                    .map(plain::indexOf)
                    .filter(place -> place >= 0 && !taken.contains(place))
                    .findFirst()
                    .ifPresent(place -> {
                        found.put(column, place);
                        taken.add(place);
                    });
        }
        return new Mapping(found);
    }

    /**
     * As an officer chose it in a form.
     *
     * @param typed place by name of the column; what is none of the table's is left out
     */
    static Mapping chosen(Map<String, String> typed, int width) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            String place = typed.getOrDefault(column.name(), "");
            if (place.matches("\\d{1,3}") && Integer.parseInt(place) < width) {
                columns.put(column, Integer.parseInt(place));
            }
        }
        return new Mapping(columns);
    }

    public OptionalInt of(Column column) {
        Integer place = columns.get(column);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    public boolean complete() {
        for (Column column : Column.values()) {
            if (column.needed() && !columns.containsKey(column)) {
                return false;
            }
        }
        return true;
    }
}

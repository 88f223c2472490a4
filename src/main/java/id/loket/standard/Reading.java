package id.loket.standard;

import id.loket.standard.Faults.Fault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One reading of a service file. While it goes on, records that are not as they must be report here and come into being all the same, with
 * holes, so that everything is told at once and not only what was wrong with the first.
 */
final class Reading {

    static final ScopedValue<Reading> CURRENT = ScopedValue.newInstance();

    private final Deque<String> places = new ArrayDeque<>();
    private final List<Fault> faults = new ArrayList<>();
    private boolean silent;
    private int untranslated;

    /** A part of the file begins, or a record is made from it. */
    void enter(String place) {
        places.push(place);
    }

    void leave() {
        places.pop();
    }

    /** A text without English was read. */
    void untranslated() {
        untranslated++;
    }

    int countUntranslated() {
        return untranslated;
    }

    /** Faults of the record that is being made. */
    void report(List<Fault> found) {
        if (!silent) {
            String place = places.isEmpty() ? "" : places.peek();
            found.forEach(fault -> faults.add(fault.within(place)));
        }
    }

    /** A fault at a place of its own. */
    void report(Fault fault) {
        faults.add(fault);
    }

    /** Makes a record from another one that reported already. */
    static <T> T again(Supplier<T> record) {
        if (!CURRENT.isBound()) {
            return record.get();
        }
        Reading reading = CURRENT.get();
        reading.silent = true;
        try {
            return record.get();
        } finally {
            reading.silent = false;
        }
    }

    /** Whether anything was found wrong within the part that is being read. */
    boolean isFaulty() {
        return faults.stream().anyMatch(f -> f.isWithin(places.peek()));
    }

    /** What was found, without what only follows from something else that was. */
    List<Fault> faults() {
        Map<String, Integer> hiding = around(Fault::hides);
        Map<String, Integer> breaking = around(Fault::breaks);
        Set<String> hidden = faults.stream().filter(Fault::hides).map(Fault::path).collect(Collectors.toSet());
        return faults.stream()
                // what is missing was given wrongly
                .filter(fault -> !(fault.absence() && hiding.getOrDefault(fault.path(), 0) > (fault.hides() ? 1 : 0)))
                // nothing else need be said of what couldn't be read
                .filter(fault -> fault.hides() || !hidden.contains(fault.path()))
                // it was compared with a part that couldn't be read
                .filter(fault -> fault.restsOn().stream().noneMatch(
                        part -> breaking.getOrDefault(part, 0) > (fault.breaks() && fault.isWithin(part) ? 1 : 0)))
                .distinct()
                .toList();
    }

    /** How many such faults there are at or within each place. */
    private Map<String, Integer> around(Predicate<Fault> which) {
        Map<String, Integer> count = new HashMap<>();
        for (Fault fault : faults) {
            if (which.test(fault)) {
                String place = fault.path();
                count.merge("", 1, Integer::sum);
                while (!place.isEmpty()) {
                    count.merge(place, 1, Integer::sum);
                    place = place.substring(0, Math.max(0, place.lastIndexOf('/')));
                }
            }
        }
        return count;
    }
}

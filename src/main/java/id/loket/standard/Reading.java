package id.loket.standard;

import id.loket.standard.Faults.Fault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Supplier;

/**
 * One reading of a service file. While it goes on, records that are not as they must be report here and come into being all the same, with
 * holes, so that everything is told at once and not only what was wrong with the first.
 */
final class Reading {

    static final ScopedValue<Reading> CURRENT = ScopedValue.newInstance();

    private final Deque<String> places = new ArrayDeque<>();
    private final List<Fault> faults = new ArrayList<>();
    private boolean silent;

    /** A part of the file begins, or a record is made from it. */
    void enter(String place) {
        places.push(place);
    }

    void leave() {
        places.pop();
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
        return List.copyOf(new LinkedHashSet<>(faults.stream().filter(f -> !follows(f)).toList()));
    }

    /** What is missing because it was given wrongly, and what doesn't fit to a part that couldn't be read. */
    private boolean follows(Fault fault) {
        return faults.stream()
                .filter(other -> other != fault)
                .anyMatch(other -> fault.absence() && other.hides() && other.isWithin(fault.path())
                        || !fault.hides() && other.hides() && other.path().equals(fault.path())
                        || other.breaks() && fault.restsOn().stream().anyMatch(other::isWithin));
    }
}

package id.loket.standard;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/** Two texts line by line, side by side. */
public final class LineDifferences {

    /** What a row shows. */
    public enum Kind {
        SAME,
        ADDED,
        REMOVED,
        CHANGED,
        /** Lines that are the same and left out. */
        GAP
    }

    /**
     * One row.
     *
     * @param beforeNo 1 for the first line; 0 where the text before has none
     * @param before   the line; empty where there is none
     * @param afterNo  as beforeNo
     */
    public record Row(Kind kind, int beforeNo, String before, int afterNo, String after) {}

    /** Lines that are shown around a difference. */
    private static final int AROUND = 3;

    private LineDifferences() {}

    /** Empty for equal texts. */
    public static List<Row> between(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        // little memory, however different they are
        List<Change> deltas = changes(DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>()).getDeltas());
        List<Row> rows = new ArrayList<>();
        int shown = 0; // lines of the old text that are dealt with
        for (Change delta : deltas) {
            int from = delta.from;
            int shift = delta.to - from;
            int tail = rows.isEmpty() ? 0 : Math.min(AROUND, from - shown);
            same(rows, old, shown, shown + tail, shift);
            int head = Math.max(shown + tail, from - AROUND);
            if (head > shown + tail) {
                rows.add(new Row(Kind.GAP, 0, "", 0, ""));
            }
            same(rows, old, head, from, shift);
            List<String> removed = delta.removed;
            List<String> added = delta.added;
            for (int i = 0; i < Math.max(removed.size(), added.size()); i++) {
                boolean was = i < removed.size();
                boolean is = i < added.size();
                rows.add(new Row(
                        was && is ? Kind.CHANGED : was ? Kind.REMOVED : Kind.ADDED,
                        was ? from + i + 1 : 0,
                        was ? removed.get(i) : "",
                        is ? delta.to + i + 1 : 0,
                        is ? added.get(i) : ""));
            }
            shown = from + removed.size();
        }
        if (!deltas.isEmpty()) {
            int end = Math.min(old.size(), shown + AROUND);
            same(rows, old, shown, end, now.size() - old.size());
            if (end < old.size()) {
                rows.add(new Row(Kind.GAP, 0, "", 0, ""));
            }
        }
        return List.copyOf(rows);
    }

    /**
     * @param from lines of the old text before it
     * @param to   lines of the new text before it
     */
    private record Change(int from, List<String> removed, int to, List<String> added) {}

    /** What lies side by side is one change, and not one that adds and one that takes away. */
    private static List<Change> changes(List<AbstractDelta<String>> deltas) {
        List<Change> changes = new ArrayList<>();
        for (AbstractDelta<String> delta : deltas) {
            Change next = new Change(
                    delta.getSource().getPosition(),
                    new ArrayList<>(delta.getSource().getLines()),
                    delta.getTarget().getPosition(),
                    new ArrayList<>(delta.getTarget().getLines()));
            Change last = changes.isEmpty() ? null : changes.getLast();
            if (last != null && last.from + last.removed.size() == next.from && last.to + last.added.size() == next.to) {
                last.removed.addAll(next.removed);
                last.added.addAll(next.added);
            } else {
                changes.add(next);
            }
        }
        return changes;
    }

    private static void same(List<Row> rows, List<String> old, int from, int to, int shift) {
        for (int i = from; i < to; i++) {
            rows.add(new Row(Kind.SAME, i + 1, old.get(i), i + 1 + shift, old.get(i)));
        }
    }
}

package id.loket.complaint.book;

import id.loket.complaint.ComplaintRecords.Condition;
import id.loket.complaint.handling.Matter;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Weight;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of the book is shown. What isn't narrowed is null, or empty.
 *
 * @param kind    code of the office's list
 * @param section code of the role
 * @param matter  what it is; unless something else is asked for, a complaint or not sorted yet
 * @param text    of number, name or subject
 */
public record BookFilter(
        Period period,
        Medium medium,
        String kind,
        Weight weight,
        String section,
        MatterChoice matter,
        Condition condition,
        String text,
        boolean full) {

    private static final int LONGEST_TEXT = 100;

    /** What is listed: the book itself, a part of it, or apart from it what else came in. */
    public enum MatterChoice {
        /** Complaints, and what isn't sorted yet: a complaint is in the book from its receipt on (PGD-j2). */
        BOOK(Set.of(Matter.COMPLAINT), true),
        COMPLAINT(Set.of(Matter.COMPLAINT), false),
        UNSORTED(Set.of(), true),
        SUGGESTION(Set.of(Matter.SUGGESTION), false),
        INFORMATION_REQUEST(Set.of(Matter.INFORMATION_REQUEST), false),
        ALL(Set.of(Matter.values()), true);

        private final Set<Matter> matters;
        private final boolean unsorted;

        MatterChoice(Set<Matter> matters, boolean unsorted) {
            this.matters = matters;
            this.unsorted = unsorted;
        }

        Set<Matter> matters() {
            return matters;
        }

        /** Whether what isn't sorted yet is listed too. */
        boolean unsorted() {
            return unsorted;
        }
    }

    /**
     * The filter of a query. What no list knows narrows nothing.
     *
     * @throws Period.Wrong if the days are no period
     */
    static BookFilter of(Map<String, String> query, LocalDate today) {
        String text = query.getOrDefault("cari", "").replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return new BookFilter(
                Period.of(query.getOrDefault("dari", ""), query.getOrDefault("sampai", ""), today),
                one(Medium.class, query.get("media"), null),
                code(query.get("jenis")),
                one(Weight.class, query.get("bobot"), null),
                code(query.get("bidang")),
                one(MatterChoice.class, query.get("perihal"), MatterChoice.BOOK),
                one(Condition.class, query.get("keadaan"), Condition.ANY),
                text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text,
                "lengkap".equals(query.get("tampilan")));
    }

    private static <E extends Enum<E>> E one(Class<E> type, String typed, E otherwise) {
        return Stream.of(type.getEnumConstants()).filter(e -> e.name().equals(typed)).findFirst().orElse(otherwise);
    }

    private static String code(String typed) {
        return typed != null && typed.matches("[A-Z][A-Z0-9_]{0,49}") ? typed : null;
    }

    BookFilter with(Period other) {
        return new BookFilter(other, medium, kind, weight, section, matter, condition, text, full);
    }

    BookFilter showing(boolean everything) {
        return new BookFilter(period, medium, kind, weight, section, matter, condition, text, everything);
    }

    /** Whether anything but the period narrows it. */
    public boolean narrows() {
        return medium != null
                || kind != null
                || weight != null
                || section != null
                || matter != MatterChoice.BOOK
                || condition != Condition.ANY
                || !text.isEmpty();
    }

    /**
     * The part of a query that asks for a line of a breakdown.
     *
     * @param parameter that narrows by the breakdown
     * @param code      of the line, as in {@link Figures}
     */
    public static String line(String parameter, String code) {
        return code.equals(Figures.UNSORTED) ? "perihal=" + MatterChoice.UNSORTED : parameter + "=" + code;
    }

    /** The query that asks for the same. */
    public String query() {
        return Stream.of(
                        Map.entry("dari", period.from().toString()),
                        Map.entry("sampai", period.to().toString()),
                        Map.entry("media", medium == null ? "" : medium.name()),
                        Map.entry("jenis", kind == null ? "" : kind),
                        Map.entry("bobot", weight == null ? "" : weight.name()),
                        Map.entry("bidang", section == null ? "" : section),
                        Map.entry("perihal", matter == MatterChoice.BOOK ? "" : matter.name()),
                        Map.entry("keadaan", condition == Condition.ANY ? "" : condition.name()),
                        Map.entry("cari", java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8)),
                        Map.entry("tampilan", full ? "lengkap" : ""))
                .filter(e -> !e.getValue().isEmpty())
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining("&"));
    }
}

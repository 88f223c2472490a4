package id.loket.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a part of the benchmark found, as it is printed, kept as JSON and written into docs/benchmarks.md.
 *
 * @param part    short name, such as {@code engine}
 * @param machine on what it was measured
 * @param how     what was done
 */
record Result(
        String part, String title, String measuredAt, Machine machine, List<String> how, List<Table> tables, List<Target> targets,
        List<Chart> charts, List<String> findings) {

    /** @param busy load average when the part began: what else the machine did */
    record Machine(int processors, long memoryMb, String java, String postgres, double busy) {}

    record Table(String title, List<String> columns, List<List<String>> rows) {}

    /**
     * @param met whether it was reached
     * @param why what stands in the way, where it isn't; may be empty
     */
    record Target(String figure, String target, String reached, boolean met, String why) {}

    /** Lines over a common axis; {@code logarithmic} counts for x, where a value of 0 stands at the left end. */
    record Chart(String file, String title, String x, String y, boolean logarithmic, List<Double> at, Map<String, List<Double>> lines) {}

    static Result of(String part, String title, Machine machine) {
        return new Result(
                part, title, java.time.Instant.now().toString().substring(0, 16) + "Z", machine, new ArrayList<>(), new ArrayList<>(),
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    Table table(String title, String... columns) {
        Table table = new Table(title, List.of(columns), new ArrayList<>());
        tables.add(table);
        return table;
    }

    void atMost(String figure, double most, double reached, String unit) {
        atMost(figure, most, reached, unit, "");
    }

    void atMost(String figure, double most, double reached, String unit, String why) {
        targets.add(new Target(figure, "at most " + number(most) + unit, number(reached) + unit, reached <= most, why));
    }

    void atLeast(String figure, double least, double reached, String unit) {
        atLeast(figure, least, reached, unit, "");
    }

    void atLeast(String figure, double least, double reached, String unit, String why) {
        targets.add(new Target(figure, "at least " + number(least) + unit, number(reached) + unit, reached >= least, why));
    }

    /** Three figures that count, with commas between thousands. */
    static String number(double value) {
        double size = Math.abs(value);
        String form = size >= 100 || value == Math.rint(value) ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, form, value);
    }

    void print() {
        System.out.printf("%n%s (%s)%n", title, measuredAt);
        tables.forEach(Result::print);
        if (!targets.isEmpty()) {
            Table table = new Table("Targets", List.of("figure", "target", "reached", ""), new ArrayList<>());
            targets.forEach(t -> table.rows.add(List.of(t.figure, t.target, t.reached, t.met ? "met" : "MISSED")));
            print(table);
        }
        findings.forEach(f -> System.out.println("- " + f));
    }

    private static void print(Table table) {
        List<List<String>> all = new ArrayList<>(List.of(table.columns));
        all.addAll(table.rows);
        int[] width = new int[table.columns.size()];
        all.forEach(row -> {
            for (int i = 0; i < row.size(); i++) {
                width[i] = Math.max(width[i], row.get(i).length());
            }
        });
        System.out.println("\n" + table.title);
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(("%" + (i == 0 ? "-" : "") + Math.max(1, width[i]) + "s  ").formatted(row.get(i)));
            }
            System.out.println(line.toString().stripTrailing());
        }
    }
}

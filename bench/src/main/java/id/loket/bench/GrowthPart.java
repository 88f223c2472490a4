package id.loket.bench;

import id.loket.casefile.BenchCards;
import id.loket.casefile.BenchWork;
import id.loket.office.BenchOffices;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What becomes of an office's day when the files of years lie in the database, and those of other offices beside them. */
final class GrowthPart implements Part {

    private static final String DATABASE = "bench_growth";
    private static final String EMPTY = "bench_growth_empty";
    private static final int LOOKS = 200;
    private static final int ROUNDS = 5;
    private static final int ROUND_SECONDS = Math.max(1, Setting.ROUND_SECONDS / 3);
    /** An office's share of a million. */
    private static final int OPEN = 1_000_000 / 514;
    private static final int ENTRIES = 18;
    private static final int VERIFIED_UP_TO = 100_000;
    private static final String OF_EMPTY = "of an empty database's, same run";

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public Result run(Setting setting, boolean quick) throws Exception {
        Result result = setting.result(name(), "Growth");
        List<Long> sizes = Arrays.stream(System.getenv().getOrDefault("LOKET_BENCH_FILES", "1000,100000,1000000").split(","))
                .map(Long::valueOf)
                .toList();
        Map<Long, Map<String, Double>> country = new LinkedHashMap<>();
        offices(setting, result, 514, sizes, country);
        Map<String, List<Double>> lines = new LinkedHashMap<>();
        country.values().forEach(figures -> figures.forEach((figure, value) -> {
            if (figure.endsWith("ms")) {
                lines.computeIfAbsent(figure.replace(" p50 ms", ""), f -> new ArrayList<>()).add(value);
            }
        }));
        result.charts().add(new Result.Chart(
                "bench-growth.svg", "An office among 514: p50 against finished files in all", "finished files", "ms", true,
                sizes.stream().map(Long::doubleValue).toList(), lines));
        table(result, "An office among 514, by finished files in all (one in eleven besides is open)", country);
        Map<Long, Map<String, Double>> first = new LinkedHashMap<>();
        for (int offices : new int[] {1, 10}) {
            Map<Long, Map<String, Double>> one = new LinkedHashMap<>();
            offices(setting, result, offices, List.of(Math.min(100_000, sizes.getLast())), one);
            first.put((long) offices, one.values().iterator().next());
        }
        first.put(514L, country.getOrDefault(Math.min(100_000, sizes.getLast()), country.get(sizes.getLast())));
        table(result, "The same with " + Result.number(Math.min(100_000, sizes.getLast())) + " finished files, by number of offices", first);
        Map<String, Double> least = country.get(sizes.getFirst());
        Map<String, Double> most = country.get(sizes.getLast());
        String files = Result.number(sizes.getLast());
        result.atMost("work list p50 with " + files + " finished files", 2, most.get("work list p50 ms"), " ms",
                "The list shows 200 files with their applicants' names, each from a page of the database of its own; it takes as long with "
                        + Result.number(sizes.getFirst()) + " finished files.");
        result.atMost("work list against its value at " + Result.number(sizes.getFirst()) + " finished files", 1.5,
                most.get("work list p50 ms") / least.get("work list p50 ms"), " times");
        result.atLeast("movements/s at " + files + " finished files against an empty database, same run", 0.9, most.get(OF_EMPTY), "");
        result.how().addAll(List.of(
                "Files are written by COPY with the real chain, state and clock; `cards verify` read those up to "
                        + Result.number(VERIFIED_UP_TO) + " and found none at fault. With them: application, permit, delivery. Without: check lists,"
                        + " letters, notices, which nothing here reads but the file's page.",
                "Looks by one officer of office 1 through Loket's services, " + LOOKS + " each, after a warm-up. Office 1 among 514 has "
                        + Result.number(OPEN) + " open files of its own at every size, as many as one of 514 has of a million, and its share of"
                        + " the finished ones.",
                "Two figures grow. The delay report reads every file of the office, open or finished, to find those that were late; an office's share"
                        + " of 10,000,000 are 19,455. The work list and its counts look at what waits at the officer's roles: with one office all the"
                        + " open files are its own.",
                "Movements: whole files from the counter into the applicant's hand, " + ENTRIES + " entries each, eight at once, " + ROUNDS
                        + " rounds of " + ROUND_SECONDS + " s by turns on this database and on an empty one beside it; medians, and the ratio's"
                        + " least and most."));
        return result;
    }

    private static void table(Result result, String title, Map<Long, Map<String, Double>> figures) {
        List<String> columns = new ArrayList<>(List.of(""));
        columns.addAll(figures.values().iterator().next().keySet());
        Result.Table table = result.table(title, columns.toArray(String[]::new));
        figures.forEach((size, of) -> {
            List<String> row = new ArrayList<>(List.of(Result.number(size)));
            of.values().forEach(value -> row.add(Result.number(value)));
            table.rows().add(row);
        });
    }

    private static void offices(
            Setting setting, Result result, int offices, List<Long> sizes, Map<Long, Map<String, Double>> figures) throws Exception {
        Server server = setting.server();
        server.create(DATABASE);
        server.create(EMPTY);
        try (LoketNode node = new LoketNode(server, DATABASE, setting.folder(), false).withOffice();
                LoketNode empty = new LoketNode(server, EMPTY, setting.folder(), false).withOffice();
                Connection owner = server.connect(DATABASE)) {
            BenchOffices.copy(server.client(DATABASE), offices);
            BenchCards cards = new BenchCards(node.context(), owner, offices);
            if (offices == 514) {
                cards.open(owner, OPEN);
            }
            for (long size : sizes) {
                long begun = System.nanoTime();
                server.loading(true);
                cards.grow(owner, size);
                server.loading(false);
                System.out.printf("%d offices, %d finished files: loaded in %.0f s%n", offices, size, (System.nanoTime() - begun) / 1e9);
                figures.put(size, look(server, node, empty, size, offices));
                if (size <= VERIFIED_UP_TO) {
                    List<Long> verified = BenchCards.verify(node.context());
                    result.atMost("cards at fault of " + Result.number(verified.getFirst()) + ", " + offices + " offices", 0, verified.getLast(), "");
                }
            }
        } finally {
            server.drop(DATABASE);
            server.drop(EMPTY);
        }
    }

    private static Map<String, Double> look(Server server, LoketNode node, LoketNode empty, long size, int offices) throws Exception {
        BenchWork work = node.work();
        Map<String, Double> figures = new LinkedHashMap<>();
        // of office 1: those whose number divides by the number of offices
        long one = offices == 1 ? size / 2 : offices * Math.max(1, size / offices / 2);
        String number = "SIKRO-2025-%05d".formatted(one / offices + 1);
        figures.put("work list p50 ms", p50(() -> work.toReceive("muda")));
        figures.put("counts of lists p50 ms", p50(() -> work.counts("muda")));
        figures.put("search by number p50 ms", p50(() -> work.search("loket", number)));
        figures.put("search by name p50 ms", p50(() -> work.search("loket", "contoh " + (one / offices + 1))));
        figures.put("file page's data p50 ms", p50(() -> work.read("loket", number)));
        figures.put("tracking p50 ms", p50(() -> work.track(BenchCards.trackingCode(one))));
        figures.put("delay report p50 ms", p50(() -> work.late("loket")));
        double[] rates = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        movements(node);
        movements(empty);
        for (int round = 0; round < ROUNDS; round++) {
            double beside = movements(empty);
            rates[round] = movements(node);
            ratios[round] = rates[round] / beside;
        }
        figures.put("movements/s", median(rates));
        figures.put(OF_EMPTY, median(ratios));
        figures.put("least", Arrays.stream(ratios).min().orElseThrow());
        figures.put("most", Arrays.stream(ratios).max().orElseThrow());
        figures.put("GB in all", server.bytes(DATABASE, "<> ''") / 1e9);
        figures.put("file and card kB", server.bytes(DATABASE, "in ('case_file', 'card_entry')") / 1000.0 / (size * 1.1));
        return figures;
    }

    /** Files from the counter into the applicant's hand, several at once; movements a second. */
    private static double movements(LoketNode node) {
        BenchWork work = node.work();
        AtomicInteger files = new AtomicInteger();
        long begun = System.nanoTime();
        long end = begun + ROUND_SECONDS * 1_000_000_000L;
        EnginePart.atOnce(() -> {
            while (System.nanoTime() < end) {
                work.file(false, Runnable::run);
                files.incrementAndGet();
            }
        });
        return files.get() * ENTRIES / ((System.nanoTime() - begun) / 1e9);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double p50(Runnable look) {
        Latencies latencies = new Latencies();
        for (int i = 0; i < LOOKS / 5; i++) {
            look.run();
        }
        for (int i = 0; i < LOOKS; i++) {
            latencies.time(look);
        }
        return latencies.percentile(0.5);
    }
}

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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What becomes of an office's day when the files of years lie in the database, and those of other offices beside them. */
final class GrowthPart implements Part {

    private static final String DATABASE = "bench_growth";
    private static final int LOOKS = 100;
    private static final int THREADS = 8;
    private static final int WAITING = 48;
    private static final int VERIFIED_UP_TO = 100_000;

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
        result.atMost("work list p50 with " + files + " finished files", 2, most.get("work list p50 ms"), " ms");
        result.atMost("work list against its value at " + Result.number(sizes.getFirst()) + " finished files", 1.5,
                most.get("work list p50 ms") / least.get("work list p50 ms"), " times");
        result.atLeast("movements/s at " + files + " finished files against " + Result.number(sizes.getFirst()), 0.9,
                most.get("movements/s") / least.get("movements/s"), "");
        result.how().addAll(List.of(
                "Files are written by COPY with the real chain, state and clock; `cards verify` read those up to "
                        + Result.number(VERIFIED_UP_TO) + " and found none at fault. With them: application, permit, delivery. Without: check lists,"
                        + " letters, notices, which nothing here reads but the file's page.",
                "Looks by one officer of office 1 through Loket's services, " + LOOKS + " each, after a warm-up. Movements: receipts and hand-overs"
                        + " at the first initials, " + THREADS + " at once."));
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
        try (LoketNode node = new LoketNode(server, DATABASE, setting.folder(), false).withOffice();
                Connection owner = server.connect(DATABASE)) {
            BenchOffices.copy(server.client(DATABASE), offices);
            BenchCards cards = new BenchCards(node.context(), owner, offices);
            for (long size : sizes) {
                long begun = System.nanoTime();
                cards.grow(owner, size);
                System.out.printf("%d offices, %d finished files: loaded in %.0f s%n", offices, size, (System.nanoTime() - begun) / 1e9);
                figures.put(size, look(server, node, size, offices));
                if (size <= VERIFIED_UP_TO) {
                    List<Long> verified = BenchCards.verify(node.context());
                    result.atMost("cards at fault of " + Result.number(verified.getFirst()) + ", " + offices + " offices", 0, verified.getLast(), "");
                }
            }
        } finally {
            server.drop(DATABASE);
        }
    }

    private static Map<String, Double> look(Server server, LoketNode node, long size, int offices) throws Exception {
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
        List<String> waiting = new ArrayList<>();
        for (int i = 0; i < WAITING; i++) {
            waiting.add(work.sentToInitials());
        }
        long begun = System.nanoTime();
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> moves = new ArrayList<>();
            waiting.forEach(no -> moves.add(pool.submit(() -> work.initials(no, BenchWork.VERSION_AT_INITIALS, Runnable::run))));
            for (Future<?> move : moves) {
                move.get();
            }
        }
        figures.put("movements/s", 2.0 * WAITING / ((System.nanoTime() - begun) / 1e9));
        figures.put("GB in all", server.bytes(DATABASE, "<> ''") / 1e9);
        figures.put("file and card kB", server.bytes(DATABASE, "in ('case_file', 'card_entry')") / 1000.0 / (size * 1.1));
        return figures;
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

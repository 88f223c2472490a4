package id.loket.bench;

import com.sun.management.ThreadMXBean;
import id.loket.casefile.BenchWork;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The case engine: the SOP of SIKRO as real work, by Loket, by two workflow engines and by bare JDBC. */
final class EnginePart implements Part {

    private static final int THREADS = 8;
    private static final int ROUNDS = 3;
    private static final int WARM_FILES = 40;
    /** Each gets so long before its rounds: the JVM compiles what is hot meanwhile. */
    private static final int WARM_SECONDS = 3 * Setting.ROUND_SECONDS;
    private static final int COUNTED_FILES = 40;
    private static final int OPEN_FILES = 200 * Setting.ROUND_SECONDS;
    private static final int LIST_LOOKS = 200;
    /** One file in five goes back to the applicant once. */
    private static final int RETURNED = 5;
    /** Entries of a card: nine steps received and handed over; two more where the file was returned. */
    private static final double ENTRIES = 2 * EngineForm.LAST + 2.0 / RETURNED;

    private static final String LOKET = "Loket";
    private static final String BARE = "bare JDBC";
    private static final String LETTERS = " in ('letter')";
    private static final String ALL_BUT_LETTERS = " not in ('letter')";
    private static final String CARD = " in ('case_file', 'card_entry')";

    /** What one round of one contender gave. */
    private record Round(double filesPerSecond, double cpuMillis, double kilobytes, Latencies latencies) {}

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public Result run(Setting setting, boolean quick) {
        Result result = setting.result(name(), "The case engine");
        Server server = setting.server();
        List<Supplier<Contender>> makers = new ArrayList<>();
        makers.add(() -> loket(LOKET, "bench_loket", setting, false));
        makers.add(() -> bare(setting));
        if (!quick) {
            makers.add(() -> loket("Loket, letters rendered", "bench_letters", setting, true));
            for (boolean together : new boolean[] {false, true}) {
                String suffix = together ? "_one" : "_two";
                makers.add(() -> new FlowableContender(server, "bench_flowable" + suffix, together));
                makers.add(() -> new OperatonContender(server, "bench_operaton" + suffix, together));
            }
        }
        List<Contender> contenders = new ArrayList<>();
        try {
            makers.forEach(maker -> contenders.add(maker.get()));
            Map<String, Long> empty = new LinkedHashMap<>();
            contenders.forEach(c -> empty.put(c.name(), server.bytes(c.database(), ALL_BUT_LETTERS)));
            Map<String, Integer> files = new LinkedHashMap<>();
            count(result, server, contenders, files, quick);
            if (!quick) {
                rates(result, contenders, files);
            }
            bytes(result, server, contenders, empty, files, quick);
            plainMovement(result, server, contenders.getFirst());
            if (!quick) {
                workLists(result, contenders);
            } else {
                sameRows(result, server);
            }
        } finally {
            contenders.forEach(Contender::close);
            contenders.forEach(c -> server.drop(c.database()));
        }
        how(result);
        return result;
    }

    private static Contender loket(String name, String database, Setting setting, boolean papers) {
        setting.server().create(database);
        return new LoketContender(
                name, database, new LoketNode(setting.server(), database, setting.folder(), papers).withOffice());
    }

    /** On Loket's tables, with as large a letter as Loket's, which has brought one file through by now. */
    private static Contender bare(Setting setting) {
        Contender loket = loket("", "bench_bare", setting, false);
        loket.file(false, Runnable::run);
        loket.close();
        byte[] letter = setting.server().client("bench_bare").sql("select pdf from letter limit 1").query(byte[].class).single();
        return new BareContender(setting.server(), "bench_bare", letter);
    }

    /** Brings files through, eight at a time, until it is enough; returns how many. */
    private static Round work(Contender contender, BooleanSupplier enough, AtomicInteger done) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        AtomicLong cpu = new AtomicLong();
        AtomicLong allocated = new AtomicLong();
        Latencies latencies = new Latencies();
        AtomicInteger begunFiles = new AtomicInteger();
        long begun = System.nanoTime();
        atOnce(() -> {
            long self = Thread.currentThread().threadId();
            long cpuBefore = threads.getCurrentThreadCpuTime();
            long allocatedBefore = threads.getThreadAllocatedBytes(self);
            while (!enough.getAsBoolean()) {
                contender.file(begunFiles.incrementAndGet() % RETURNED == 0, latencies::time);
                done.incrementAndGet();
            }
            cpu.addAndGet(threads.getCurrentThreadCpuTime() - cpuBefore);
            allocated.addAndGet(threads.getThreadAllocatedBytes(self) - allocatedBefore);
        });
        double seconds = (System.nanoTime() - begun) / 1e9;
        double entries = done.get() * ENTRIES;
        return new Round(done.get() / seconds, cpu.get() / 1e6 / entries, allocated.get() / 1024.0 / entries, latencies);
    }

    /** The same by each of the threads; returns when all are through. */
    static void atOnce(Runnable work) {
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                workers.add(pool.submit(work));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** So many files and no more. */
    private static Round files(Contender contender, int files) {
        AtomicInteger left = new AtomicInteger(files);
        return work(contender, () -> left.getAndDecrement() <= 0, new AtomicInteger());
    }

    private static void count(
            Result result, Server server, List<Contender> contenders, Map<String, Integer> files, boolean quick) {
        Result.Table table = result.table(
                "What a movement costs the database (an entry of the card; the whole way of " + COUNTED_FILES + " files, one in "
                        + RETURNED + " returned)",
                "", "statements", "transactions", "rows", "WAL kB", "full pages");
        for (Contender contender : contenders) {
            System.out.println("engine: counts of " + contender.name());
            files(contender, WARM_FILES);
            Counts counts = Counts.of(
                    server, contender.database(), () -> files(contender, COUNTED_FILES), contender::disconnect);
            files.merge(contender.name(), WARM_FILES + COUNTED_FILES, Integer::sum);
            double entries = COUNTED_FILES * ENTRIES;
            table.rows().add(List.of(
                    contender.name(),
                    Result.number(counts.statements() / entries),
                    Result.number(counts.transactions() / entries),
                    Result.number(counts.rows() / entries),
                    Result.number(counts.walBytes() / 1000.0 / entries),
                    Result.number(counts.fullPages() / entries)));
            if (System.getenv("LOKET_BENCH_STATEMENTS") != null) {
                System.out.println(contender.name());
                Counts.statements(server, contender.database()).forEach(System.out::println);
            }
        }
    }

    private static void rates(Result result, List<Contender> contenders, Map<String, Integer> files) {
        for (Contender contender : contenders) {
            System.out.println("engine: warm-up of " + contender.name());
            AtomicInteger done = new AtomicInteger();
            long end = System.nanoTime() + WARM_SECONDS * 1_000_000_000L;
            work(contender, () -> System.nanoTime() >= end, done);
            files.merge(contender.name(), done.get(), Integer::sum);
        }
        Map<String, List<Round>> rounds = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            System.out.println("engine: round " + (round + 1) + " of " + ROUNDS);
            for (Contender contender : contenders) {
                AtomicInteger done = new AtomicInteger();
                long end = System.nanoTime() + Setting.ROUND_SECONDS * 1_000_000_000L;
                rounds.computeIfAbsent(contender.name(), n -> new ArrayList<>())
                        .add(work(contender, () -> System.nanoTime() >= end, done));
                files.merge(contender.name(), done.get(), Integer::sum);
            }
        }
        Result.Table table = result.table(
                THREADS + " at once, medians of " + ROUNDS + " rounds of " + Setting.ROUND_SECONDS + " s, alternating",
                "", "files/s", "movements/s", "of bare JDBC", "spread", "p50 ms", "p95 ms", "p99 ms", "JVM CPU ms", "allocated kB");
        rounds.forEach((name, of) -> {
            double[] ratio = ratios(of, rounds.get(BARE));
            table.rows().add(List.of(
                    name,
                    Result.number(median(of.stream().mapToDouble(Round::filesPerSecond).toArray())),
                    Result.number(ENTRIES * median(of.stream().mapToDouble(Round::filesPerSecond).toArray())),
                    Result.number(median(ratio)),
                    spread(ratio),
                    Result.number(median(of.stream().mapToDouble(r -> r.latencies().percentile(0.5)).toArray())),
                    Result.number(median(of.stream().mapToDouble(r -> r.latencies().percentile(0.95)).toArray())),
                    Result.number(median(of.stream().mapToDouble(r -> r.latencies().percentile(0.99)).toArray())),
                    Result.number(medianCpu(of)),
                    Result.number(median(of.stream().mapToDouble(Round::kilobytes).toArray()))));
        });
        double toBare = median(ratios(rounds.get(LOKET), rounds.get(BARE)));
        List<String> engines = rounds.keySet().stream().filter(n -> !n.startsWith(LOKET) && !n.equals(BARE)).toList();
        double toFaster = engines.stream().mapToDouble(n -> median(ratios(rounds.get(LOKET), rounds.get(n)))).min().orElseThrow();
        double bareToFaster = engines.stream().mapToDouble(n -> median(ratios(rounds.get(BARE), rounds.get(n)))).min().orElseThrow();
        result.atLeast("movements/s against the faster engine, same run", 10, toFaster, " times",
                "Bare JDBC, which checks nothing, itself reaches " + Result.number(bareToFaster)
                        + " times the faster engine here: a commit for each movement and the same rows cost that much on two processors.");
        result.atLeast("movements/s against bare JDBC writing the same rows, same run", 0.7, toBare, "",
                "The processors are busy with all contenders. Of them a movement takes " + Result.number(medianCpu(rounds.get(LOKET)))
                        + " ms in Loket's JVM against " + Result.number(medianCpu(rounds.get(BARE)))
                        + " in bare JDBC's, spread thin: statements with named parameters, proxies of transactions, the driver, rules, letter and notice; and the"
                        + " database answers a read and a commit beside each write (statements and transactions in the table above).");
        for (String engine : engines) {
            double[] ratio = ratios(rounds.get(LOKET), rounds.get(engine));
            result.findings().add("Loket against " + engine + ": " + Result.number(median(ratio)) + " times (" + spread(ratio) + ").");
        }
    }

    private static void bytes(
            Result result, Server server, List<Contender> contenders, Map<String, Long> empty, Map<String, Integer> files, boolean quick) {
        Result.Table table = result.table(
                "Bytes per finished file, tables and all indexes, after vacuum", "", "files", "all but letters", "file and card", "letters");
        for (Contender contender : contenders) {
            int done = files.get(contender.name());
            server.client(contender.database()).sql("vacuum analyze").update();
            double all = (server.bytes(contender.database(), ALL_BUT_LETTERS) - empty.get(contender.name())) / 1000.0 / done;
            boolean loket = contender.name().startsWith(LOKET);
            double card = server.bytes(contender.database(), CARD) / 1000.0 / done;
            double letters = server.bytes(contender.database(), LETTERS) / 1000.0 / done;
            table.rows().add(List.of(
                    contender.name(),
                    Result.number(done),
                    Result.number(all) + " kB",
                    card == 0 ? "" : Result.number(card) + " kB",
                    letters == 0 ? "" : Result.number(letters) + " kB"));
            if (loket && contender.name().equals(LOKET) && !quick) {
                result.atMost("bytes per finished file: file and card, all indexes", 8, card, " kB");
            }
        }
    }

    /** Receipt and hand-over where nothing is brought forth: the movement itself, exactly. */
    private static void plainMovement(Result result, Server server, Contender contender) {
        LoketContender loket = (LoketContender) contender;
        List<String> waiting = new ArrayList<>();
        for (int i = 0; i < COUNTED_FILES; i++) {
            waiting.add(loket.work().sentToInitials());
        }
        Counts counts = Counts.of(
                server,
                loket.database(),
                () -> waiting.forEach(no -> loket.work().initials(no, BenchWork.VERSION_AT_INITIALS, Runnable::run)),
                loket::disconnect);
        double movements = 2.0 * COUNTED_FILES;
        // the first of a new connection takes on the role, once in its life
        result.atMost("SQL statements per movement (warm, with authorisation and due date)", 2, Math.floor(counts.statements() / movements), "");
        result.atMost("WAL per movement, no full-page images", 1.6, counts.walBytes() / 1000.0 / movements, " kB");
        result.findings().add("A movement that brings forth no product: " + Result.number(counts.statements() / movements)
                + " statements, " + Result.number(counts.walBytes() / movements) + " bytes of WAL, "
                + Result.number(counts.rows() / movements) + " rows, " + Result.number(counts.fullPages() / movements) + " full-page images.");
    }

    private static void workLists(Result result, List<Contender> contenders) {
        Result.Table table = result.table(
                "Work list of a role with " + OPEN_FILES + " open files, oldest due first (engines: oldest first, 20 rows; Loket: 200 rows with the applicant's name)",
                "", "p50 ms", "p99 ms");
        for (Contender contender : contenders) {
            if (!(contender instanceof ListingContender listing) || contender.name().contains("two") || contender.name().contains("rendered")) {
                continue;
            }
            System.out.println("engine: work list of " + contender.name());
            AtomicInteger left = new AtomicInteger(OPEN_FILES);
            atOnce(() -> {
                while (left.getAndDecrement() > 0) {
                    listing.openFile();
                }
            });
            Latencies looks = new Latencies();
            for (int i = 0; i < LIST_LOOKS / 10; i++) {
                listing.workList();
            }
            for (int i = 0; i < LIST_LOOKS; i++) {
                looks.time(listing::workList);
            }
            table.rows().add(List.of(
                    contender.name().replace(", one transaction", ""), Result.number(looks.percentile(0.5)), Result.number(looks.percentile(0.99))));
        }
    }

    /** Table by table, or the limit would be none. */
    private static void sameRows(Result result, Server server) {
        int one = COUNTED_FILES + WARM_FILES;
        for (String table : List.of("case_file", "card_entry", "application", "requirement_check", "permit", "letter", "delivery", "notice",
                "collection_reminder")) {
            long loket = rows(server, "bench_loket", table);
            long bare = rows(server, "bench_bare", table);
            if (loket != bare) {
                result.targets().add(new Result.Target(
                        "rows of " + table + " by Loket and by bare JDBC, " + one + " files", "the same", loket + " and " + bare, false, ""));
            }
        }
    }

    private static long rows(Server server, String database, String table) {
        String ofFile = table.equals("notice") ? "t.subject_key = f.registration" : "t.file_id = f.file_id";
        return server.client(database)
                .sql("select count(*) from %s t where exists (select from case_file f where f.office_id = t.office_id and f.closed_at is not null and f.file_id > %d and %s)"
                        .formatted(table, database.equals("bench_bare") ? 1 : 0, ofFile))
                .query(Long.class)
                .single();
    }

    private static double medianCpu(List<Round> rounds) {
        return median(rounds.stream().mapToDouble(Round::cpuMillis).toArray());
    }

    private static double[] ratios(List<Round> some, List<Round> others) {
        double[] ratios = new double[some.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = some.get(i).filesPerSecond() / others.get(i).filesPerSecond();
        }
        return ratios;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String spread(double[] ratios) {
        double[] sorted = ratios.clone();
        Arrays.sort(sorted);
        return Result.number(sorted[0]) + " to " + Result.number(sorted[sorted.length - 1]);
    }

    private static void how(Result result) {
        result.how().addAll(List.of(
                "The SOP of SIKRO from the counter into the applicant's hand: nine steps, each received and handed over, one file in five returned"
                        + " to the applicant once, numbers without gaps. A movement is an entry of the card: 18.4 per file.",
                "Everybody on one PostgreSQL, Loket's embedded one: fsync and synchronous_commit on, no checkpoint within a round, " + THREADS
                        + " threads, at most ten connections, in one JVM, in turn, each after " + WARM_SECONDS + " s of warm-up.",
                "Loket: through its services. The clerk's intake is one transaction with three entries; every other movement is one of its own."
                        + " Included: role, office, step and holder, check list, due time in working time, hash chain, letter's row, code, number,"
                        + " notices to the applicant, delivery. \"Letters rendered\" draws each letter as PDF/A, three a file; otherwise one is drawn and kept"
                        + " for all, as nobody else draws any.",
                "Flowable and Operaton: embedded, default history, on the BPMN that Loket exports; the task is found in the list of its role,"
                        + " claimed, commented and completed with its outcome, the number taken in the same transaction; application as variables.",
                "Bare JDBC: the same rows in the same tables, each movement one prepared statement that commits by itself. It checks nothing."));
    }
}

package id.loket.bench;

import java.util.List;

/** What Loket takes of the machine when the day goes on: an hour's work, in six parts. */
final class HourPart implements Part {

    private static final int PARTS = 6;
    private static final int SECONDS = 60 * Setting.ROUND_SECONDS;
    private static final double TIMES = 0.25;

    @Override
    public String name() {
        return "hour";
    }

    @Override
    public Result run(Setting setting, boolean quick) throws Exception {
        Result result = setting.result(name(), "An hour's load");
        try (CountryLoad country = new CountryLoad(setting)) {
            Result.Table table = result.table(
                    "After the start, at " + TIMES + " times the country's busiest hour",
                    "minutes", "requests", "p50 ms", "p99 ms", "errors", "CPU of Loket, ms a request", "memory MB", "of it PostgreSQL MB");
            for (int part = 1; part <= PARTS; part++) {
                CountryLoad.Came came = country.come(SECONDS, TIMES);
                Latencies all = new Latencies();
                came.latencies().values().forEach(all::addAll);
                table.rows().add(List.of(
                        Result.number(part * SECONDS / 60.0),
                        Result.number(came.requests()),
                        Result.number(all.percentile(0.5)),
                        Result.number(all.percentile(0.99)),
                        Integer.toString(came.errors()),
                        Result.number(came.millisOfCpuPerRequest()),
                        Result.number(country.served().megabytes()),
                        Result.number(country.served().megabytesOfDatabase())));
                System.out.println("hour: " + String.join(" ", table.rows().getLast()));
            }
        }
        result.how().addAll(CountryLoad.HOW);
        result.how().add("Memory: proportional set size of Loket's process and of PostgreSQL's.");
        return result;
    }
}

package id.loket.bench;

import java.util.Collections;
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
                    "minutes", "requests", "p50 ms", "p99 ms", "errors", "CPU of Loket, ms a request", "memory MB");
            int minutes = 0;
            for (CountryLoad.Came came : country.come(Collections.nCopies(PARTS, new CountryLoad.Leg(TIMES, SECONDS)))) {
                Latencies all = new Latencies();
                came.latencies().values().forEach(all::addAll);
                minutes += SECONDS / 60;
                table.rows().add(List.of(
                        Integer.toString(minutes),
                        Result.number(came.requests()),
                        Result.number(all.percentile(0.5)),
                        Result.number(all.percentile(0.99)),
                        Integer.toString(came.errors()),
                        Result.number(came.millisOfCpuPerRequest()),
                        Result.number(came.megabytes())));
            }
        }
        result.how().add("The load is that of the country, above.");
        result.how().add("Memory: proportional set size of Loket's process and of PostgreSQL's.");
        return result;
    }
}

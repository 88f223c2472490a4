package id.loket.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * All offices of the country at their busiest hour, over HTTP from another process. Visitors come when the model says, whether those before have
 * been answered or not: a server that falls behind shows it.
 */
final class CountryPart implements Part {

    private static final int SECONDS = 3 * Setting.ROUND_SECONDS;
    /** Of a server that has been running for a while; not counted. */
    private static final int WARM_SECONDS = 30 * Setting.ROUND_SECONDS;

    private static final double WARM = 0.5;
    /** Of the busiest hour; the first two show what the machine bears where it doesn't bear that. */
    private static final double[] TIMES = {0.25, 0.5, 1, 2, 3, 10};
    private static final double SLOW_MS = 500;
    private static final double QUICK_MS = 200;

    @Override
    public String name() {
        return "country";
    }

    @Override
    public Result run(Setting setting, boolean quick) throws Exception {
        Result result = setting.result(name(), "The country");
        try (CountryLoad country = new CountryLoad(setting)) {
            Result.Table table = result.table(
                    "Requests of " + SECONDS + " s at so many times the busiest hour (" + Result.number(CountryLoad.MOVEMENTS) + " movements/s)",
                    "times", "kind", "requests/s", "under 200 ms", "p50 ms", "p99 ms", "errors", "CPU of Loket, ms a request", "memory MB");
            List<CountryLoad.Leg> legs = new ArrayList<>(List.of(new CountryLoad.Leg(WARM, WARM_SECONDS)));
            Arrays.stream(TIMES).forEach(times -> legs.add(new CountryLoad.Leg(times, SECONDS)));
            List<CountryLoad.Came> all = country.come(legs);
            double borne = 0;
            for (CountryLoad.Came came : all.subList(1, all.size())) {
                double times = came.leg().times();
                double p99 = 0;
                for (Map.Entry<String, Latencies> kind : came.latencies().entrySet()) {
                    Latencies took = kind.getValue();
                    p99 = Math.max(p99, took.percentile(0.99));
                    table.rows().add(List.of(
                            Result.number(times),
                            kind.getKey(),
                            Result.number(took.size() / (double) SECONDS),
                            Result.number(100 * took.shareUnder(QUICK_MS)) + " %",
                            Result.number(took.percentile(0.5)),
                            Result.number(took.percentile(0.99)),
                            Integer.toString(came.errors(kind.getKey())),
                            Result.number(came.millisOfCpuPerRequest()),
                            Result.number(came.megabytes())));
                }
                if (p99 <= SLOW_MS && came.errors() == 0) {
                    borne = times;
                }
                if (times >= 1) {
                    String why = "Loket, its database and Gatling share " + Runtime.getRuntime().availableProcessors() + " processors. Of them Loket took "
                            + Result.number(came.millisOfCpuPerRequest()) + " ms a request here; the others come on top.";
                    result.atMost("p99 of the slowest kind of page at " + Result.number(times) + " times the country's peak", SLOW_MS, p99, " ms", why);
                    result.atMost("errors at " + Result.number(times) + " times", 0, came.errors(), "", why);
                }
            }
            result.findings().add("Borne with every p99 within " + Result.number(SLOW_MS) + " ms and without an error: "
                    + (borne == 0 ? "none of these" : Result.number(borne) + " times the country's busiest hour, "
                            + Result.number(borne * CountryLoad.OFFICES) + " offices") + ".");
        }
        result.how().addAll(CountryLoad.HOW);
        result.how().add("Before it " + Result.number(WARM_SECONDS / 60.0) + " minutes at " + WARM + " times the busiest hour, not counted.");
        return result;
    }
}

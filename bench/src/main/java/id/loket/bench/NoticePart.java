package id.loket.bench;

import id.loket.notice.BenchNotices;
import java.util.List;

/** Notices per second on one node, to a gateway that answers at once, and the statements that each costs. */
final class NoticePart implements Part {

    private static final int NOTICES = 5_000;
    private static final int FEW = 400;
    private static final int ROUNDS = 3;
    private static final String DATABASE = "bench_notices";

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public Result run(Setting setting, boolean quick) {
        Result result = setting.result(name(), "Notices");
        int count = quick ? FEW : NOTICES;
        setting.server().create(DATABASE);
        try (LoketNode node = new LoketNode(setting.server(), DATABASE, setting.folder(), false).withOffice()) {
            BenchNotices notices = node.notices();
            notices.post();
            notices.send();
            Result.Table table = result.table(
                    "One node, one thread to write, " + count + " notices a round",
                    "round", "written/s", "sent/s", "statements to write", "statements to send", "WAL bytes to write", "WAL bytes to send");
            for (int round = 1; round <= (quick ? 1 : ROUNDS); round++) {
                double[] seconds = new double[2];
                Counts written = Counts.of(setting.server(), DATABASE, () -> seconds[0] = timed(() -> {
                    for (int i = 0; i < count; i++) {
                        notices.post();
                    }
                }), node::disconnect);
                int[] sent = new int[1];
                Counts delivered = Counts.of(
                        setting.server(), DATABASE, () -> seconds[1] = timed(() -> sent[0] = notices.send()), node::disconnect);
                table.rows().add(List.of(
                        Integer.toString(round),
                        Result.number(count / seconds[0]),
                        Result.number(sent[0] / seconds[1]),
                        Result.number((double) written.statements() / count),
                        Result.number((double) delivered.statements() / sent[0]),
                        Result.number((double) written.walBytes() / count),
                        Result.number((double) delivered.walBytes() / sent[0])));
                if (round == 1) {
                    // a node looks up the office's own templates once in a while
                    result.atMost("statements to write a notice", 1.05, (double) written.statements() / count, "");
                    result.atMost("statements to send a notice", 1.05, (double) delivered.statements() / sent[0], "");
                    result.atLeast("notices sent of those written", 1, (double) sent[0] / count, "");
                }
            }
        } finally {
            setting.server().drop(DATABASE);
        }
        result.how().add("Each notice is written in a transaction of its own, worded from the shipped template, and sent by the job of its"
                + " channel: claimed, committed, given to a gateway that answers at once, and its result written.");
        return result;
    }

    private static double timed(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }
}

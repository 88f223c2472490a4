package id.loket.bench;

import id.loket.casefile.BenchWork;
import java.util.function.Consumer;

/** Loket through its services: checks, clocks, chain, events, notices and authorisation included. */
final class LoketContender implements ListingContender {

    private final String name;
    private final String database;
    private final LoketNode node;
    private final BenchWork work;

    LoketContender(String name, String database, LoketNode node) {
        this.name = name;
        this.database = database;
        this.node = node;
        this.work = node.work();
    }

    BenchWork work() {
        return work;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String database() {
        return database;
    }

    @Override
    public void file(boolean returned, Consumer<Runnable> each) {
        work.file(returned, each);
    }

    @Override
    public void openFile() {
        work.sentToInitials();
    }

    @Override
    public int workList() {
        return work.toReceive("muda");
    }

    @Override
    public void disconnect() {
        node.disconnect();
    }

    @Override
    public void close() {
        node.close();
    }
}

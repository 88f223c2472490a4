package id.loket.bench;

import java.util.function.Consumer;

/** Somebody who brings files through the SOP of SIKRO, each movement durable before the next. */
interface Contender extends AutoCloseable {

    String name();

    String database();

    /**
     * One file from the counter into the applicant's hand: nine steps, each received and handed over.
     *
     * @param returned whether it goes back to the applicant once
     * @param each     runs each call and takes its time
     */
    void file(boolean returned, Consumer<Runnable> each);

    /** A file that waits for the clerk who checks it. */
    void openFile();

    /** The first 20 that wait for the role of {@link #openFile}, oldest due first. */
    int workList();

    /** Lets go of all connections, so that the server's counters are whole. */
    void disconnect();

    @Override
    void close();
}

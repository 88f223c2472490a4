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

    /** Lets go of all connections, so that the server's counters are whole. */
    void disconnect();

    @Override
    void close();
}

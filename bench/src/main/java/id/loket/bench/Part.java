package id.loket.bench;

/** A part of the benchmark. */
interface Part {

    String name();

    /**
     * Measures.
     *
     * @param quick the short form for the suite: counts that don't depend on the machine
     */
    Result run(Setting setting, boolean quick) throws Exception;
}

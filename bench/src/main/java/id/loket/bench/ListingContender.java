package id.loket.bench;

/** A contender that can say what waits for a role. */
interface ListingContender extends Contender {

    /** Brings a file to the first reviewer, where it waits. */
    void openFile();

    /** The first that wait for the role of {@link #openFile}, oldest due first. */
    int workList();
}

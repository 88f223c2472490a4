package id.loket.complaint;

import id.loket.complaint.ComplaintQueues.Queue;
import java.util.List;
import java.util.Map;

/**
 * The list of complaints as shown.
 *
 * @param queue  which is shown; null for all that are open, or what was found
 * @param wanted what was searched for; empty if nothing was
 * @param open   how many are open
 * @param desk   whether the reader writes complaints down
 */
public record ComplaintQueuePage(
        Map<Queue, Integer> counts, Queue queue, String wanted, List<ComplaintLine> lines, int open, boolean desk, ComplaintWords.Names names) {

    /** What the columns are about, for an empty list: a queue, all, or what was searched for. */
    public String view() {
        return !wanted.isEmpty() ? "SEARCH" : queue == null ? "OPEN" : queue == Queue.DECISION && desk ? "DECIDING" : queue.name();
    }

    /** Key of a queue's name: who decides has decisions of his or her own. */
    public String key(Queue queue) {
        return "complaint.queue." + (queue == Queue.DECISION && desk ? "DECIDING" : queue.name());
    }
}

package id.loket.casefile;

import id.loket.casefile.card.CardState;
import id.loket.casefile.card.FileClock;
import id.loket.casefile.card.Status;
import java.time.Instant;

/** A row of case_file. */
record FileRow(
        int officeId,
        long fileId,
        String registration,
        String service,
        int serviceVersion,
        Status status,
        int step,
        long holder,
        Instant arrivedAt,
        Instant since,
        Instant lastAt,
        long preparedBy,
        boolean refusal,
        boolean paid,
        int version,
        byte[] lastHash,
        Instant completeAt,
        Instant dueAt,
        Instant pausedAt,
        Instant readyAt) {

    CardState state() {
        return new CardState(status, step, holder, arrivedAt, since, preparedBy, refusal, paid, version, lastAt);
    }

    FileClock clock() {
        return new FileClock(completeAt, dueAt, pausedAt, readyAt);
    }
}

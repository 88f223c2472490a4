package id.loket.casefile;

import id.loket.casefile.card.CardEntry;
import id.loket.casefile.card.Refusal;
import java.util.Optional;

/** An action on a file is not possible; nothing was changed. */
public final class MoveRefused extends RuntimeException {

    private final String registration;
    private final transient Refusal refusal;
    private final transient CardEntry last;

    /** @param last the last entry of the card, or of who has the file in hand, where it tells the officer what happened; or null */
    public MoveRefused(String registration, Refusal refusal, CardEntry last) {
        super(registration + ": " + refusal);
        this.registration = registration;
        this.refusal = refusal;
        this.last = last;
    }

    public String registration() {
        return registration;
    }

    public Refusal refusal() {
        return refusal;
    }

    public Optional<CardEntry> last() {
        return Optional.ofNullable(last);
    }
}

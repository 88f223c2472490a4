package id.loket.casefile;

import id.loket.casefile.card.CardEntry;
import id.loket.casefile.card.CardState;
import id.loket.standard.ServiceDefinition;
import java.util.function.Supplier;

/**
 * A file moved: published inside the movement's transaction, once per entry of its card.
 *
 * @param entry what was entered
 * @param after where the file is now
 * @param read  gives the file as it is after the movement
 */
public record FileMoved(
        int officeId, long fileId, String registration, ServiceDefinition service, CardEntry entry, CardState after, Supplier<Dossier> read) {

    /** The file for what is written about it; read once, by whoever asks first. */
    public Dossier dossier() {
        return read.get();
    }
}

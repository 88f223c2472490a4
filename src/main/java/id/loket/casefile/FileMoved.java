package id.loket.casefile;

import id.loket.casefile.card.CardEntry;
import id.loket.casefile.card.CardState;
import id.loket.standard.ServiceDefinition;

/**
 * A file moved: published inside the movement's transaction, once per entry of its card.
 *
 * @param entry what was entered
 * @param after where the file is now
 */
public record FileMoved(
        int officeId, long fileId, String registration, ServiceDefinition service, CardEntry entry, CardState after) {}

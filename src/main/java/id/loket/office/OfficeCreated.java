package id.loket.office;

import java.util.List;

/**
 * An office was set up: published inside the transaction that does it.
 *
 * @param services codes of the shipped services that it begins with
 */
public record OfficeCreated(int officeId, List<String> services) {}

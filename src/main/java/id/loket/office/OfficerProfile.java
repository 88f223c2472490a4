package id.loket.office;

import java.util.Set;

/**
 * An officer as others see him or her.
 *
 * @param nip number of the civil servant; empty if none
 */
public record OfficerProfile(
        long id, String username, String name, String initials, String nip, boolean active, Set<String> roles) {}

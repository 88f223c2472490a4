package id.loket.office;

import java.util.Set;

/**
 * An officer as others see him or her.
 *
 * @param nip   number of the civil servant; empty if none
 * @param email where the officer is told of work; empty for nowhere
 */
public record OfficerProfile(
        long id, String username, String name, String initials, String nip, String email, boolean active, Set<String> roles) {}

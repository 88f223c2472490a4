package id.loket.platform.security;

import java.io.Serializable;
import java.security.Principal;
import java.util.Set;

/**
 * The officer who is signed in, as kept in the session.
 *
 * @param officeId the office the account belongs to
 * @param officerId the officer within that office
 * @param username what was typed at sign-in
 * @param name the officer's name as shown
 * @param initials the officer's initials as written on the control card
 * @param roles codes of the roles held
 * @param rolesTitle the roles in words, for the header of the page
 */
public record SignedIn(
        int officeId,
        long officerId,
        String username,
        String name,
        String initials,
        Set<String> roles,
        String rolesTitle)
        implements Principal, Serializable {

    public SignedIn {
        roles = Set.copyOf(roles);
    }

    /** Names the account in the session table. */
    @Override
    public String getName() {
        return accountName(officeId, username);
    }

    static String accountName(int officeId, String username) {
        return officeId + "/" + username;
    }
}

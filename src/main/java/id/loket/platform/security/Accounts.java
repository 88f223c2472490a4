package id.loket.platform.security;

import java.util.Optional;

/** The accounts that can sign in; the office module implements it. */
public interface Accounts {

    /**
     * An account with its password as hashed.
     *
     * @param passwordOnce whether the password is one to sign in with once: until a new one is chosen the officer can do nothing else
     */
    record Account(SignedIn officer, String passwordHash, boolean passwordOnce) {}

    /**
     * The active account behind a login.
     *
     * @param login a user name, or {@code name@office}
     */
    Optional<Account> find(String login);
}

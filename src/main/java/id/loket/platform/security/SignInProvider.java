package id.loket.platform.security;

import id.loket.platform.security.Accounts.Account;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Checks a user name and password. An unknown name costs as much time as a known one, so that names can't be found by trying. */
@Component
class SignInProvider implements AuthenticationProvider {

    private static final int LONGEST_LOGIN = 80;

    /** What everybody may do who has signed in with a password of his or her own. */
    static final String OFFICER = "ROLE_OFFICER";

    /** All that somebody may do who has signed in with a password to be used once: choose a new one. */
    static final String NEW_PASSWORD = "ROLE_NEW_PASSWORD";

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;
    /** Made when first asked for: it takes as long as a sign-in. */
    private final SingletonSupplier<String> nobodysHash;

    SignInProvider(Accounts accounts, PasswordEncoder passwords, SignInThrottle throttle) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.nobodysHash = SingletonSupplier.of(() -> passwords.encode("nobody"));
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String login = asked.getName();
        String address = address(asked);
        if (login.length() > LONGEST_LOGIN || login.indexOf('\0') >= 0) {
            throw new BadCredentialsException("no login looks like this");
        }
        throttle.begin(login, address);
        Optional<Account> account = accounts.find(login);
        boolean matches = passwords.matches(
                String.valueOf(asked.getCredentials()), account.map(Account::passwordHash).orElseGet(nobodysHash::obtain));
        if (account.isEmpty() || !matches) {
            throw new BadCredentialsException("user name or password is wrong");
        }
        throttle.succeeded(login, address);
        return UsernamePasswordAuthenticationToken.authenticated(
                account.get().officer(), null, authorities(account.get()));
    }

    private static List<? extends GrantedAuthority> authorities(Account account) {
        Stream<String> names = account.passwordOnce()
                ? Stream.of(NEW_PASSWORD)
                : Stream.concat(Stream.of(OFFICER), account.officer().roles().stream().map(role -> "ROLE_" + role));
        return names.map(SimpleGrantedAuthority::new).toList();
    }

    private static String address(Authentication asked) {
        return asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}

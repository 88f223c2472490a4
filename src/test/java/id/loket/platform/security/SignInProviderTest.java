package id.loket.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import id.loket.platform.security.Accounts.Account;
import id.loket.testing.SettableClock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Who gets in, and how little the others learn. */
class SignInProviderTest {

    private static final SignedIn MUDA =
            new SignedIn(1, 3, "muda", "Contoh Muda", "Mu", Set.of("JUNIOR_ANALYST"), "JF Analis Kebijakan Ahli Muda");

    /** Counts how often it is asked; a hash is the password with a mark in front. */
    private static class Counting implements PasswordEncoder {
        int asked;

        @Override
        public String encode(CharSequence password) {
            return "#" + password;
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            asked++;
            return encode(password).equals(hash);
        }
    }

    private final Counting passwords = new Counting();
    private final SettableClock clock = new SettableClock();
    private final Map<String, Account> accounts = Map.of(
            "muda", new Account(MUDA, "#rahasia", false), "baru", new Account(MUDA, "#sekali", true));
    private final SignInProvider provider =
            new SignInProvider(login -> Optional.ofNullable(accounts.get(login)), passwords, new SignInThrottle(clock));

    @Test
    void the_roles_of_an_officer_become_what_he_or_she_may_do() {
        Authentication signedIn = tries("muda", "rahasia", "192.0.2.1");

        assertThat(signedIn.getPrincipal()).isEqualTo(MUDA);
        assertThat(signedIn.getCredentials()).as("the password isn't kept in the session").isNull();
        assertThat(signedIn.getAuthorities()).extracting(GrantedAuthority::getAuthority)
                .containsExactlyInAnyOrder("ROLE_OFFICER", "ROLE_JUNIOR_ANALYST");
    }

    @Test
    void with_a_password_to_use_once_nothing_can_be_done_but_choosing_another() {
        assertThat(tries("baru", "sekali", "192.0.2.1").getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("ROLE_NEW_PASSWORD");
    }

    @Test
    void an_unknown_name_costs_as_much_work_as_a_wrong_password_and_is_answered_alike() {
        assertThatThrownBy(() -> tries("muda", "salah", "192.0.2.1"))
                .isInstanceOf(BadCredentialsException.class)
                .hasMessage("user name or password is wrong");
        assertThat(passwords.asked).isEqualTo(1);

        assertThatThrownBy(() -> tries("siapa", "salah", "192.0.2.2"))
                .isInstanceOf(BadCredentialsException.class)
                .hasMessage("user name or password is wrong");
        assertThat(passwords.asked).isEqualTo(2);
    }

    @Test
    void the_password_made_for_unknown_names_opens_nothing() {
        assertThatThrownBy(() -> tries("siapa", "nobody", "192.0.2.1")).isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void after_five_wrong_passwords_the_sixth_is_not_looked_at_even_if_it_is_right() {
        fail("muda", "192.0.2.1", SignInThrottle.TRIES_OF_LOGIN_FROM_ADDRESS);
        int asked = passwords.asked;

        assertThatThrownBy(() -> tries("Muda ", "rahasia", "192.0.2.1"))
                .asInstanceOf(type(TooManyTries.class))
                .satisfies(refused -> assertThat(refused.minutes()).isEqualTo(3));
        assertThat(passwords.asked).isEqualTo(asked);

        clock.advance(Duration.ofMinutes(3));
        assertThat(tries("muda", "rahasia", "192.0.2.1").isAuthenticated()).isTrue();
    }

    @Test
    void an_outsider_does_not_lock_the_officer_out() {
        fail("muda", "198.51.100.7", SignInThrottle.TRIES_OF_LOGIN_FROM_ADDRESS + 50);

        assertThat(tries("muda", "rahasia", "192.0.2.1").isAuthenticated()).isTrue();
    }

    @Test
    void one_address_may_not_go_through_many_names() {
        for (int i = 0; i < SignInThrottle.TRIES_FROM_ADDRESS; i++) {
            fail("nama" + i, "192.0.2.1", 1);
        }
        assertThatThrownBy(() -> tries("muda", "rahasia", "192.0.2.1")).isInstanceOf(TooManyTries.class);
    }

    @Test
    void many_addresses_together_may_not_guess_one_password() {
        for (int i = 0; i < SignInThrottle.TRIES_OF_LOGIN; i++) {
            fail("muda", "192.0.2." + i, 1);
        }
        assertThatThrownBy(() -> tries("muda", "rahasia", "198.51.100.7")).isInstanceOf(TooManyTries.class);
    }

    @Test
    void signing_in_all_day_uses_nothing_up() {
        for (int i = 0; i < 10 * SignInThrottle.TRIES_FROM_ADDRESS; i++) {
            assertThat(tries("muda", "rahasia", "192.0.2.1").isAuthenticated()).isTrue();
        }
    }

    private void fail(String login, String address, int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> tries(login, "salah", address)).isInstanceOf(RuntimeException.class);
        }
    }

    private Authentication tries(String login, String password, String address) {
        var asked = UsernamePasswordAuthenticationToken.unauthenticated(login, password);
        asked.setDetails(new WebAuthenticationDetails(address, null));
        return provider.authenticate(asked);
    }
}

package id.loket.platform.security;

import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who gets in and how. Two ways: pages by form and session, the interface for programs by HTTP Basic without a session, so that a browser's
 * session is worth nothing there. Which role may do what is said at the handlers, and for files decided again by the service.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfig {

    /** No script and no style but our own files; frames only for our own papers. */
    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data: blob:; frame-src 'self'; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'self'";

    /** Doubles the work with each step up; a check takes about a tenth of a second. */
    private static final int BCRYPT_STRENGTH = 10;

    private static final String SIGN_IN_PAGE = "/masuk";
    private static final String NEW_PASSWORD_PAGE = "/kata-sandi";

    /** Hashes name their kind, so that another one can take over without anybody's password becoming void. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(BCRYPT_STRENGTH)));
    }

    /** A zero character is in no form that a person fills in, and no database takes it. */
    @Bean
    @ConditionalOnWebApplication
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    @ConditionalOnWebApplication
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ApiRefusals refusals) throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** Outside applications bring a key with what they send, and no session that a stranger's page could use. */
    @Bean
    @ConditionalOnWebApplication
    @Order(2)
    SecurityFilterChain open311(HttpSecurity http) throws Exception {
        return http.securityMatcher("/open311/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @ConditionalOnWebApplication
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .formLogin(form -> form.loginPage(SIGN_IN_PAGE)
                        .loginProcessingUrl(SIGN_IN_PAGE)
                        .successHandler(toWorkOrNewPassword())
                        .failureHandler(backToSignIn())
                        .permitAll())
                .logout(logout -> logout.logoutUrl("/keluar").logoutSuccessUrl(SIGN_IN_PAGE + "?keluar"))
                .exceptionHandling(refused -> refused.accessDeniedHandler(newPasswordFirst()))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                        .frameOptions(frames -> frames.sameOrigin())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .httpStrictTransportSecurity(https -> https.includeSubDomains(false)))
                .build();
    }

    /** To the page that was asked for before signing in, else to the work list. */
    private static AuthenticationSuccessHandler toWorkOrNewPassword() {
        var toWork = new SavedRequestAwareAuthenticationSuccessHandler();
        toWork.setDefaultTargetUrl("/meja-kerja");
        return (request, response, signedIn) -> {
            if (mustChooseNewPassword(signedIn)) {
                response.sendRedirect(NEW_PASSWORD_PAGE);
            } else {
                toWork.onAuthenticationSuccess(request, response, signedIn);
            }
        };
    }

    /** Says when to try again where there were too many tries, and nothing else about what was wrong. */
    private static AuthenticationFailureHandler backToSignIn() {
        return (request, response, failed) -> response.sendRedirect(
                failed instanceof TooManyTries tooMany
                        ? SIGN_IN_PAGE + "?tunggu=" + tooMany.minutes()
                        : SIGN_IN_PAGE + "?galat");
    }

    private static AccessDeniedHandler newPasswordFirst() {
        var refuse = new AccessDeniedHandlerImpl();
        return (request, response, denied) -> {
            Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
            if (signedIn != null && mustChooseNewPassword(signedIn) && !request.getRequestURI().equals(NEW_PASSWORD_PAGE)) {
                response.sendRedirect(NEW_PASSWORD_PAGE);
            } else {
                refuse.handle(request, response, denied);
            }
        };
    }

    private static boolean mustChooseNewPassword(Authentication signedIn) {
        return signedIn.getAuthorities().stream().anyMatch(a -> SignInProvider.NEW_PASSWORD.equals(a.getAuthority()));
    }
}

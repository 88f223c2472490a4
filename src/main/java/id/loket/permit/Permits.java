package id.loket.permit;

import id.loket.platform.security.PublicCode;
import id.loket.platform.security.SignedIn;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Permits that were made: verification by anyone, revocation by the head of the office, their letters. */
@Service
public class Permits {

    static final String REVOKER = "HEAD_OF_OFFICE";
    private static final int LONGEST_REASON = 1000;

    private final PermitStore permits;
    private final Clock clock;

    Permits(PermitStore permits, Clock clock) {
        this.permits = permits;
        this.clock = clock;
    }

    /** The permit or refusal behind the code on a letter, if it was ever issued; drafts and what was withdrawn before are unknown to the public. */
    @Transactional(readOnly = true)
    public Optional<Permit> verify(int officeId, String code) {
        return permits.byVerificationCode(officeId, PublicCode.typed(code))
                .filter(p -> p.status() == Permit.Status.ISSUED
                        || p.status() == Permit.Status.REFUSED
                        || p.status() == Permit.Status.REVOKED);
    }

    /** The permit of a file of the officer's office, once its letter was prepared. */
    @Transactional(readOnly = true)
    public Optional<Permit> of(SignedIn officer, String registration) {
        return permits.byRegistration(officer.officeId(), registration);
    }

    /**
     * Revokes a permit in force.
     *
     * @return false if it was not in force
     * @throws AccessDeniedException if the officer isn't the head of the office
     */
    @Transactional
    public boolean revoke(SignedIn by, String registration, String why) {
        if (!by.roles().contains(REVOKER)) {
            throw new AccessDeniedException("only the head of the office revokes");
        }
        String typed = why.replaceAll("\\p{Cntrl}", " ").strip();
        String reason = typed.substring(0, Math.min(typed.length(), LONGEST_REASON));
        return permits.byRegistration(by.officeId(), registration)
                .map(p -> permits.revoke(p.officeId(), p.fileId(), clock.instant(), by.officerId(), reason))
                .orElse(false);
    }

    /** A permit that ends. */
    public record Ending(int officeId, String registration, String number, LocalDate validUntil) {}

    /** The permits in force of all offices whose last day is one of these, both inclusive, by office and day. */
    @Transactional(readOnly = true)
    public List<Ending> endingBetween(LocalDate from, LocalDate to) {
        return permits.endingBetween(from, to);
    }
}

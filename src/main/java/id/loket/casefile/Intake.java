package id.loket.casefile;

import id.loket.document.UploadCheck;
import id.loket.platform.security.SignedIn;
import id.loket.standard.ApplicationKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * An application as the clerk brings it in, checked by {@link IntakeRules}.
 *
 * @param formToken names this one form, so that sending it twice makes one file
 * @param openedAt  when the system gave the form out: the clerk's work on the file began then
 * @param fields    the service's own form fields by name, in their order
 * @param checks    the check list; what is not in it counts as unchecked
 * @param scans     what was scanned along with it
 */
public record Intake(
        String service,
        ApplicationKind kind,
        Applicant applicant,
        Representative representative,
        Map<String, String> fields,
        List<Check> checks,
        String formToken,
        Instant openedAt,
        List<Scan> scans) {

    /** Who comes with a power of attorney; null in {@link Intake} if the applicant comes in person. */
    public record Representative(String name, String nik) {}

    /** A scan of a requirement, found good. */
    public record Scan(String code, UploadCheck.Accepted accepted) {}

    /** The same with scans. */
    Intake with(List<Scan> scans) {
        return new Intake(service, kind, applicant, representative, fields, checks, formToken, openedAt, List.copyOf(scans));
    }

    /** Tells this form, sent by this officer with these contents, from every other; a token that was used for something else is no harm. */
    String fingerprint(SignedIn by) {
        String contents = List.of(by.officerId(), formToken, service, kind, applicant, String.valueOf(representative), fields, checks)
                .toString();
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(contents.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

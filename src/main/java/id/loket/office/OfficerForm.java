package id.loket.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An officer as an administrator describes him or her.
 *
 * @param username small letters, digits, dots and dashes; it never changes
 * @param initials as written on the control card
 * @param nip number of the civil servant; empty if none
 * @param email where the officer is told of work; empty for nowhere
 * @param roles codes of the roles to hold
 */
public record OfficerForm(String username, String name, String initials, String nip, String email, Set<String> roles) {

    static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final Pattern NIP = Pattern.compile("\\d{18}");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_INITIALS = 4;

    /** What was typed, without what the reader's eye overlooks: blanks around, capitals in the user name, groups in the number. */
    public OfficerForm {
        username = username.strip().toLowerCase(Locale.ROOT);
        name = name.strip();
        initials = initials.strip();
        nip = nip.replaceAll("\\s", "");
        email = email.strip();
        roles = Set.copyOf(roles);
    }

    static OfficerForm of(Map<String, String> typed, Set<String> roles) {
        return new OfficerForm(
                typed.getOrDefault("username", ""),
                typed.getOrDefault("name", ""),
                typed.getOrDefault("initials", ""),
                typed.getOrDefault("nip", ""),
                typed.getOrDefault("email", ""),
                roles);
    }

    static OfficerForm of(OfficerProfile officer) {
        return new OfficerForm(officer.username(), officer.name(), officer.initials(), officer.nip(), officer.email(), officer.roles());
    }

    /** @param known codes of the office's roles */
    List<Problem> problems(Set<String> known) {
        List<Problem> problems = new ArrayList<>();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            problems.add(new Problem("name", "officer.name.wrong"));
        }
        if (!USERNAME.matcher(username).matches()) {
            problems.add(new Problem("username", "officer.username.wrong"));
        }
        if (initials.isEmpty() || initials.length() > LONGEST_INITIALS) {
            problems.add(new Problem("initials", "officer.initials.wrong"));
        }
        if (!nip.isEmpty() && !NIP.matcher(nip).matches()) {
            problems.add(new Problem("nip", "officer.nip.wrong", nip.length()));
        }
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            problems.add(new Problem("email", "officer.email.wrong"));
        }
        if (roles.isEmpty() || !known.containsAll(roles)) {
            problems.add(new Problem("roles", "officer.roles.wrong"));
        }
        return problems;
    }
}

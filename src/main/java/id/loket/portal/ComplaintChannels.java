package id.loket.portal;

import id.loket.complaint.handling.Rules;
import id.loket.office.Officers;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Who of an office is responsible for complaints, as the public is told (UU 25/2009 art. 36): the post, not the person. */
@Component
class ComplaintChannels {

    private final Officers officers;

    ComplaintChannels(Officers officers) {
        this.officers = officers;
    }

    /** The post that records and answers complaints; empty where the office has none. */
    String desk(int officeId, Locale locale) {
        return officers.roles(officeId).stream()
                .filter(role -> role.code().equals(Rules.DESK))
                .findFirst()
                .map(role -> role.name(locale))
                .orElse("");
    }
}

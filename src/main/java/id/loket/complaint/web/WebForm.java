package id.loket.complaint.web;

import id.loket.complaint.Complainant;
import id.loket.complaint.NewComplaint;
import id.loket.complaint.handling.Matter;
import id.loket.complaint.handling.Medium;
import id.loket.platform.Phone;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;

/**
 * A complaint as a citizen typed it, from whatever page or application. Nothing is null; what isn't given is empty.
 *
 * @param matter     what the sender takes it for; the desk sorts it all the same
 * @param kind       code of the topic; empty where it isn't said
 * @param happenedOn day, month and year with whatever between them, or as ISO 8601 has it
 * @param language   {@code id} or {@code en}, of what the sender is told
 * @param clientId   the outside application that sent it; 0 for the public form
 */
public record WebForm(
        Matter matter,
        String kind,
        String subject,
        String story,
        String wanted,
        String registration,
        String happenedOn,
        String name,
        String address,
        String phone,
        String email,
        boolean anonymous,
        boolean confidential,
        String language,
        long clientId) {

    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT), DateTimeFormatter.ISO_LOCAL_DATE);

    /** Nothing typed yet. */
    public static WebForm empty(String language) {
        return new WebForm(Matter.COMPLAINT, "", "", "", "", "", "", "", "", "", "", false, false, language, 0);
    }

    /** The same about a file. */
    public WebForm about(String registration) {
        return new WebForm(
                matter, kind, subject, story, wanted, registration, happenedOn, name, address, phone, email, anonymous, confidential,
                language, clientId);
    }

    /** The same with nothing by which the sender could be reached: the answer stands on the complaint's page alone. */
    WebForm withoutContact() {
        return new WebForm(
                matter, kind, subject, story, wanted, registration, happenedOn, name, address, "", "", anonymous, confidential, language,
                clientId);
    }

    /** Whether a confirmation can reach the sender, so that nobody's address is used who didn't ask for it. */
    public boolean toConfirm() {
        return !email.isBlank() || Phone.takesSms(phone);
    }

    boolean phoneWrong() {
        return !phone.isBlank() && Phone.e164(phone).isEmpty();
    }

    boolean dayWrong() {
        return !happenedOn.isBlank() && day().isEmpty();
    }

    Optional<LocalDate> day() {
        String typed = happenedOn.strip().replaceAll("[\\s./]+", "-");
        for (DateTimeFormatter format : DAYS) {
            try {
                return Optional.of(LocalDate.parse(typed, format));
            } catch (DateTimeException otherFormat) {
                continue;
            }
        }
        return Optional.empty();
    }

    NewComplaint complaint(String token) {
        return new NewComplaint(
                Medium.WEB,
                new Complainant(name, address, Phone.e164(phone).orElse(""), "", email, anonymous, confidential),
                registration,
                "",
                day().orElse(null),
                subject,
                story,
                wanted,
                token);
    }
}

package id.loket.complaint.open311;

import id.loket.complaint.handling.Matter;
import id.loket.complaint.web.WebForm;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** What a client posts, as a complaint. Fields that an office can't use are left out; where it happened stands below the text. */
final class RequestForm {

    private static final int LONGEST_SUBJECT = 100;

    private RequestForm() {}

    static WebForm of(Map<String, String> sent, String language, long clientId) {
        String story = value(sent, "description");
        String subject = attribute(sent, "SUBJECT");
        return new WebForm(
                matter(sent).orElse(Matter.COMPLAINT),
                value(sent, "service_code"),
                subject.isBlank() ? firstWords(story) : subject,
                story.isEmpty() ? "" : story + place(sent),
                attribute(sent, "WANTED"),
                attribute(sent, "REGISTRATION"),
                attribute(sent, "HAPPENED_ON").replaceFirst("T.*", ""),
                (value(sent, "first_name") + " " + value(sent, "last_name")).strip(),
                "",
                value(sent, "phone"),
                value(sent, "email"),
                attribute(sent, "ANONYMOUS").equals("YES"),
                attribute(sent, "CONFIDENTIAL").equals("YES"),
                language,
                clientId);
    }

    /** Empty where it is given and none of ours. */
    static Optional<Matter> matter(Map<String, String> sent) {
        String given = attribute(sent, "MATTER");
        return given.isEmpty()
                ? Optional.of(Matter.COMPLAINT)
                : Arrays.stream(Matter.values()).filter(m -> m.name().equals(given)).findFirst();
    }

    static String value(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").strip();
    }

    private static String attribute(Map<String, String> sent, String code) {
        return value(sent, "attribute[" + code + "]");
    }

    private static String place(Map<String, String> sent) {
        String address = value(sent, "address_string");
        String coordinates = value(sent, "lat").isEmpty() ? "" : value(sent, "lat") + ", " + value(sent, "long");
        String place = address.isEmpty() || coordinates.isEmpty() ? address + coordinates : address + " (" + coordinates + ")";
        return place.isEmpty() ? "" : "\n\n" + place;
    }

    private static String firstWords(String story) {
        String line = story.lines().findFirst().orElse("").strip();
        if (line.codePointCount(0, line.length()) <= LONGEST_SUBJECT) {
            return line;
        }
        String cut = line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT));
        int blank = cut.lastIndexOf(' ');
        return (blank > LONGEST_SUBJECT / 2 ? cut.substring(0, blank) : cut) + "…";
    }
}

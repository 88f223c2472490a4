package id.loket.notice;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Something to tell.
 *
 * @param service   code of the service, whose own wording is taken; null: about none
 * @param fields    exactly {@link NoticeEvent#fields}; "" where there is nothing to say
 * @param dedupeKey names the happening within the office: what was told once isn't told again
 * @param ways      in order; the first that can be gone is, the others follow where it fails for good
 */
public record NewNotice(
        int officeId,
        NoticeEvent event,
        Subject subject,
        String service,
        Recipient recipient,
        Map<String, String> fields,
        String dedupeKey,
        List<Channel> ways) {

    /** @throws IllegalArgumentException if the fields aren't those of the event, or there is no way at all */
    public NewNotice {
        fields = Map.copyOf(fields);
        ways = List.copyOf(ways);
        if (!fields.keySet().equals(new HashSet<>(event.fields()))) {
            throw new IllegalArgumentException(event + " goes with " + event.fields() + ", not " + fields.keySet());
        }
        if (ways.isEmpty() || dedupeKey.isBlank()) {
            throw new IllegalArgumentException("a notice needs a way to go and a dedupe key");
        }
    }
}

package id.loket.notice;

import java.util.List;
import java.util.Map;

/**
 * One message on its way out.
 *
 * @param key     the same at every try (idempotency key)
 * @param to      E.164 for SMS, address for e-mail
 * @param subject of e-mail only, else null
 * @param html    of e-mail only, else null
 * @param headers of e-mail only, else empty
 * @param parts   the gateway's numbers of the first parts, which it took at an earlier try ({@link Carried#parts})
 */
public record Outgoing(
        int officeId,
        long noticeId,
        Channel channel,
        String key,
        String to,
        String subject,
        String text,
        String html,
        Map<String, String> headers,
        List<String> parts) {

    /** At the first try. */
    public Outgoing(
            int officeId, long noticeId, Channel channel, String key, String to, String subject, String text, String html, Map<String, String> headers) {
        this(officeId, noticeId, channel, key, to, subject, text, html, headers, List.of());
    }
}

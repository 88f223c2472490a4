package id.loket.notice;

import java.util.Map;

/**
 * One message on its way out.
 *
 * @param key     the same at every try (idempotency key)
 * @param to      E.164 for SMS, address for e-mail
 * @param subject of e-mail only, else null
 * @param html    of e-mail only, else null
 * @param headers of e-mail only, else empty
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
        Map<String, String> headers) {}

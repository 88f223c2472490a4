package id.loket.notice;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something to tell in words of its own, by one way and no other, such as the answer to a complaint.
 *
 * @param title     of a mail or letter
 * @param body      as it is sent, in paragraphs of a line each
 * @param headers   of a mail, such as the thread that it answers in
 * @param dedupeKey names the happening within the office: what was told once isn't told again
 */
public record WrittenNotice(
        int officeId,
        NoticeEvent event,
        Subject subject,
        Recipient recipient,
        Channel way,
        String title,
        String body,
        Map<String, String> headers,
        String dedupeKey) {

    public WrittenNotice {
        headers = Map.copyOf(headers);
    }

    /** A line each; a value can't begin another. */
    static String lines(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue().replaceAll("\\p{Cntrl}+", " ").strip())
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}

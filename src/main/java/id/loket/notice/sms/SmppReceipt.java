package id.loket.notice.sms;

import id.loket.notice.Receipts.Fate;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter.Message_state;
import org.jsmpp.bean.OptionalParameter.Receipted_message_id;

/**
 * What the SMS centre says of a message (SMPP 3.4, appendix B): {@code id:... stat:DELIVRD err:000 ...}, or the parameters
 * {@code receipted_message_id} and {@code message_state}. The beginning of the message, which it repeats, is left out.
 *
 * @param id     as the centre writes it
 * @param detail its words for the fate, such as {@code DELIVRD err:000}
 */
record SmppReceipt(String id, Fate fate, String detail) {

    private static final Pattern ID = Pattern.compile("(?i)(?:^|\\s)id:(\\S+)");
    private static final Pattern STATE = Pattern.compile("(?i)(?:^|\\s)stat:([A-Z]{1,10})");
    private static final Pattern ERROR = Pattern.compile("(?i)(?:^|\\s)err:(\\w{1,8})\\b");
    private static final Pattern TEXT = Pattern.compile("(?i)\\stext:.*", Pattern.DOTALL);

    /** Empty: no receipt, but a message that somebody sent to the office's number. */
    static Optional<SmppReceipt> of(DeliverSm delivered) {
        byte[] octets = delivered.getShortMessage();
        String words = octets == null ? "" : TEXT.matcher(new String(octets, StandardCharsets.ISO_8859_1)).replaceAll("");
        var idParameter = delivered.getOptionalParameter(Receipted_message_id.class);
        var stateParameter = delivered.getOptionalParameter(Message_state.class);
        String id = idParameter != null ? idParameter.getValueAsString() : find(ID, words);
        String state = find(STATE, words).toUpperCase(Locale.ROOT);
        if (state.isEmpty() && stateParameter != null) {
            state = byNumber(stateParameter.getValue());
        }
        if (!delivered.isSmscDeliveryReceipt() || id.isEmpty() || state.isEmpty()) {
            return Optional.empty();
        }
        String error = find(ERROR, words);
        return Optional.of(new SmppReceipt(id, fate(state), error.isEmpty() ? state : state + " err:" + error));
    }

    private static Fate fate(String state) {
        return switch (state) {
            case "DELIVRD" -> Fate.DELIVERED;
            case "EXPIRED", "DELETED", "UNDELIV", "REJECTD" -> Fate.FAILED;
            default -> Fate.STILL_UNDERWAY;
        };
    }

    private static String byNumber(byte state) {
        return switch (state) {
            case 2 -> "DELIVRD";
            case 3 -> "EXPIRED";
            case 4 -> "DELETED";
            case 5 -> "UNDELIV";
            case 6 -> "ACCEPTD";
            case 8 -> "REJECTD";
            default -> "ENROUTE";
        };
    }

    private static String find(Pattern pattern, String words) {
        Matcher found = pattern.matcher(words);
        return found.find() ? found.group(1) : "";
    }
}

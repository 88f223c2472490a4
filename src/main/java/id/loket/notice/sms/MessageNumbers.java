package id.loket.notice.sms;

import id.loket.notice.sms.SmppSettings.ReceiptIds;
import java.math.BigInteger;
import java.util.Locale;

/** Brings the number of a message that the centre gave and the one in its receipt to one form: small letters, no leading zeros. */
record MessageNumbers(ReceiptIds receiptIds) {

    /** @param id null: the centre gave none, which is "" here */
    String ofAnswer(String id) {
        return id == null ? "" : normal(switch (receiptIds) {
            case SAME -> id;
            case DECIMAL -> convert(id, 16, 10);
            case HEX -> convert(id, 10, 16);
        });
    }

    String ofReceipt(String id) {
        return normal(id);
    }

    private static String normal(String id) {
        return id.strip().toLowerCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
    }

    /** Numbers that aren't of the base stay as they are. */
    private static String convert(String id, int from, int to) {
        try {
            return new BigInteger(id.strip(), from).toString(to);
        } catch (NumberFormatException e) {
            return id;
        }
    }
}

package id.loket.notice.sms;

import static id.loket.notice.sms.SmsSettings.require;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The SMS centre and how it knows this office.
 *
 * @param tls              whether the connection is encrypted
 * @param source           who it comes from: a number, or up to 11 letters and digits where {@code sourceTon} is 5
 * @param sourceTon        type of number: 0 unknown, 1 international, 2 national, 3 network specific, 5 letters, 6 short number
 * @param sourceNpi        numbering plan: 0 unknown, 1 ISDN (E.164)
 * @param window           messages that may wait for the centre's answer at once
 * @param answerTime       how long an answer may take, afterwards the fate of the message is unknown
 * @param enquireAfter     silence after which the centre is asked whether it is still there
 * @param reconnectAfter   first pause after a lost or refused connection; it doubles up to {@code reconnectAtMost}
 * @param receiptIds       how receipts write the message's number
 */
record SmppSettings(
        @DefaultValue("") String host,
        @DefaultValue("2775") int port,
        @DefaultValue("false") boolean tls,
        @DefaultValue("") String systemId,
        @DefaultValue("") String password,
        @DefaultValue("") String systemType,
        @DefaultValue("") String source,
        @DefaultValue("0") int sourceTon,
        @DefaultValue("0") int sourceNpi,
        @DefaultValue("1") int destinationTon,
        @DefaultValue("1") int destinationNpi,
        @DefaultValue("10") int window,
        @DefaultValue("10s") Duration answerTime,
        @DefaultValue("30s") Duration enquireAfter,
        @DefaultValue("1s") Duration reconnectAfter,
        @DefaultValue("1m") Duration reconnectAtMost,
        @DefaultValue("SAME") ReceiptIds receiptIds) {

    /** Some centres write the number hexadecimal in the answer and decimal in the receipt, or the other way round. */
    enum ReceiptIds {
        SAME,
        DECIMAL,
        HEX
    }

    void check() {
        require(!host.isBlank(), "LOKET_SMS_GATEWAY is smpp, so the SMS centre is needed: set LOKET_SMS_SMPP_HOST");
        require(port >= 1 && port <= 65_535, "LOKET_SMS_SMPP_PORT is " + port + ", but a port is a number from 1 to 65535");
        require(
                !systemId.isEmpty() && systemId.length() <= 15,
                "LOKET_SMS_SMPP_SYSTEM_ID must have 1 to 15 characters: the name under which the SMS centre knows this office");
        require(password.length() <= 8, "LOKET_SMS_SMPP_PASSWORD is longer than 8 characters, which SMPP 3.4 doesn't allow");
        require(systemType.length() <= 12, "LOKET_SMS_SMPP_SYSTEM_TYPE is longer than 12 characters");
        require(source.length() <= 20, "LOKET_SMS_SMPP_SOURCE is longer than 20 characters");
        require(sourceTon != 5 || source.length() <= 11, "LOKET_SMS_SMPP_SOURCE is longer than 11, the most for a name of letters");
        require(sourceTon >= 0 && sourceTon <= 6, "LOKET_SMS_SMPP_SOURCE_TON is " + sourceTon + ", but goes from 0 to 6");
        require(destinationTon >= 0 && destinationTon <= 6, "LOKET_SMS_SMPP_DESTINATION_TON is " + destinationTon + ", but goes from 0 to 6");
        require(plan(sourceNpi), "LOKET_SMS_SMPP_SOURCE_NPI is " + sourceNpi + ", but must be 0, 1, 3, 4, 6, 8, 9, 10, 14 or 18");
        require(
                plan(destinationNpi),
                "LOKET_SMS_SMPP_DESTINATION_NPI is " + destinationNpi + ", but must be 0, 1, 3, 4, 6, 8, 9, 10, 14 or 18");
        require(window >= 1 && window <= 1000, "LOKET_SMS_SMPP_WINDOW is " + window + ", but goes from 1 to 1000");
        require(answerTime.toMillis() >= 1, "LOKET_SMS_SMPP_ANSWER_TIME must be more than 0, for example 10s");
        require(enquireAfter.toMillis() >= 1, "LOKET_SMS_SMPP_ENQUIRE_AFTER must be more than 0, for example 30s");
        require(
                reconnectAfter.toMillis() >= 1 && reconnectAfter.compareTo(reconnectAtMost) <= 0,
                "LOKET_SMS_SMPP_RECONNECT_AFTER must be more than 0 and not more than LOKET_SMS_SMPP_RECONNECT_AT_MOST");
    }

    private static boolean plan(int npi) {
        return Set.of(0, 1, 3, 4, 6, 8, 9, 10, 14, 18).contains(npi);
    }

    /** A record would show the password. */
    @Override
    public String toString() {
        return "SMS centre " + host + ":" + port;
    }
}

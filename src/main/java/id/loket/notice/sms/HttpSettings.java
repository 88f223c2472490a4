package id.loket.notice.sms;

import static id.loket.notice.sms.SmsSettings.require;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tools.jackson.core.JsonPointer;

/**
 * A gateway that is asked by HTTP. In {@code url}, {@code headers} and {@code body} the names in braces of {@link HttpTemplate} stand for
 * what differs from message to message, and for the secrets.
 *
 * @param headers          lines such as {@code Authorization: {secret}}
 * @param body             the fields of a form, {@code to={local}&message={text}}, or a JSON text; empty: none
 * @param user             fills {@code {user}}
 * @param secret           fills {@code {secret}}
 * @param successPointer   JSON pointer into the answer; empty: every answer with status 2xx is a success, if {@code successPattern} finds
 *                         itself in it
 * @param successValue     what is there after a success; numbers and true are compared as they are written
 * @param successPattern   regular expression that must be found in the answer; empty: any answer
 * @param referencePointer JSON pointer to the gateway's number of the message; empty: it gives none
 * @param laterPattern     regular expression: an answer in which it is found means "not now", such as an empty balance
 * @param timeout          for the connection, and again for the answer
 */
record HttpSettings(
        @DefaultValue("") String url,
        @DefaultValue("POST") String method,
        List<String> headers,
        @DefaultValue("FORM") BodyKind bodyKind,
        @DefaultValue("") String body,
        @DefaultValue("") String user,
        @DefaultValue("") String secret,
        @DefaultValue("") String successPointer,
        @DefaultValue("") String successValue,
        @DefaultValue("") String successPattern,
        @DefaultValue("") String referencePointer,
        @DefaultValue("") String laterPattern,
        @DefaultValue("20s") Duration timeout) {

    enum BodyKind {
        FORM,
        JSON
    }

    HttpSettings {
        headers = headers == null ? List.of() : List.copyOf(headers);
    }

    void check() {
        require(!url.isBlank(), "LOKET_SMS_GATEWAY is http, so the gateway's address is needed: set LOKET_SMS_HTTP_URL");
        require(method.matches("GET|POST|PUT"), "LOKET_SMS_HTTP_METHOD is \"" + method + "\", but must be GET, POST or PUT");
        HttpTemplate.check("LOKET_SMS_HTTP_URL", url);
        HttpTemplate.check("LOKET_SMS_HTTP_BODY", body);
        require(usable(url), "LOKET_SMS_HTTP_URL must be a whole address that begins with https:// or http://");
        for (String header : headers) {
            HttpTemplate.check("LOKET_SMS_HTTP_HEADERS", header);
            require(
                    header.matches("[A-Za-z0-9-]+:[^\\r\\n]*"),
                    "LOKET_SMS_HTTP_HEADERS has a line that isn't \"Name: value\". Several lines are LOKET_SMS_HTTP_HEADERS_0, _1 and so on");
            require(!header.contains("{text}"), "LOKET_SMS_HTTP_HEADERS can't hold {text}: it belongs to the address or the body");
        }
        require((url + body).contains("{text}"), "LOKET_SMS_HTTP_URL or LOKET_SMS_HTTP_BODY must say where the text goes: {text}");
        require(
                List.of("{to}", "{digits}", "{local}").stream().anyMatch((url + body)::contains),
                "LOKET_SMS_HTTP_URL or LOKET_SMS_HTTP_BODY must say where the number goes: {to}, {digits} or {local}");
        require(
                bodyKind != BodyKind.JSON || HttpTemplate.keepsToItsPlace(body),
                "LOKET_SMS_HTTP_BODY isn't JSON in which each {name} stands inside quotation marks");
        require(pointer(successPointer), "LOKET_SMS_HTTP_SUCCESS_POINTER must begin with /, for example /status");
        require(pointer(referencePointer), "LOKET_SMS_HTTP_REFERENCE_POINTER must begin with /, for example /messageId");
        require(
                successPointer.isEmpty() || !successValue.isEmpty(),
                "LOKET_SMS_HTTP_SUCCESS_POINTER is set, so LOKET_SMS_HTTP_SUCCESS_VALUE must say what is found there after a success");
        require(pattern(successPattern), "LOKET_SMS_HTTP_SUCCESS_PATTERN isn't a regular expression");
        require(pattern(laterPattern), "LOKET_SMS_HTTP_LATER_PATTERN isn't a regular expression");
        require(timeout.toMillis() >= 1, "LOKET_SMS_HTTP_TIMEOUT must be more than 0, for example 20s");
    }

    private static boolean usable(String url) {
        try {
            URI uri = new HttpTemplate(url).uri(HttpTemplate.SAMPLE);
            return uri.getHost() != null && uri.getScheme().matches("https?");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean pointer(String pointer) {
        try {
            JsonPointer.compile(pointer);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean pattern(String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /** A record would show the secrets. */
    @Override
    public String toString() {
        return "SMS gateway by HTTP";
    }
}

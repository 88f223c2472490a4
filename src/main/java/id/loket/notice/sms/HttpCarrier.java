package id.loket.notice.sms;

import id.loket.notice.Carried;
import id.loket.notice.Carrier;
import id.loket.notice.Channel;
import id.loket.notice.Outgoing;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** SMS, or a message of the WhatsApp kind, over a gateway that is asked by HTTP, such as Zenziva; {@link HttpSettings} says how. */
final class HttpCarrier implements Carrier, AutoCloseable {

    /** No gateway has more to say. */
    static final int LONGEST_ANSWER = 64 * 1024;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CHECK = ": check LOKET_SMS_HTTP_URL, _METHOD, _USER and _SECRET";

    private final HttpSettings settings;
    private final HttpClient client;
    private final Pattern success;
    private final Pattern later;

    HttpCarrier(HttpSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                // Secrets and numbers go nowhere else than configured.
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeout())
                .build();
        this.success = Pattern.compile(settings.successPattern());
        this.later = settings.laterPattern().isEmpty() ? null : Pattern.compile(settings.laterPattern());
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public Carried carry(Outgoing message) {
        try {
            return understand(client.send(
                    request(message), BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST_ANSWER)));
        } catch (HttpConnectTimeoutException | ConnectException | UnknownHostException | UnresolvedAddressException e) {
            return new Carried.Later("The SMS gateway can't be reached: check LOKET_SMS_HTTP_URL and the network", null);
        } catch (SSLHandshakeException e) {
            return new Carried.Later("The SMS gateway has no certificate that can be trusted: check LOKET_SMS_HTTP_URL", null);
        } catch (HttpTimeoutException e) {
            return new Carried.Unknown("The SMS gateway didn't answer in " + settings.timeout().toSeconds() + " seconds");
        } catch (IOException e) {
            return new Carried.Unknown("The connection to the SMS gateway was lost before its answer was read");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Carried.Unknown("Loket was stopped before the SMS gateway answered");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpRequest request(Outgoing message) {
        Map<String, String> values = Map.of(
                "to", message.to(),
                "digits", message.to().replaceFirst("^\\+", ""),
                "local", message.to().replaceFirst("^\\+62", "0"),
                "text", message.text(),
                "key", message.key(),
                "user", settings.user(),
                "secret", settings.secret());
        boolean form = settings.bodyKind() == HttpSettings.BodyKind.FORM;
        HttpRequest.Builder request = HttpRequest.newBuilder(new HttpTemplate(settings.url()).uri(values))
                .timeout(settings.timeout())
                .method(
                        settings.method(),
                        settings.body().isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(new HttpTemplate(settings.body())
                                        .fill(values, form ? HttpTemplate::forForm : HttpTemplate::forJson)));
        if (!settings.body().isEmpty()) {
            request.setHeader("Content-Type", form ? "application/x-www-form-urlencoded; charset=UTF-8" : "application/json");
        }
        for (String line : settings.headers()) {
            int colon = line.indexOf(':');
            request.setHeader(
                    line.substring(0, colon),
                    new HttpTemplate(line.substring(colon + 1).strip()).fill(values, HttpTemplate::forHeader));
        }
        return request.build();
    }

    private Carried understand(HttpResponse<String> answer) {
        int status = answer.statusCode();
        String why = "The SMS gateway answered with HTTP " + status;
        if (status / 100 == 2) {
            return understand(why, answer.body());
        }
        return switch (status) {
            // A proxy gave up waiting: the gateway behind it may have taken the message.
            case 504 -> new Carried.Unknown(why);
            case 408, 425, 429, 500, 501, 502, 503 -> new Carried.Later(why, wait(answer));
            case 400, 409, 410, 413, 414, 422 -> isLater(answer.body()) ? new Carried.Later(why, null) : new Carried.Refused(why);
            // The office's own settings: no fault of the message.
            default -> new Carried.Later(status >= 500 ? why : why + CHECK, wait(answer));
        };
    }

    private Carried understand(String why, String body) {
        JsonNode json = null;
        if (!settings.successPointer().isEmpty() || !settings.referencePointer().isEmpty()) {
            json = read(body);
        }
        if (!settings.successPointer().isEmpty()) {
            JsonNode found = json == null ? null : json.at(settings.successPointer());
            if (found == null || !found.isValueNode()) {
                return isLater(body)
                        ? new Carried.Later(why, null)
                        : new Carried.Unknown(why + ", but not in the form that is configured: nobody knows whether it took the message");
            }
            if (!found.asString().equals(settings.successValue())) {
                return refused(why + ", but with " + settings.successPointer() + " = " + code(found.asString()), body);
            }
        }
        if (!success.matcher(body).find()) {
            return refused(why + ", but without LOKET_SMS_HTTP_SUCCESS_PATTERN", body);
        }
        JsonNode reference = json == null || settings.referencePointer().isEmpty() ? null : json.at(settings.referencePointer());
        return new Carried.Accepted(reference == null || !reference.isValueNode() ? "" : number(reference.asString()), false);
    }

    private Carried refused(String why, String body) {
        return isLater(body) ? new Carried.Later(why, null) : new Carried.Refused(why);
    }

    private boolean isLater(String body) {
        return later != null && later.matcher(body).find();
    }

    /** Null: it isn't JSON. */
    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return null;
        }
    }

    /** What may stand in a proof: a short code of the gateway, not a sentence or number that repeats the message. */
    private static String code(String value) {
        return value.matches("[A-Za-z_.-]{1,20}|[0-9]{1,4}") ? value : "(not a code)";
    }

    private static String number(String value) {
        return value.matches("[\\w.:@-]{1,100}") ? value : "";
    }

    /** In seconds; what isn't a number of them is left to the back-off. */
    private static Duration wait(HttpResponse<String> answer) {
        try {
            return answer.headers().firstValue("Retry-After").map(s -> Duration.ofSeconds(Math.clamp(Long.parseLong(s), 0, 86_400))).orElse(null);
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }
}

package id.loket.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody in front of a browser without scripts: keeps cookies, sends the forms of the page that was opened last. */
public final class Visitor {

    /** A scan to send along with a form. */
    public record Scan(String field, String fileName, byte[] content) {}

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----loket-test";

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;
    private final Map<String, String> headers = new HashMap<>();
    private String csrf = "";

    public Visitor(int port) {
        this.base = "http://localhost:" + port;
    }

    /** Sends a header along with everything from now on, such as what a proxy would add. */
    public Visitor sending(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** Opens the sign-in page and sends it. */
    public HttpResponse<String> signIn(String username, String password) {
        get("/masuk");
        return post("/masuk", Map.of("username", username, "password", password));
    }

    /** An officer of the demo office, signed in. */
    public static Visitor signedIn(int port, String username) {
        Visitor visitor = new Visitor(port);
        HttpResponse<String> answer = visitor.signIn(username, "contoh-2026");
        if (answer.statusCode() != 302 || location(answer).contains("galat")) {
            throw new IllegalStateException(username + " can't sign in: " + answer);
        }
        return visitor;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    public HttpResponse<byte[]> download(String path) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a form with the token of the page opened last. */
    public HttpResponse<String> post(String path, Map<String, String> form) {
        return postWithout(path, with(form, "_csrf", csrf));
    }

    /** Sends a form without a token. */
    public HttpResponse<String> postWithout(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Sends a form with scans. */
    public HttpResponse<String> post(String path, Map<String, String> form, Scan... scans) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        with(form, "_csrf", csrf).forEach((name, value) -> {
            text(body, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
        });
        for (Scan scan : scans) {
            text(body, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + scan.field() + "\"; filename=\""
                    + scan.fileName() + "\"\r\nContent-Type: application/pdf\r\n\r\n");
            body.writeBytes(scan.content());
            text(body, "\r\n");
        }
        text(body, "--" + BOUNDARY + "--\r\n");
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Asks the interface for programs, with name and password. */
    public HttpResponse<String> api(String method, String path, String username, String json) {
        String basic = Base64.getEncoder().encodeToString((username + ":contoh-2026").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Basic " + basic)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }

    public static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            Matcher token = CSRF.matcher(answer.body());
            if (token.find()) {
                csrf = token.group(1);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        Map<String, String> all = new HashMap<>(form);
        all.put(name, value);
        return all;
    }

    private static void text(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package id.loket.bench.load;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.regex;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Officers at their work and applicants who look where their files are. They come at their rate, whether those before them have been answered
 * or not.
 *
 * <p>Settings, as system properties: {@code url}; {@code movements} and {@code looks} a second; {@code legs}, each so
 * many times that rate for so many seconds ({@code 0.5:300,1:30}); {@code pause}, the seconds after each; {@code officers}, a CSV file with
 * the cookies of those who have signed in; {@code applicants}, one with what they open and from where.
 */
public final class Country extends Simulation {

    /** Answers that aren't the server's failure; 409: somebody else had the file first. */
    private static final Integer[] ANSWERED = {200, 302, 303, 409};

    private static final String CSRF = "name=\"_csrf\" value=\"([^\"]+)\"";

    /** Opens the list, a file of it, and does what is next. */
    private static final ScenarioBuilder MOVEMENT = scenario("movement")
            .feed(csv(System.getProperty("officers")).random())
            .exec(http("work list")
                    .get("/meja-kerja")
                    .header("Cookie", "#{cookie}")
                    .check(status().in(ANSWERED), regex("href=\"(/berkas/[A-Z0-9_-]+)\"").findRandom().optional().saveAs("file")))
            .exec(doIf(session -> session.contains("file"))
                    .then(exec(http("file page")
                            .get("#{file}")
                            .header("Cookie", "#{cookie}")
                            .check(
                                    status().in(ANSWERED),
                                    regex(CSRF).optional().saveAs("csrf"),
                                    regex("name=\"versi\" value=\"([0-9]+)\"").optional().saveAs("version"),
                                    regex("value=\"(RECEIVE)\"").optional().saveAs("receive")))))
            .exec(doIf(session -> session.contains("version"))
                    .then(exec(http("movement")
                            .post("#{file}/tindakan")
                            .header("Cookie", "#{cookie}")
                            .formParam("_csrf", "#{csrf}")
                            .formParam("tindakan", session -> session.contains("receive") ? "RECEIVE" : "HAND_OVER")
                            .formParam("versi", "#{version}")
                            .check(status().in(ANSWERED)))));

    /** Each applicant from an address of his or her own, as behind a proxy: one address may ask only so often. */
    private static final ScenarioBuilder LOOK = scenario("tracking")
            .feed(csv(System.getProperty("applicants")).random())
            .exec(http("tracking").get("#{path}").header("X-Forwarded-For", "#{address}").check(status().in(ANSWERED)));

    public Country() {
        setUp(MOVEMENT.injectOpen(visitors("movements")), LOOK.injectOpen(visitors("looks")))
                .protocols(http.baseUrl(System.getProperty("url")).acceptEncodingHeader("gzip, deflate").disableFollowRedirect().shareConnections());
    }

    private static OpenInjectionStep[] visitors(String kind) {
        double rate = Double.parseDouble(System.getProperty(kind));
        Duration pause = Duration.ofSeconds(Integer.getInteger("pause"));
        return Arrays.stream(System.getProperty("legs").split(","))
                .map(leg -> leg.split(":"))
                .flatMap(leg -> Stream.of(
                        constantUsersPerSec(rate * Double.parseDouble(leg[0])).during(Duration.ofSeconds(Integer.parseInt(leg[1]))).randomized(),
                        nothingFor(pause)))
                .toArray(OpenInjectionStep[]::new);
    }
}

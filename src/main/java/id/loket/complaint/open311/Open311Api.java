package id.loket.complaint.open311;

import id.loket.complaint.ComplaintKinds;
import id.loket.complaint.ComplaintKinds.Kind;
import id.loket.complaint.ComplaintRefused.Problem;
import id.loket.complaint.handling.Matter;
import id.loket.complaint.handling.Status;
import id.loket.complaint.open311.PublicRequests.Request;
import id.loket.complaint.web.HeldComplaints;
import id.loket.complaint.web.HeldComplaints.Held;
import id.loket.complaint.web.WebForm;
import id.loket.platform.LoketSettings;
import id.loket.platform.security.Open;
import id.loket.platform.security.PublicCode;
import id.loket.platform.security.RateLimit;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.OfficeInfo;
import id.loket.platform.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Open311 GeoReport v2: topics, complaints to send, and how far complaints are. Reading is for everybody and tells of a complaint no more
 * than its topic, its state and its times; sending needs a key. docs/open311.md says what of the specification is kept how.
 */
@RestController
@Open
@RequestMapping("/open311/v2")
class Open311Api {

    private static final int LONGEST_DESCRIPTION = 4000;
    private static final int MOST_IDS = 100;
    private static final Duration LONGEST_SPAN = Duration.ofDays(90);
    private static final int READS = 300;
    private static final Duration READ_PERIOD = Duration.ofMinutes(5);
    private static final int SENDS = 120;
    private static final Duration SEND_PERIOD = Duration.ofHours(1);
    /** Of this edition of the interface. */
    private static final String CHANGESET = "2026-11-28T00:00:00Z";

    private static final List<String> OPEN = List.of(
            Status.RECEIVED.name(), Status.IN_HANDLING.name(), Status.WITH_COMPLAINANT.name(), Status.ANSWERED.name());
    private static final List<String> CLOSED = List.of(Status.CLOSED.name());

    private final ApiClients clients;
    private final PublicRequests requests;
    private final ComplaintKinds kinds;
    private final HeldComplaints held;
    private final OfficeDirectory offices;
    private final Answers answers;
    private final MessageSource messages;
    private final LoketSettings settings;
    private final Clock clock;
    private final RateLimit reads;
    private final RateLimit sends;

    Open311Api(
            ApiClients clients,
            PublicRequests requests,
            ComplaintKinds kinds,
            HeldComplaints held,
            OfficeDirectory offices,
            Answers answers,
            MessageSource messages,
            LoketSettings settings,
            Clock clock) {
        this.clients = clients;
        this.requests = requests;
        this.kinds = kinds;
        this.held = held;
        this.offices = offices;
        this.answers = answers;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
        this.reads = new RateLimit(READS, READ_PERIOD, clock);
        this.sends = new RateLimit(SENDS, SEND_PERIOD, clock);
    }

    /** What to answer: the name of the XML document, the body, the status. */
    private record Answer(String root, Object body, HttpStatus status) {
        Answer(String root, Object body) {
            this(root, body, HttpStatus.OK);
        }
    }

    @GetMapping("/discovery.{format}")
    ResponseEntity<byte[]> discovery(@PathVariable String format, HttpServletRequest request, Locale locale) {
        return read(format, request, locale, () -> {
            OfficeInfo home = offices.home();
            return new Answer("discovery", fields(
                    "changeset", CHANGESET,
                    "contact", home.name() + ", " + home.phone() + ", " + home.email(),
                    "key_service", text("open311.key", locale, home.email()),
                    "endpoints", List.of(fields(
                            "specification", "http://wiki.open311.org/GeoReport_v2",
                            "url", settings.publicUrl() + "/open311/v2",
                            "changeset", CHANGESET,
                            "type", "production",
                            "formats", List.of("text/xml", "application/json")))));
        });
    }

    @GetMapping("/services.{format}")
    ResponseEntity<byte[]> services(
            @PathVariable String format,
            @RequestParam(name = "jurisdiction_id", defaultValue = "") String jurisdiction,
            HttpServletRequest request,
            Locale locale) {
        return read(format, request, locale, () -> new Answer(
                "services",
                kinds.current(office(jurisdiction, locale).officeId()).stream()
                        .map(kind -> fields(
                                "service_code", kind.code(),
                                "service_name", kind.name(locale),
                                "description", kind.name(locale),
                                "metadata", true,
                                "type", "realtime",
                                "keywords", "",
                                "group", text("open311.group", locale)))
                        .toList()));
    }

    @GetMapping("/services/{code:[^.]+}.{format}")
    ResponseEntity<byte[]> service(
            @PathVariable String code,
            @PathVariable String format,
            @RequestParam(name = "jurisdiction_id", defaultValue = "") String jurisdiction,
            HttpServletRequest request,
            Locale locale) {
        return read(format, request, locale, () -> {
            Kind kind = kind(office(jurisdiction, locale), code, locale);
            List<Map<String, Object>> yes = List.of(value("YES", locale), value("NO", locale));
            List<Map<String, Object>> matters =
                    Arrays.stream(Matter.values()).map(m -> value(m.name(), locale)).toList();
            return new Answer("service_definition", fields("service_code", kind.code(), "attributes", List.of(
                    attribute(1, "MATTER", "singlevaluelist", matters, locale),
                    attribute(2, "SUBJECT", "string", List.of(), locale),
                    attribute(3, "WANTED", "text", List.of(), locale),
                    attribute(4, "REGISTRATION", "string", List.of(), locale),
                    attribute(5, "HAPPENED_ON", "datetime", List.of(), locale),
                    attribute(6, "ANONYMOUS", "singlevaluelist", yes, locale),
                    attribute(7, "CONFIDENTIAL", "singlevaluelist", yes, locale))));
        });
    }

    @PostMapping("/requests.{format}")
    ResponseEntity<byte[]> send(
            @PathVariable String format, @RequestParam Map<String, String> sent, HttpServletRequest request, Locale locale) {
        return answer(format, locale, () -> {
            OfficeInfo office = office(sent.getOrDefault("jurisdiction_id", ""), locale);
            if (!reads.take(request.getRemoteAddr()).allowed()) {
                throw refused(HttpStatus.TOO_MANY_REQUESTS, text("open311.tooMany", locale));
            }
            long client = clients.withKey(office.officeId(), sent.getOrDefault("api_key", ""))
                    .orElseThrow(() -> refused(HttpStatus.FORBIDDEN, text("open311.noKey", locale)));
            if (!sends.take(office.officeId() + "/" + client).allowed()) {
                throw refused(HttpStatus.TOO_MANY_REQUESTS, text("open311.tooMany", locale));
            }
            return send(office, sent, client, locale);
        });
    }

    private Answer send(OfficeInfo office, Map<String, String> sent, long client, Locale locale) {
        if (sent.getOrDefault("service_code", "").isBlank()) {
            throw refused(HttpStatus.BAD_REQUEST, text("open311.noService", locale));
        }
        kind(office, RequestForm.value(sent, "service_code"), locale);
        WebForm form = RequestForm.of(sent, language(locale), client);
        List<String> wrong = new ArrayList<>();
        String description = sent.getOrDefault("description", "");
        if (description.codePointCount(0, description.length()) > LONGEST_DESCRIPTION) {
            wrong.add(text("open311.long", locale, LONGEST_DESCRIPTION));
        }
        if (RequestForm.matter(sent).isEmpty()) {
            wrong.add(text("open311.matter", locale));
        }
        if (!between(sent, "lat", 90) || !between(sent, "long", 180) || sent.containsKey("lat") != sent.containsKey("long")) {
            wrong.add(text("open311.place", locale));
        }
        for (Problem problem : held.problems(office.officeId(), form)) {
            boolean ofDescription = description.isBlank() && problem.field().equals("subject");
            if (!ofDescription) {
                wrong.add(text("open311." + problem.key(), locale));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Open311Refused(HttpStatus.BAD_REQUEST, wrong);
        }
        String token = PublicCode.next();
        held.keep(office.officeId(), token, form, List.of(), List.of());
        return switch (held.send(office.officeId(), token)) {
            case HeldComplaints.Recorded recorded -> new Answer("service_requests", List.of(fields(
                    "service_request_id", recorded.number(),
                    "service_notice", text(
                            "open311.recorded",
                            locale,
                            settings.publicUrl() + "/aduan/" + office.code() + "-" + recorded.statusCode()),
                    "account_id", "")), HttpStatus.CREATED);
            case HeldComplaints.AskedToConfirm asked -> new Answer("service_requests", List.of(fields(
                    "token", token,
                    "service_notice", text("open311.confirm", locale),
                    "account_id", "")), HttpStatus.CREATED);
            case HeldComplaints.NotAskedAgain no -> throw refused(HttpStatus.TOO_MANY_REQUESTS, text("open311.tooMany", locale));
            case HeldComplaints.ToMend mend -> throw refused(HttpStatus.BAD_REQUEST, mend.problems().toString());
            case HeldComplaints.WrongCode wrongCode -> throw new IllegalStateException("nothing was to be confirmed");
            case HeldComplaints.Gone gone -> throw new IllegalStateException("what was kept is gone");
        };
    }

    @GetMapping("/requests.{format}")
    ResponseEntity<byte[]> requests(
            @PathVariable String format, @RequestParam Map<String, String> asked, HttpServletRequest request, Locale locale) {
        return read(format, request, locale, () -> {
            OfficeInfo office = office(asked.getOrDefault("jurisdiction_id", ""), locale);
            List<Request> found = asked.getOrDefault("service_request_id", "").isBlank()
                    ? find(office, asked, locale)
                    : requests.withNumbers(office.officeId(), ids(asked.get("service_request_id"), locale));
            return new Answer("service_requests", shown(office, found, locale));
        });
    }

    @GetMapping("/requests/{id:[^.]+}.{format}")
    ResponseEntity<byte[]> request(
            @PathVariable String id,
            @PathVariable String format,
            @RequestParam(name = "jurisdiction_id", defaultValue = "") String jurisdiction,
            HttpServletRequest request,
            Locale locale) {
        return read(format, request, locale, () -> {
            OfficeInfo office = office(jurisdiction, locale);
            List<Request> found = requests.withNumbers(office.officeId(), List.of(id));
            if (found.isEmpty()) {
                throw refused(HttpStatus.NOT_FOUND, text("open311.unknownId", locale));
            }
            return new Answer("service_requests", shown(office, found, locale));
        });
    }

    @GetMapping("/tokens/{token:[^.]+}.{format}")
    ResponseEntity<byte[]> token(
            @PathVariable String token,
            @PathVariable String format,
            @RequestParam(name = "jurisdiction_id", defaultValue = "") String jurisdiction,
            HttpServletRequest request,
            Locale locale) {
        return read(format, request, locale, () -> {
            Held kept = held.find(office(jurisdiction, locale).officeId(), token)
                    .orElseThrow(() -> refused(HttpStatus.NOT_FOUND, text("open311.unknownToken", locale)));
            String number = kept.recorded() == null ? "" : kept.recorded().number();
            return new Answer("service_requests", List.of(fields("service_request_id", number, "token", token)));
        });
    }

    private List<Request> find(OfficeInfo office, Map<String, String> asked, Locale locale) {
        List<String> codes = list(asked.getOrDefault("service_code", ""));
        for (String code : codes) {
            if (kinds.find(office.officeId(), code).isEmpty()) {
                throw refused(HttpStatus.NOT_FOUND, text("open311.unknownService", locale));
            }
        }
        List<String> statuses = new ArrayList<>();
        for (String status : list(asked.getOrDefault("status", "open,closed"))) {
            switch (status) {
                case "open" -> statuses.addAll(OPEN);
                case "closed" -> statuses.addAll(CLOSED);
                default -> throw refused(HttpStatus.BAD_REQUEST, text("open311.status", locale));
            }
        }
        Instant now = clock.instant();
        Instant from = instant(asked.get("start_date"), locale);
        Instant until = instant(asked.get("end_date"), locale);
        until = until != null ? until : from == null ? now : from.plus(LONGEST_SPAN);
        from = from != null ? from : until.minus(LONGEST_SPAN);
        if (from.isAfter(until) || Duration.between(from, until).compareTo(LONGEST_SPAN) > 0) {
            throw refused(HttpStatus.BAD_REQUEST, text("open311.span", locale));
        }
        return requests.find(office.officeId(), codes, statuses.isEmpty() ? OPEN : statuses, from, until);
    }

    private List<Map<String, Object>> shown(OfficeInfo office, List<Request> found, Locale locale) {
        List<Kind> all = kinds.of(office.officeId());
        return found.stream()
                .map(r -> fields(
                        "service_request_id", r.number(),
                        "status", r.status() == Status.CLOSED ? "closed" : "open",
                        "status_notes", text("open311.status." + r.status().name(), locale),
                        "service_name", all.stream()
                                .filter(k -> k.code().equals(r.kind()))
                                .map(k -> k.name(locale))
                                .findFirst()
                                .orElse(""),
                        "service_code", r.kind(),
                        "description", "",
                        "agency_responsible", office.shortName(),
                        "service_notice", "",
                        "requested_datetime", time(r.receivedAt(), office.zone()),
                        "updated_datetime", time(r.updatedAt(), office.zone()),
                        "expected_datetime", time(r.dueAt(), office.zone()),
                        "address", "",
                        "address_id", "",
                        "zipcode", "",
                        "lat", "",
                        "long", "",
                        "media_url", ""))
                .toList();
    }

    private ResponseEntity<byte[]> read(String format, HttpServletRequest request, Locale locale, Supplier<Answer> body) {
        return answer(format, locale, () -> {
            if (!reads.take(request.getRemoteAddr()).allowed()) {
                throw refused(HttpStatus.TOO_MANY_REQUESTS, text("open311.tooMany", locale));
            }
            return body.get();
        });
    }

    private ResponseEntity<byte[]> answer(String ending, Locale locale, Supplier<Answer> body) {
        Format format = ending.equals("xml") ? Format.XML : Format.JSON;
        try {
            if (!ending.equals("xml") && !ending.equals("json")) {
                throw refused(HttpStatus.NOT_FOUND, text("open311.format", locale));
            }
            Answer answer = body.get();
            return answers.write(format, answer.status(), answer.root(), answer.body());
        } catch (Open311Refused refused) {
            List<Map<String, Object>> errors = refused.descriptions().stream()
                    .map(d -> fields("code", refused.status().value(), "description", d))
                    .toList();
            return answers.write(format, refused.status(), "errors", errors);
        }
    }

    /** The office is named by its code; where none is named the first one is meant. */
    private OfficeInfo office(String jurisdiction, Locale locale) {
        return jurisdiction.isBlank()
                ? offices.home()
                : offices.byCode(jurisdiction.strip())
                        .orElseThrow(() -> refused(HttpStatus.NOT_FOUND, text("open311.unknownOffice", locale)));
    }

    private Kind kind(OfficeInfo office, String code, Locale locale) {
        return kinds.current(office.officeId()).stream()
                .filter(k -> k.code().equals(code))
                .findFirst()
                .orElseThrow(() -> refused(HttpStatus.NOT_FOUND, text("open311.unknownService", locale)));
    }

    private List<String> ids(String list, Locale locale) {
        List<String> ids = list(list);
        if (ids.size() > MOST_IDS) {
            throw refused(HttpStatus.BAD_REQUEST, text("open311.ids", locale, MOST_IDS));
        }
        return ids;
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    private Instant instant(String text, Locale locale) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            // in an address a plus sign stands for a blank
            Instant given = OffsetDateTime.parse(text.strip().replace(' ', '+')).toInstant();
            if (given.isBefore(Instant.EPOCH) || given.isAfter(clock.instant().plus(36_500, ChronoUnit.DAYS))) {
                throw refused(HttpStatus.BAD_REQUEST, text("open311.date", locale));
            }
            return given;
        } catch (DateTimeException notADate) {
            throw refused(HttpStatus.BAD_REQUEST, text("open311.date", locale));
        }
    }

    private static boolean between(Map<String, String> sent, String name, int most) {
        String given = sent.getOrDefault(name, "").strip();
        return given.isEmpty() || given.matches("-?[0-9]{1,3}(\\.[0-9]{1,15})?") && Math.abs(Double.parseDouble(given)) <= most;
    }

    private static String time(Instant at, ZoneId zone) {
        return at == null ? "" : at.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime().toString();
    }

    private Map<String, Object> attribute(int order, String code, String type, List<Map<String, Object>> values, Locale locale) {
        return fields(
                "variable", true,
                "code", code,
                "datatype", type,
                "required", false,
                "datatype_description", text("open311.datatype." + type, locale),
                "order", order,
                "description", text("open311.attribute." + code, locale),
                "values", values);
    }

    private Map<String, Object> value(String key, Locale locale) {
        return fields("key", key, "name", text("open311.value." + key, locale));
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    private static String language(Locale locale) {
        return locale.getLanguage().equals("en") ? "en" : Texts.INDONESIAN.getLanguage();
    }

    private static Open311Refused refused(HttpStatus status, String description) {
        return new Open311Refused(status, List.of(description));
    }

    /** Names and values in turn, in this order. */
    private static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}

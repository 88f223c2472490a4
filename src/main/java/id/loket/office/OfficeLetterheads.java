package id.loket.office;

import id.loket.document.Letterhead;
import id.loket.document.Signatory;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.OfficeInfo;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How an office presents itself on paper and to visitors. */
@Service
public class OfficeLetterheads {

    private static final String HEAD = "HEAD_OF_OFFICE";

    private final JdbcClient db;
    private final OfficeDirectory offices;
    private final Officers officers;

    OfficeLetterheads(JdbcClient db, OfficeDirectory offices, Officers officers) {
        this.db = db;
        this.offices = offices;
        this.officers = officers;
    }

    /** The letterhead of an office. */
    public Letterhead of(int officeId) {
        OfficeInfo office = offices.byId(officeId);
        return new Letterhead(
                office.government(),
                office.name(),
                office.address(),
                office.phone() + " · " + office.email(),
                office.city(),
                office.zone(),
                null);
    }

    /** Who signs the office's own letters: its head, with the title that the office gives to that role; the name is "" where it has none. */
    public Signatory head(int officeId, Locale locale) {
        Optional<OfficerProfile> head = officers.inRole(officeId, HEAD).stream().findFirst();
        return new Signatory(
                officers.roles(officeId).stream()
                        .filter(role -> role.code().equals(HEAD))
                        .map(role -> role.name(locale))
                        .findFirst()
                        .orElse(""),
                head.map(OfficerProfile::name).orElse(""),
                null,
                head.map(OfficerProfile::nip).filter(nip -> !nip.isEmpty()).orElse(null));
    }

    /** When the office is open, a line per group of days with the same hours, such as "Senin–Kamis 08.00–12.00, 13.00–16.00". */
    public List<String> openingHours(int officeId, Locale locale) {
        record Opening(DayOfWeek day, String hours) {}
        DateTimeFormatter clock = DateTimeFormatter.ofPattern(locale.getLanguage().equals("en") ? "HH:mm" : "HH.mm");
        Map<DayOfWeek, String> days = new LinkedHashMap<>();
        db.sql("select weekday, opens, closes from office_hours where office_id = :office order by weekday, opens")
                .param("office", officeId)
                .query((row, n) -> new Opening(
                        DayOfWeek.of(row.getInt("weekday")),
                        clock.format(row.getObject("opens", LocalTime.class)) + "–"
                                + clock.format(row.getObject("closes", LocalTime.class))))
                .list()
                .forEach(o -> days.merge(o.day(), o.hours(), (a, b) -> a + ", " + b));
        List<String> lines = new ArrayList<>();
        List<DayOfWeek> group = new ArrayList<>();
        for (DayOfWeek day : days.keySet()) {
            if (!group.isEmpty() && !days.get(day).equals(days.get(group.getLast()))) {
                lines.add(line(group, days.get(group.getLast()), locale));
                group.clear();
            }
            group.add(day);
        }
        if (!group.isEmpty()) {
            lines.add(line(group, days.get(group.getLast()), locale));
        }
        return lines;
    }

    private static String line(List<DayOfWeek> group, String hours, Locale locale) {
        String first = group.getFirst().getDisplayName(TextStyle.FULL, locale);
        String last = group.getLast().getDisplayName(TextStyle.FULL, locale);
        return (group.size() == 1 ? first : first + "–" + last) + " " + hours;
    }
}

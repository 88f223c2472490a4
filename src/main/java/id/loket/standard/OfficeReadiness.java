package id.loket.standard;

import id.loket.office.Facilities;
import id.loket.office.FacilityKind;
import id.loket.office.Officers;
import id.loket.office.WorkingCalendars;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.OfficeInfo;
import id.loket.standard.Completeness.OfficeFacts;
import id.loket.standard.Completeness.Person;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what an office has to work its services with. */
@Service
class OfficeReadiness {

    private final Officers officers;
    private final Facilities facilities;
    private final WorkingCalendars calendars;
    private final OfficeDirectory offices;
    private final Standards standards;

    OfficeReadiness(
            Officers officers, Facilities facilities, WorkingCalendars calendars, OfficeDirectory offices, Standards standards) {
        this.officers = officers;
        this.facilities = facilities;
        this.calendars = calendars;
        this.offices = offices;
        this.standards = standards;
    }

    /** The same few statements, however many services are looked at with them. */
    @Transactional(readOnly = true)
    OfficeFacts of(int officeId) {
        Map<String, Set<Person>> holders = new HashMap<>();
        officers.active(officeId)
                .forEach(o -> o.roles().forEach(r -> holders.computeIfAbsent(r, k -> new LinkedHashSet<>()).add(new Person(o.id(), o.name()))));
        Map<FacilityKind, Integer> good = new HashMap<>();
        Map<FacilityKind, Integer> repair = new HashMap<>();
        facilities.working(officeId).forEach(w -> {
            good.put(w.kind(), w.good());
            repair.put(w.kind(), w.repair());
        });
        LocalDate today = standards.today(officeId);
        Set<Integer> holidays = Stream.of(today.getYear(), today.getYear() + 1)
                .filter(y -> !calendars
                        .of(officeId)
                        .freeDaysBetween(LocalDate.of(y, 1, 1), LocalDate.of(y, 12, 31))
                        .isEmpty())
                .collect(Collectors.toSet());
        OfficeInfo office = offices.byId(officeId);
        List<ServiceDefinition> services = standards.newest(officeId);
        return new OfficeFacts(
                holders,
                good,
                repair,
                services,
                calendars.hours(officeId).days().values().stream().anyMatch(d -> !d.isEmpty()),
                holidays,
                office.email(),
                office.phone(),
                today);
    }
}

package id.loket.office;

import id.loket.platform.security.SignedIn;
import id.loket.worktime.FreeDay;
import id.loket.worktime.OfficeHours;
import id.loket.worktime.SpecialHours;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Settings: when the office of the administrator is open. */
@Controller
@RequestMapping("/pengaturan/kalender")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class CalendarPages {

    private final WorkingCalendars calendars;
    private final ObjectProvider<OpenDeadlines> deadlines;
    private final Clock clock;

    CalendarPages(WorkingCalendars calendars, ObjectProvider<OpenDeadlines> deadlines, Clock clock) {
        this.calendars = calendars;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** @param tahun the year to show; without it the current one */
    @GetMapping
    ModelAndView year(@AuthenticationPrincipal SignedIn administrator, @RequestParam Optional<Integer> tahun) {
        int current = today(administrator).getYear();
        int year = tahun.filter(CalendarForms::believable).orElse(current);
        return page(administrator, year, Map.of(), List.of(), Optional.empty());
    }

    /**
     * First tells what the new free day would do to open files, then adds it.
     *
     * @param pasti the date of which the effect was told; empty the first time
     */
    @PostMapping
    ModelAndView add(
            @AuthenticationPrincipal SignedIn administrator,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") String pasti) {
        List<Problem> problems = new ArrayList<>();
        Optional<FreeDay> read = CalendarForms.freeDay(typed, problems);
        read.flatMap(day -> calendars.of(administrator.officeId()).freeDay(day.date()))
                .ifPresent(already -> problems.add(new Problem("date", "calendar.date.taken", already.name())));
        if (!problems.isEmpty()) {
            return refused(page(administrator, year(administrator, typed), typed, problems, Optional.empty()));
        }
        FreeDay day = read.orElseThrow();
        if (!pasti.equals(day.date().toString())) {
            return page(administrator, day.date().getYear(), typed, List.of(), Optional.of(preview(administrator, day)));
        }
        calendars.add(administrator, day);
        return shown(day.date());
    }

    @PostMapping("/hapus")
    ModelAndView remove(@AuthenticationPrincipal SignedIn administrator, @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate date) {
        calendars.remove(administrator, date);
        return shown(date);
    }

    @PostMapping("/jam")
    ModelAndView addSpecial(@AuthenticationPrincipal SignedIn administrator, @RequestParam Map<String, String> typed) {
        List<Problem> problems = new ArrayList<>();
        Optional<SpecialHours> special = CalendarForms.specialHours(typed, problems);
        if (special.isPresent() && !calendars.add(administrator, special.get())) {
            problems.add(new Problem("from", "calendar.special.overlap"));
        }
        return problems.isEmpty()
                ? shown(special.orElseThrow().from())
                : refused(page(administrator, today(administrator).getYear(), typed, problems, Optional.empty()));
    }

    @PostMapping("/jam/hapus")
    ModelAndView removeSpecial(
            @AuthenticationPrincipal SignedIn administrator, @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from) {
        calendars.removeSpecial(administrator, from);
        return shown(from);
    }

    private ModelAndView page(
            SignedIn administrator, int year, Map<String, String> typed, List<Problem> problems, Optional<FreeDayPreview> preview) {
        Map<String, Object> model = new HashMap<>();
        model.put("year", year);
        model.put("days", calendars.freeDays(administrator.officeId(), year));
        model.put("special", calendars.specialHours(administrator.officeId()));
        model.put("hours", words(calendars.hours(administrator.officeId())));
        model.put("typed", typed);
        model.put("problems", problems);
        model.put("preview", preview.orElse(null));
        return new ModelAndView("office/calendar", model);
    }

    private FreeDayPreview preview(SignedIn administrator, FreeDay day) {
        int office = administrator.officeId();
        int affected = deadlines.stream()
                .mapToInt(d -> d.affectedBy(office, calendars.of(office).with(day)))
                .sum();
        return new FreeDayPreview(day.date(), affected);
    }

    private int year(SignedIn administrator, Map<String, String> typed) {
        return CalendarForms.date(typed.getOrDefault("date", ""))
                .map(LocalDate::getYear)
                .orElseGet(() -> today(administrator).getYear());
    }

    private LocalDate today(SignedIn administrator) {
        return clock.instant().atZone(calendars.of(administrator.officeId()).zone()).toLocalDate();
    }

    private static Map<DayOfWeek, String> words(OfficeHours hours) {
        Map<DayOfWeek, String> words = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            words.put(day, HoursText.format(hours.days().getOrDefault(day, List.of())));
        }
        return words;
    }

    private static ModelAndView shown(LocalDate date) {
        return new ModelAndView("redirect:/pengaturan/kalender?tahun=" + date.getYear());
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}

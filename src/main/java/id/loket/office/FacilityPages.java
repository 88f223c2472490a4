package id.loket.office;

import id.loket.platform.security.SignedIn;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Settings: what the administrator's office has to work with. */
@Controller
@RequestMapping("/pengaturan/sarana")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class FacilityPages {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd-MM-uuuu");

    private final Facilities facilities;

    FacilityPages(Facilities facilities) {
        this.facilities = facilities;
    }

    /** @param jenis the kind that the form begins with */
    @GetMapping
    ModelAndView all(@AuthenticationPrincipal SignedIn administrator, @RequestParam(defaultValue = "") String jenis) {
        String today = DATE.format(facilities.today(administrator.officeId()));
        return list(administrator, Map.of("kind", jenis, "count", "1", "condition", "GOOD", "checkedOn", today), List.of());
    }

    @PostMapping
    ModelAndView add(@AuthenticationPrincipal SignedIn administrator, @RequestParam Map<String, String> typed) {
        List<Problem> problems = new ArrayList<>();
        Optional<FacilityEntry> entry = read(administrator, typed, problems);
        if (entry.isEmpty()) {
            return refused(list(administrator, typed, problems));
        }
        facilities.add(administrator, entry.get());
        return new ModelAndView("redirect:/pengaturan/sarana");
    }

    @GetMapping("/{id}")
    ModelAndView one(@AuthenticationPrincipal SignedIn administrator, @PathVariable long id) {
        FacilityEntry entry = find(administrator, id).entry();
        return form(administrator, id, typed(entry), List.of());
    }

    @PostMapping("/{id}")
    ModelAndView change(
            @AuthenticationPrincipal SignedIn administrator, @PathVariable long id, @RequestParam Map<String, String> typed) {
        FacilityEntry before = find(administrator, id).entry();
        typed.put("kind", before.kind().name());
        List<Problem> problems = new ArrayList<>();
        Optional<FacilityEntry> entry = read(administrator, typed, problems);
        if (entry.isEmpty()) {
            return refused(form(administrator, id, typed, problems));
        }
        facilities.change(administrator, id, entry.get());
        return new ModelAndView("redirect:/pengaturan/sarana");
    }

    private ModelAndView list(SignedIn administrator, Map<String, String> typed, List<Problem> problems) {
        return new ModelAndView(
                "office/facilities", Map.of("facilities", facilities.all(administrator), "typed", typed, "problems", problems));
    }

    private ModelAndView form(SignedIn administrator, long id, Map<String, String> typed, List<Problem> problems) {
        return new ModelAndView(
                "office/facility",
                Map.of(
                        "id", id,
                        "facility", find(administrator, id).entry(),
                        "history", facilities.history(administrator, id),
                        "typed", typed,
                        "problems", problems));
    }

    /** @param problems gets what is to be mended; then the answer is empty */
    private Optional<FacilityEntry> read(SignedIn administrator, Map<String, String> typed, List<Problem> problems) {
        Optional<FacilityKind> kind = constant(FacilityKind.class, typed.get("kind"));
        Optional<FacilityEntry.Condition> condition = constant(FacilityEntry.Condition.class, typed.get("condition"));
        if (kind.isEmpty()) {
            problems.add(new Problem("kind", "facility.kind.wrong"));
        }
        if (condition.isEmpty()) {
            problems.add(new Problem("condition", "facility.condition.wrong"));
        }
        String count = typed.getOrDefault("count", "").strip();
        FacilityEntry entry = new FacilityEntry(
                kind.orElse(null),
                typed.getOrDefault("name", "").strip(),
                typed.getOrDefault("place", "").strip(),
                count.matches("[0-9]{1,4}") ? Integer.parseInt(count) : 0,
                condition.orElse(null),
                CalendarForms.date(typed.getOrDefault("checkedOn", "")).orElse(null),
                typed.getOrDefault("remark", "").strip(),
                typed.containsKey("retired"));
        problems.addAll(entry.problems(facilities.today(administrator.officeId())));
        return problems.isEmpty() ? Optional.of(entry) : Optional.empty();
    }

    private static Map<String, String> typed(FacilityEntry entry) {
        Map<String, String> typed = new HashMap<>(Map.of(
                "kind", entry.kind().name(),
                "name", entry.name(),
                "place", entry.place(),
                "count", Integer.toString(entry.count()),
                "condition", entry.condition().name(),
                "checkedOn", DATE.format(entry.checkedOn()),
                "remark", entry.remark()));
        if (entry.retired()) {
            typed.put("retired", "true");
        }
        return typed;
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants()).filter(c -> c.name().equals(name)).findFirst();
    }

    private Facilities.Numbered find(SignedIn administrator, long id) {
        return facilities.one(administrator, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}

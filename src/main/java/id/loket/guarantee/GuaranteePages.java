package id.loket.guarantee;

import id.loket.platform.security.SignedIn;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The day on which an applicant promised to collect. */
@Controller
@PreAuthorize("hasRole('OFFICER')")
class GuaranteePages {

    private final CollectionReminders reminders;

    GuaranteePages(CollectionReminders reminders) {
        this.reminders = reminders;
    }

    @PostMapping("/berkas/{registration}/janji-ambil")
    String agree(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String registration,
            @RequestParam(defaultValue = "") String tanggal) {
        boolean noted = false;
        try {
            noted = reminders.agree(officer, registration, LocalDate.parse(tanggal));
        } catch (DateTimeParseException e) {
            // as a day that can't be
        }
        return "redirect:/berkas/" + registration + (noted ? "" : "?janji=salah") + "#pemberitahuan";
    }
}

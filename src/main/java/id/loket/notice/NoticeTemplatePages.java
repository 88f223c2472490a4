package id.loket.notice;

import id.loket.platform.security.SignedIn;
import id.loket.platform.web.Choice;
import id.loket.standard.Standards;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.context.i18n.LocaleContextHolder;
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

/** Settings: what notices say, per event, channel and language, with a preview. */
@Controller
@RequestMapping("/pengaturan/pemberitahuan")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class NoticeTemplatePages {

    private final NoticeTemplates templates;
    private final Standards standards;

    NoticeTemplatePages(NoticeTemplates templates, Standards standards) {
        this.templates = templates;
        this.standards = standards;
    }

    @GetMapping
    ModelAndView all(@AuthenticationPrincipal SignedIn administrator) {
        return new ModelAndView("notice/templates", Map.of("templates", templates.all(administrator)));
    }

    @GetMapping("/{event}/{channel}/{language}")
    ModelAndView one(
            @AuthenticationPrincipal SignedIn administrator,
            @PathVariable NoticeEvent event,
            @PathVariable Channel channel,
            @PathVariable String language,
            @RequestParam(defaultValue = "") String layanan) {
        TemplateKey key = key(administrator, event, channel, language, layanan);
        NoticeTemplates.Current current = templates.one(administrator, key);
        return page(administrator, current, current.wording());
    }

    /** Shows what it would look like, keeps it, or goes back to what ships with Loket. */
    @PostMapping("/{event}/{channel}/{language}")
    ModelAndView change(
            @AuthenticationPrincipal SignedIn administrator,
            @PathVariable NoticeEvent event,
            @PathVariable Channel channel,
            @PathVariable String language,
            @RequestParam(defaultValue = "") String layanan,
            @RequestParam(defaultValue = "") String judul,
            @RequestParam(defaultValue = "") String teks,
            @RequestParam(defaultValue = "periksa") String tindakan) {
        TemplateKey key = key(administrator, event, channel, language, layanan);
        Wording typed = new Wording(judul, teks);
        if (tindakan.equals("kembali")) {
            templates.reset(administrator, key);
            return new ModelAndView("redirect:/pengaturan/pemberitahuan");
        }
        if (tindakan.equals("simpan") && templates.change(administrator, key, typed).isEmpty()) {
            return new ModelAndView("redirect:/pengaturan/pemberitahuan");
        }
        ModelAndView page = page(administrator, templates.one(administrator, key), typed);
        if (tindakan.equals("simpan")) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    /** What isn't in an address by which Loket leads here is a page that doesn't exist. */
    private TemplateKey key(SignedIn administrator, NoticeEvent event, Channel channel, String language, String service) {
        boolean known = service.isEmpty() || templates.all(administrator).stream().anyMatch(t -> t.key().service().equals(service))
                || standards.inForce(administrator.officeId(), service).isPresent();
        try {
            if (known) {
                return new TemplateKey(event, channel, language, service);
            }
        } catch (IllegalArgumentException noSuchTemplate) {
            // as below
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private ModelAndView page(SignedIn administrator, NoticeTemplates.Current current, Wording typed) {
        Map<String, Object> model = new HashMap<>();
        model.put("current", current);
        model.put("typed", typed);
        model.put("preview", templates.preview(administrator, current.key(), typed));
        model.put("names", List.copyOf(new TreeSet<>(current.key().event().names())));
        model.put(
                "services",
                standards.inForce(administrator.officeId()).stream()
                        .map(s -> new Choice(s.code(), s.name().in(LocaleContextHolder.getLocale())))
                        .toList());
        return new ModelAndView("notice/template", model);
    }
}

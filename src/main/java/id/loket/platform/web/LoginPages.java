package id.loket.platform.web;

import id.loket.platform.security.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The sign-in page. What it posts is taken by the security filter at the same address. */
@Open
@Controller
class LoginPages {

    /** More than this isn't believed: the number comes with the address. */
    private static final int LONGEST_WAIT_MINUTES = 60;

    private final ObjectProvider<DemoAccounts> demo;

    LoginPages(ObjectProvider<DemoAccounts> demo) {
        this.demo = demo;
    }

    @GetMapping("/masuk")
    ModelAndView login(
            @RequestParam(name = "tunggu", defaultValue = "0") long waitMinutes,
            HttpServletRequest request,
            Locale locale) {
        List<DemoAccounts.DemoAccount> accounts =
                demo.stream().flatMap(list -> list.list(locale).stream()).toList();
        Map<String, String[]> asked = request.getParameterMap();
        return new ModelAndView(
                "login/login",
                Map.of(
                        "page",
                        new LoginPage(
                                asked.containsKey("galat"),
                                asked.containsKey("keluar"),
                                asked.containsKey("sandi"),
                                Math.clamp(waitMinutes, 0, LONGEST_WAIT_MINUTES),
                                accounts)));
    }
}

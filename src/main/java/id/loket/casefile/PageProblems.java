package id.loket.casefile;

import id.loket.platform.web.ErrorPage;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What a page can't tell beside what was typed: that a movement wasn't possible, where there is no file to show it on. */
@ControllerAdvice(annotations = Controller.class)
class PageProblems {

    @ExceptionHandler
    ModelAndView refused(MoveRefused refused) {
        return new ModelAndView("error/error", Map.of("page", ErrorPage.of(409)), HttpStatus.CONFLICT);
    }
}

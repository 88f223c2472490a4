package id.loket.casefile;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The service asks for no such paper. */
@ResponseStatus(HttpStatus.BAD_REQUEST)
final class NoSuchRequirement extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoSuchRequirement(String code) {
        super(code);
    }
}

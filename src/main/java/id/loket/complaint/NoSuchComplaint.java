package id.loket.complaint;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The office has no such complaint, or it is none of the officer's business. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NoSuchComplaint extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoSuchComplaint(String number) {
        super(number);
    }
}

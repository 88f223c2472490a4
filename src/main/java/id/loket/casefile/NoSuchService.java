package id.loket.casefile;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The office has no such service in force. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NoSuchService extends RuntimeException {

    public NoSuchService(String code) {
        super(code);
    }
}

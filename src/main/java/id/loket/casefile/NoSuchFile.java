package id.loket.casefile;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such file in the officer's office; said in the same words whether it exists elsewhere or not. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NoSuchFile extends RuntimeException {

    public NoSuchFile(String registration) {
        super(registration);
    }
}

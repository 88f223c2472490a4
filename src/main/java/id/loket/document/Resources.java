package id.loket.document;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What lies in the jar. */
final class Resources {

    private Resources() {
    }

    static byte[] bytes(String path) {
        try (var in = Resources.class.getResourceAsStream(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

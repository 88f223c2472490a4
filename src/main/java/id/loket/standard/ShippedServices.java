package id.loket.standard;

import id.loket.office.OfficeCreated;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The definitions that ship with Loket, put in force for a new office that asks for them. */
@Component
class ShippedServices {

    private final Standards standards;

    ShippedServices(Standards standards) {
        this.standards = standards;
    }

    @EventListener
    void officeCreated(OfficeCreated event) {
        event.services().forEach(code -> standards.publish(event.officeId(), read(code)));
    }

    private static String read(String code) {
        try (InputStream yaml = ShippedServices.class.getResourceAsStream("/services/" + code + ".yaml")) {
            if (yaml == null) {
                throw new IllegalArgumentException("no service " + code + " ships with Loket");
            }
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

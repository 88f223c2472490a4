package id.loket.casefile.card;

import id.loket.standard.ServiceDefinition;
import id.loket.standard.ServiceDefinitions;
import id.loket.standard.Sop;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** SIKRO as shipped, and the people of an office who work on it. */
final class Sikro {

    static final ServiceDefinition SERVICE = read();
    static final Sop SOP = SERVICE.sop();

    /** An officer of the test office. */
    record Person(long id, String name, Set<String> roles) {}

    static final Person LOKET = new Person(1, "Contoh Loket", Set.of("FRONT_OFFICE"));
    static final Person CETAK = new Person(2, "Contoh Cetak", Set.of("BACK_OFFICE"));
    static final Person MUDA = new Person(3, "Contoh Muda", Set.of("JUNIOR_ANALYST"));
    static final Person MADYA = new Person(4, "Contoh Madya", Set.of("SENIOR_ANALYST"));
    static final Person SEKRETARIS = new Person(5, "Contoh Sekretaris", Set.of("SECRETARY"));
    static final Person KADIS = new Person(6, "Contoh Kadis", Set.of("HEAD_OF_OFFICE"));
    /** A second clerk at the counter. */
    static final Person LOKET_DUA = new Person(7, "Contoh Loket Dua", Set.of("FRONT_OFFICE"));
    /** Prints letters and stands in for the junior analyst. */
    static final Person RANGKAP = new Person(8, "Contoh Rangkap", Set.of("BACK_OFFICE", "JUNIOR_ANALYST"));

    static final List<Person> ALL = List.of(LOKET, CETAK, MUDA, MADYA, SEKRETARIS, KADIS, LOKET_DUA, RANGKAP);

    /** Who does each of the nine steps. */
    static Person of(int step) {
        return switch (step) {
            case 1, 2, 9 -> LOKET;
            case 3, 8 -> CETAK;
            case 4 -> MUDA;
            case 5 -> MADYA;
            case 6 -> SEKRETARIS;
            case 7 -> KADIS;
            default -> throw new IllegalArgumentException("no step " + step);
        };
    }

    static Rules.Decision decide(CardState state, Rules.Order order, Person by, Instant at) {
        return new Rules(SOP).decide(state, order, by.id(), by.name(), by.name().substring(7), by.roles(), at);
    }

    private Sikro() {}

    private static ServiceDefinition read() {
        try (InputStream yaml = Sikro.class.getResourceAsStream("/services/SIKRO.yaml")) {
            return ServiceDefinitions.parse(new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package id.loket.notice;

import java.time.Duration;
import java.util.List;

/** What became of one try. */
public sealed interface Carried {

    /** The gateway's numbers of the parts that it has by now, in order: of all where it accepted, of the first ones where it took no more. */
    default List<String> parts() {
        return List.of();
    }

    /**
     * The gateway has it.
     *
     * @param parts   one of a text that goes in one message; none where the gateway gives no numbers
     * @param receipt whether it will report the delivery of each part
     */
    record Accepted(List<String> parts, boolean receipt) implements Carried {

        public Accepted {
            parts = List.copyOf(parts);
        }

        /** @param reference the gateway's own number; "" for none */
        public Accepted(String reference, boolean receipt) {
            this(reference.isEmpty() ? List.of() : List.of(reference), receipt);
        }

        /** The gateway's own number, or those of the parts with {@code +} between them; "" for none. */
        public String reference() {
            return String.join("+", parts);
        }
    }

    /**
     * Not now.
     *
     * @param atLeast again after at least this long; null: as the back-off says
     */
    record Later(String why, Duration atLeast, List<String> parts) implements Carried {

        public Later(String why, Duration atLeast) {
            this(why, atLeast, List.of());
        }
    }

    /** Never by this way. */
    record Refused(String why) implements Carried {}

    /** The gateway may or may not have taken it: connection lost after sending. */
    record Unknown(String why, List<String> parts) implements Carried {

        public Unknown(String why) {
            this(why, List.of());
        }
    }
}

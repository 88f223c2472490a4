package id.loket.standard;

import java.util.List;

/**
 * Complaint handling (component 6, <i>penanganan pengaduan, saran, dan masukan</i>).
 *
 * @param channels how to complain
 * @param handling what the office does with a complaint
 */
public record Complaints(List<Channel> channels, List<Clause> handling) {

    /** A way to complain. Addresses and numbers are the office's own and not said here. */
    public record Channel(Medium medium, Text note) {
        public Channel {
            new Faults().given(medium, "medium").given(note, "note").raise();
        }
    }

    /** By what a complaint comes. */
    public enum Medium {
        IN_PERSON,
        LETTER,
        EMAIL,
        PHONE,
        INTERNET
    }

    public Complaints {
        channels = Faults.copy(channels);
        handling = Faults.copy(handling);
        new Faults()
                .expect(!channels.isEmpty(), "channels", "no-complaint-channel")
                .expect(!handling.isEmpty(), "handling", "no-complaint-handling")
                .raise();
    }
}

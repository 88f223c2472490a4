package id.loket.document;

import java.time.LocalDate;
import java.util.List;

/**
 * The service charter (<i>maklumat pelayanan</i>) for the wall: what the office promises, and what follows if it doesn't keep it (UU 25/2009).
 *
 * @param services  what is promised, at least one
 * @param date      of the charter
 * @param signatory who promises
 * @param url       where the standards are published: what the QR opens
 * @param printing  when and by whom
 */
public record Charter(List<Promise> services, LocalDate date, Signatory signatory, String url, Printing printing) {

    /** A service with its time and its fee in words. */
    public record Promise(String service, String time, String fee) {
    }
}

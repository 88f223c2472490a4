package id.loket.document;

import java.time.LocalDate;
import java.util.List;

/**
 * The service charter of an office (<i>maklumat pelayanan</i>, Law 25/2009 article 22), for the wall.
 *
 * @param services  what is promised; as many as fit on the sheet, the rest is counted
 * @param more      how many services besides
 * @param url       where all standards can be read
 * @param signatory who promises
 * @param date      of the charter
 * @param printing  when and by whom
 */
public record CharterSheet(
        List<Promise> services, int more, String url, Signatory signatory, LocalDate date, Printing printing) {

    /** A service with its promise and its fee, in words. */
    public record Promise(String service, String time, String fee) {}
}

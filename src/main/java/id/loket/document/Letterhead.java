package id.loket.document;

import java.time.ZoneId;

/**
 * Who speaks on a paper: the office as its letterhead names it.
 *
 * @param government the government the office belongs to, e.g. "Pemerintah Kota Pekanbaru"; printed in capitals
 * @param name       the office in full; printed in capitals
 * @param address    one line
 * @param contact    telephone, e-mail or site in one line; may be empty
 * @param city       place in front of the date of a letter
 * @param zone       zone of every clock time on the paper
 * @param emblem     the region's emblem as PNG; null prints an empty shield in its place
 */
public record Letterhead(String government, String name, String address, String contact, String city, ZoneId zone,
        byte[] emblem) {
}

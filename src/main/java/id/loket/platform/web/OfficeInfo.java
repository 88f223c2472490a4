package id.loket.platform.web;

import java.time.ZoneId;

/**
 * An office as its letterhead shows it.
 *
 * @param officeId key of the office
 * @param code short code used in addresses and logins, for example {@code 1471}
 * @param government the government above it, for example {@code Pemerintah Kota Pekanbaru}
 * @param name full name
 * @param shortName name in the page header, for example {@code DPMPTSP Kota Pekanbaru}
 * @param letterCode its sign in the numbers of its own letters, for example {@code DPMPTSP}
 * @param zone the time zone of its clocks
 */
public record OfficeInfo(
        int officeId,
        String code,
        String government,
        String name,
        String shortName,
        String letterCode,
        String city,
        String address,
        String phone,
        String email,
        ZoneId zone) {}

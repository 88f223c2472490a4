package id.loket.office;

import id.loket.worktime.DayConvention;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * An office as a file describes it.
 *
 * @param code      code of the region, in public addresses and logins
 * @param letterCode its sign in the numbers of its own letters; the first word of the short name where the file gives none
 * @param hours     open intervals of each weekday, such as {@code 08.00-12.00}; a weekday that is absent is free
 * @param calendars shipped lists of free days, such as {@code ID-2026}
 * @param services  shipped services that it begins with
 */
record OfficeFile(
        String code,
        String government,
        String name,
        String shortName,
        String letterCode,
        String city,
        String address,
        String phone,
        String email,
        String zone,
        DayConvention dayConvention,
        Map<DayOfWeek, List<String>> hours,
        List<String> calendars,
        List<String> services,
        List<RoleLine> roles,
        List<OfficerLine> officers,
        List<FacilityLine> facilities) {

    /** @param name in Bahasa Indonesia */
    record RoleLine(String code, String name, String english) {}

    /**
     * @param nip     empty if none
     * @param work    one line on what he or she does, for the demo
     * @param english the same in English
     */
    record OfficerLine(
            String username, String name, String initials, String nip, List<String> roles, String work, String english) {

        OfficerLine {
            nip = nip == null ? "" : nip;
            roles = roles == null ? List.of() : roles;
        }

        OfficerForm form() {
            return new OfficerForm(text(username), text(name), text(initials), nip, "", Set.copyOf(roles));
        }
    }

    /**
     * What the office has to work with (MFG-2), in good order.
     *
     * @param count 1 where the file says nothing
     */
    record FacilityLine(FacilityKind kind, String name, String place, Integer count) {

        FacilityLine {
            place = place == null ? "" : place;
            count = count == null ? 1 : count;
        }

        FacilityEntry entry(LocalDate checkedOn) {
            return new FacilityEntry(kind, text(name), place, count, FacilityEntry.Condition.GOOD, checkedOn, "", false);
        }
    }

    private static final Pattern CODE = Pattern.compile("[0-9a-z]{1,20}");
    private static final Pattern LETTER_CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9./-]{0,29}");
    private static final OfficerLine ADMINISTRATOR =
            new OfficerLine("admin", "Administrator", "Ad", "", List.of(Officers.ADMINISTRATOR), null, null);
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    OfficeFile {
        letterCode = letterCode == null ? text(shortName).strip().split("\\s+")[0] : letterCode;
        dayConvention = dayConvention == null ? DayConvention.DUE_AT_CLOSING : dayConvention;
        hours = hours == null ? Map.of() : hours;
        calendars = calendars == null ? List.of() : calendars;
        services = services == null ? List.of() : services;
        roles = roles == null ? List.of() : roles;
        officers = officers == null ? List.of() : officers;
        facilities = facilities == null ? List.of() : facilities;
    }

    /** @throws IllegalArgumentException saying in a line where the text can't be read */
    static OfficeFile read(String yaml) {
        try {
            OfficeFile file = YAML.readValue(yaml, OfficeFile.class);
            if (file == null) {
                throw new IllegalArgumentException("the file is empty");
            }
            return file;
        } catch (JacksonException e) {
            String where = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
            throw new IllegalArgumentException(where + e.getOriginalMessage().lines().findFirst().orElse(""), e);
        }
    }

    /** With somebody who can see to the others: where the file names no administrator there is one more account, {@code admin}. */
    OfficeFile withAdministrator() {
        if (officers.stream().anyMatch(o -> o.roles().contains(Officers.ADMINISTRATOR))) {
            return this;
        }
        List<OfficerLine> all = new ArrayList<>(officers);
        all.add(ADMINISTRATOR);
        return new OfficeFile(
                code, government, name, shortName, letterCode, city, address, phone, email, zone, dayConvention, hours, calendars, services, roles,
                all, facilities);
    }

    /** What is wrong with it, a line for each. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (!CODE.matcher(text(code)).matches()) {
            faults.add("code: small letters and digits");
        }
        if (!LETTER_CODE.matcher(letterCode).matches()) {
            faults.add("letterCode: letters, digits, full stops, slashes and hyphens, at most 30");
        }
        required().forEach((field, value) -> {
            if (text(value).isBlank()) {
                faults.add(field + ": is missing");
            }
        });
        try {
            ZoneId.of(text(zone));
        } catch (DateTimeException e) {
            faults.add("zone: such as Asia/Jakarta, Asia/Makassar or Asia/Jayapura");
        }
        hours.forEach((day, intervals) -> {
            try {
                HoursText.parse(String.join(",", intervals));
            } catch (IllegalArgumentException e) {
                faults.add("hours, " + day + ": " + e.getMessage());
            }
        });
        if (hours.values().stream().allMatch(List::isEmpty)) {
            faults.add("hours: the office never opens");
        }
        calendars.stream()
                .filter(calendar -> OfficeFiles.calendar(calendar).isEmpty())
                .forEach(calendar -> faults.add("calendars: none is called " + calendar));
        Set<String> known = roles.stream().map(RoleLine::code).collect(Collectors.toSet());
        if (!known.contains(Officers.ADMINISTRATOR)) {
            faults.add("roles: " + Officers.ADMINISTRATOR + " is missing");
        }
        for (OfficerLine officer : officers) {
            officer.form().problems(known).forEach(p -> faults.add("officers, " + officer.username() + ": " + p.field() + " is wrong"));
        }
        if (officers.stream().map(OfficerLine::username).distinct().count() < officers.size()) {
            faults.add("officers: a username comes twice");
        }
        for (FacilityLine facility : facilities) {
            if (facility.kind() == null || text(facility.name()).isBlank() || facility.count() < 1) {
                faults.add("facilities, " + text(facility.name()) + ": a kind, a name, and a count of 1 or more");
            }
        }
        return faults;
    }

    private Map<String, String> required() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("government", government);
        fields.put("name", name);
        fields.put("shortName", shortName);
        fields.put("city", city);
        fields.put("address", address);
        fields.put("phone", phone);
        fields.put("email", email);
        return fields;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}

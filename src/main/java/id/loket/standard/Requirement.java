package id.loket.standard;

import java.time.LocalDate;

/**
 * A paper that the applicant brings (component 1, <i>persyaratan</i>).
 *
 * @param code       unique in the service, capitals, e.g. {@code DIPLOMA}
 * @param name       as on the check list
 * @param hint       more about it, e.g. who issues it; null for nothing
 * @param group      about whom or what it is; {@link Group#ADMINISTRATIVE} where the file says nothing
 * @param form       in which form it is handed in
 * @param count      how many, 1 or more
 * @param when       when it is asked for
 * @param note       the same in words, e.g. "bila diwakilkan"; null exactly where it is always asked for
 * @param scan       what a scan of it may be; null in a file means as the service says
 * @param validFrom  first day on which it is asked for; null for since ever
 * @param validUntil last day on which it is asked for; null for no end
 */
public record Requirement(
        String code,
        Text name,
        Text hint,
        Group group,
        Form form,
        int count,
        Condition when,
        Text note,
        ScanLimits scan,
        LocalDate validFrom,
        LocalDate validUntil) {

    /** In which form a paper is handed in. */
    public enum Form {
        ORIGINAL,
        COPY,
        CERTIFIED_COPY,
        SCAN
    }

    /** About whom or what a paper is. */
    public enum Group {
        /** The applicant. */
        ADMINISTRATIVE,
        /** The place, the equipment, the staff; judged by the technical team. */
        TECHNICAL
    }

    public Requirement {
        group = group == null ? Group.ADMINISTRATIVE : group;
        when = when == null ? Condition.ALWAYS : when;
        new Faults()
                .code(code, "code")
                .given(name, "name")
                .given(form, "form")
                .expect(count >= 1, "count", "count")
                .comparing("when", "note")
                .expect(when.isAlways() == (note == null), "note", "note-and-when")
                .expect(
                        validFrom == null || validUntil == null || !validUntil.isBefore(validFrom),
                        "validUntil",
                        "ends-before")
                .raise();
    }

    /** Largest size of a scan in bytes, inclusive. */
    public int maxBytes() {
        return scan.maxBytes();
    }

    /** Whether it is asked for on a day at all. */
    public boolean isAskedOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validUntil == null || !day.isAfter(validUntil));
    }

    /** The same with the limits of the service where it has none of its own. */
    Requirement scannedWithin(ScanLimits ofService) {
        return scan != null
                ? this
                : new Requirement(code, name, hint, group, form, count, when, note, ofService, validFrom, validUntil);
    }
}

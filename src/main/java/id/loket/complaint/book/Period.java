package id.loket.complaint.book;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;

/** Days of which the book is shown, first and last inclusive. */
public record Period(LocalDate from, LocalDate to) {

    /** Nothing was written down in an electronic book before, and nobody looks further ahead. */
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    /** Why days are no period. */
    enum Fault {
        /** Not a day at all, or one that can't be. */
        DAY,
        BACKWARDS
    }

    /** A period that can't be; nothing is shown for it. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Fault fault;
        private final String field;

        Wrong(String field, Fault fault) {
            super(field + ": " + fault);
            this.field = field;
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }

        String field() {
            return field;
        }
    }

    static Period month(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    static Period quarter(LocalDate day) {
        YearMonth first = YearMonth.of(day.getYear(), (day.get(IsoFields.QUARTER_OF_YEAR) - 1) * 3 + 1);
        return new Period(first.atDay(1), first.plusMonths(2).atEndOfMonth());
    }

    static Period year(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /**
     * The period of two typed days, such as {@code 2026-11-01}; what is empty is the month of {@code today}.
     *
     * @throws Wrong if they are no days, or the first comes after the last
     */
    static Period of(String from, String to, LocalDate today) {
        Period month = month(YearMonth.from(today));
        LocalDate last = day("sampai", to, from.isBlank() ? month.to : null);
        LocalDate first = day("dari", from, last == null ? month.from : last.isBefore(month.from) ? last.withDayOfMonth(1) : month.from);
        if (last == null) {
            last = first.isAfter(month.to) ? YearMonth.from(first).atEndOfMonth() : month.to;
        }
        if (last.isBefore(first)) {
            throw new Wrong("sampai", Fault.BACKWARDS);
        }
        return new Period(first, last);
    }

    private static LocalDate day(String field, String typed, LocalDate otherwise) {
        if (typed.isBlank()) {
            return otherwise;
        }
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
                throw new Wrong(field, Fault.DAY);
            }
            return day;
        } catch (DateTimeException e) {
            throw new Wrong(field, Fault.DAY);
        }
    }

    /** The same number of months before or after, where it is whole months; else as many days. */
    Period moved(int times) {
        YearMonth first = YearMonth.from(from);
        YearMonth last = YearMonth.from(to);
        if (from.equals(first.atDay(1)) && to.equals(last.atEndOfMonth())) {
            long months = (first.until(last, java.time.temporal.ChronoUnit.MONTHS) + 1) * times;
            return new Period(first.plusMonths(months).atDay(1), last.plusMonths(months).atEndOfMonth());
        }
        long days = (from.until(to, java.time.temporal.ChronoUnit.DAYS) + 1) * times;
        return new Period(from.plusDays(days), to.plusDays(days));
    }

    public Instant start(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The moment after its last. */
    public Instant end(ZoneId zone) {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }
}

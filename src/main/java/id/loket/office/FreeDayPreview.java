package id.loket.office;

import java.time.LocalDate;

/**
 * What a free day would do to promises already made.
 *
 * @param affected how many open files would be due at another time
 */
public record FreeDayPreview(LocalDate date, int affected) {}

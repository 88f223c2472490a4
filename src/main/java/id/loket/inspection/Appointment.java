package id.loket.inspection;

import java.time.Instant;
import java.util.List;

/**
 * When a team comes to look at the place.
 *
 * @param number 1 for the first of the file; the newest holds
 * @param team   officers, at least one
 * @param note   for the applicant; empty for none
 * @param why    the one before was moved; empty for the first
 */
public record Appointment(int number, Instant at, String place, List<Long> team, String note, String why) {}

package id.loket.office;

import id.loket.worktime.WorkingCalendar;

/**
 * An office's calendar changed: published inside the transaction that changes it.
 *
 * @param calendar  the calendar as it is from now on
 * @param why       what changed, in the office's language, as it will explain moved due times
 * @param byOfficer who changed it
 */
public record CalendarChanged(int officeId, WorkingCalendar calendar, String why, long byOfficer) {}

package id.loket.office;

import id.loket.worktime.WorkingCalendar;

/** Tells beforehand what a change of the calendar does to promises already made; the module that keeps the files implements it. */
public interface OpenDeadlines {

    /** How many open files of an office would be due at another time if this were its calendar. */
    int affectedBy(int officeId, WorkingCalendar calendar);
}

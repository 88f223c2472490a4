package id.loket.inspection;

/** A team was told when it has to look at a place: published inside the transaction that schedules it. */
public record InspectionScheduled(int officeId, String registration, Appointment appointment) {}

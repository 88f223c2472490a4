package id.loket.complaint.handling;

import java.time.Instant;

/**
 * What every entry carries.
 *
 * @param seq place in the complaint's record, from 1 without gaps
 * @param at  when the system saw it happen, to the microsecond; never earlier than the entry before
 * @param by  who made it
 */
public record Stamp(int seq, Instant at, Handler by) {}

package id.loket.casefile.card;

import java.time.Instant;

/**
 * What every entry of a card carries (MFG-4c: who and when, in order).
 *
 * @param seq  place on the card, from 1 without gaps
 * @param step number of the SOP step at which the file was when the entry was made
 * @param at   when the system saw it happen, to the microsecond; never earlier than the entry before
 * @param by   who made it
 */
public record Stamp(int seq, int step, Instant at, Officer by) {}

package id.loket.document;

import java.time.Instant;

/**
 * When, by whom and for which time a paper is printed. The foot of the paper says it, and the PDF carries it as its
 * date: the same paper with the same printing is the same bytes.
 *
 * @param at     moment of printing
 * @param by     the officer's name
 * @param number 1 for the first printing of this paper
 */
public record Printing(Instant at, String by, int number) {
}

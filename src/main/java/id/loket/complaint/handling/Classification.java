package id.loket.complaint.handling;

/**
 * How a complaint is sorted (PGD-b, PGD-j1).
 *
 * @param matter        what it is
 * @param kind          code of the topic, from the office's list
 * @param weight        who decides
 * @param responseClass by when
 * @param section       code of the role whose section is concerned
 */
public record Classification(Matter matter, String kind, Weight weight, ResponseClass responseClass, String section) {}

package id.loket.complaint.web;

import id.loket.complaint.handling.Matter;

/**
 * What the sender of a complaint chose.
 *
 * @param kind        code of the topic; empty: not said
 * @param confirmedBy {@code LINK} or {@code CODE}; empty where there was nothing to confirm
 * @param client      name of the outside application; empty: the public form
 */
public record Sent(Matter matter, String kind, String confirmedBy, String client) {}

package id.loket.complaint.handling;

/** By what a complainant can be reached: whether a telephone number, a fax number, an e-mail address was given. */
public record Reach(boolean phone, boolean fax, boolean email) {}

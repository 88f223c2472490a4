package id.loket.casefile.card;

/**
 * The officer who makes an entry, as he or she was at that moment; later changes of name or role don't touch the card.
 *
 * @param id       the officer's number within the office
 * @param name     full name with degrees
 * @param initials the initials (<i>paraf</i>) as printed on the card
 * @param role     code of the role in which the officer acts
 */
public record Officer(long id, String name, String initials, String role) {}

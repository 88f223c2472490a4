package id.loket.notice;

/**
 * What a notice says, with places in braces or filled.
 *
 * @param title subject of an e-mail or letter, one line; "" where the channel has none
 */
public record Wording(String title, String body) {}

package id.loket.document;

/**
 * Who signs a letter.
 *
 * @param capacity the post, e.g. "Kepala Dinas"; with "Plt." or "Plh." in front for a deputy
 * @param name     with degrees
 * @param rank     rank and grade; null for none
 * @param nip      number of the civil servant; null for none
 */
public record Signatory(String capacity, String name, String rank, String nip) {
}

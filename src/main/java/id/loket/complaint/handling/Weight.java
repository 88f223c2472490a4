package id.loket.complaint.handling;

/** How much a complaint weighs (<i>bobot</i>), which decides who decides (PGD-b to PGD-e). By when is said by {@link ResponseClass}. */
public enum Weight {
    /** <i>Ringan</i>. */
    LIGHT,
    /** <i>Sedang</i>. */
    MEDIUM,
    /** <i>Berat</i>. */
    HEAVY;

    /** The next heavier; the heaviest stays. */
    public Weight heavier() {
        return this == LIGHT ? MEDIUM : HEAVY;
    }
}

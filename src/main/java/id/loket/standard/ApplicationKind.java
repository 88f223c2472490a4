package id.loket.standard;

/** What an applicant may ask of a service. */
public enum ApplicationKind {
    /** A first permit (<i>baru</i>). */
    NEW,
    /** The same again after it ended (<i>perpanjangan</i>). */
    RENEWAL,
    /** Other data on a permit that holds (<i>perubahan</i>). */
    AMENDMENT,
    /** Giving a permit back (<i>cabut</i>). */
    REVOCATION,
    /** A second copy of a lost or spoilt permit (<i>duplikat</i>). */
    DUPLICATE
}

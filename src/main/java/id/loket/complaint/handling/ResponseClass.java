package id.loket.complaint.handling;

/**
 * The class of the national complaint system SP4N, which decides by when (Perpres 76/2013 and its ministerial regulation). Who decides is
 * said by {@link Weight}. The terms are the office's to set: see {@link Terms}.
 */
public enum ResponseClass {
    /** A class of its own that some offices have for what is answered at once. */
    LIGHT_LOCAL,
    /** Information or the explanation of a rule. */
    NORMATIVE,
    /** <i>Aspirasi</i>. */
    ASPIRATION,
    /** <i>Tidak berkadar pengawasan</i>. */
    NON_SUPERVISORY,
    /** <i>Berkadar pengawasan</i>: alleges misconduct and must be investigated. */
    SUPERVISORY
}

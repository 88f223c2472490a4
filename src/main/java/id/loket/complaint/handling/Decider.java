package id.loket.complaint.handling;

/** Whose decision an answer may need. */
public enum Decider {
    /** The head of the section concerned. */
    SECTION_HEAD,
    HEAD_OF_OFFICE,
    /** The mayor or regent, through an assistant or the regional secretary; recorded by the head of office with the minutes. */
    REGIONAL_GOVERNMENT
}

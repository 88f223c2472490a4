package id.loket.complaint.handling;

/** What came in. All of it is recorded and answered; only {@link #COMPLAINT} is counted as a complaint. */
public enum Matter {
    COMPLAINT,
    /** <i>Saran, masukan, aspirasi</i>. */
    SUGGESTION,
    /** <i>Permintaan informasi</i>. */
    INFORMATION_REQUEST
}

package id.loket.office;

/** What the office has in its register of facilities and a service may need (MFG-2). */
public enum FacilityKind {
    /** <i>Alat tulis kantor</i>. */
    STATIONERY,
    /** <i>Stempel, cap</i>. */
    STAMP,
    COMPUTER,
    INTERNET,
    PRINTER,
    SCANNER,
    FILING_CABINET,
    /** Desk with chair. */
    DESK,
    /** Telephone, fax or other means of communication. */
    TELEPHONE,
    COUNTER,
    WAITING_ROOM,
    /** <i>Kendaraan operasional</i>, for inspections. */
    VEHICLE,
    CAMERA
}

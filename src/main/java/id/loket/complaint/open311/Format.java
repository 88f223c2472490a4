package id.loket.complaint.open311;

/** In which an answer is asked for: the ending of the address. */
enum Format {
    JSON,
    XML
}

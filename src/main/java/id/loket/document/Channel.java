package id.loket.document;

/** A way to reach somebody, e.g. "Telepon" and "0761 000 000". */
public record Channel(String name, String address) {
}

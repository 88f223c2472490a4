package id.loket.notice;

/**
 * What a notice is about, so that a page finds the notices about it.
 *
 * @param kind in capitals, e.g. {@code FILE}
 * @param key  within the office, e.g. a registration number
 */
public record Subject(String kind, String key) {

    public static Subject file(String registration) {
        return new Subject("FILE", registration);
    }
}

package id.loket.platform.web;

/**
 * What an error page shows: what happened, what to do, what stays safe.
 *
 * @param status the HTTP status
 * @param kind which texts it has: {@code error.<kind>.title}, {@code .text} and {@code .safe}
 */
public record ErrorPage(int status, String kind) {

    /** The page for a status; statuses without texts of their own share those of their class. */
    public static ErrorPage of(int status) {
        return new ErrorPage(status, switch (status) {
            case 403, 404, 405, 409, 413, 429 -> Integer.toString(status);
            default -> status >= 500 ? "500" : "400";
        });
    }

    /** Whether Loket itself is disturbed, so that the page must not need the database. */
    public boolean disturbed() {
        return status >= 500;
    }
}

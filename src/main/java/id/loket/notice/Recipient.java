package id.loket.notice;

/**
 * Somebody to be told, with whatever is known of ways to reach them.
 *
 * @param phone    as it was given, in any form; "" for none
 * @param email    "" for none
 * @param address  postal; "" for none
 * @param language {@code id} or {@code en}
 */
public record Recipient(String name, String phone, String email, String address, String language) {

    public Recipient {
        if (!language.equals("id") && !language.equals("en")) {
            throw new IllegalArgumentException("there are no notices in " + language);
        }
    }
}

package id.loket.standard;

import java.util.Locale;

/**
 * A text of the office, Indonesian first.
 *
 * @param id Indonesian, never blank
 * @param en English; null where there is no translation
 */
public record Text(String id, String en) {

    public Text {
        new Faults()
                .expect(id != null && !id.isBlank(), "id", "text-missing")
                .expect(en == null || !en.isBlank(), "en", "english-empty")
                .raise();
    }

    /** A text without translation. */
    public static Text of(String id) {
        return new Text(id, null);
    }

    /** The text in the reader's language; Indonesian where it isn't translated. */
    public String in(Locale locale) {
        return en != null && locale.getLanguage().equals("en") ? en : id;
    }
}

package id.loket.platform.web;

import java.util.Locale;

/** Light or dark: the reader's choice, kept in a cookie; without one the device decides. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK;

    static final String COOKIE = "tema";

    /** The choice with this name; anything else leaves it to the device. */
    static Theme of(String name) {
        return switch (name) {
            case "light" -> LIGHT;
            case "dark" -> DARK;
            case null, default -> SYSTEM;
        };
    }

    /** Suffix of its text key. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Value of {@code data-theme}, or null where the device decides. */
    public String attribute() {
        return this == SYSTEM ? null : key();
    }
}

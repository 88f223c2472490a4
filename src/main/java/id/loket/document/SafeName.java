package id.loket.document;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of uploaded files, made fit to be shown and saved. */
final class SafeName {

    private static final int LONGEST = 120;
    private static final Map<String, String> EXTENSIONS = Map.of("application/pdf", ".pdf", "image/jpeg", ".jpg",
            "image/png", ".png");
    /** Control and format signs: line breaks, zero-width signs, signs that turn the direction of writing. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}]");
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*&';%]");
    private static final Pattern EXTENSION = Pattern.compile("\\.(pdf|jpe?g|png)$", Pattern.CASE_INSENSITIVE);

    private SafeName() {
    }

    static String of(String filename, String mediaType) {
        String name = withoutExtension(visible(filename)).replaceFirst("^[. ]+", "");
        String extension = EXTENSIONS.get(mediaType);
        int room = LONGEST - extension.length();
        if (name.length() > room) {
            name = name.substring(0, Character.isHighSurrogate(name.charAt(room - 1)) ? room - 1 : room).strip();
        }
        return (name.isEmpty() ? "scan" : name) + extension;
    }

    /** The extension if it is one of the three kinds that are accepted, in lower case and with its dot. */
    static Optional<String> claimedExtension(String filename) {
        var extension = EXTENSION.matcher(visible(filename));
        return extension.find() ? Optional.of(extension.group().toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static String visible(String filename) {
        String name = filename == null ? "" : UNSEEN.matcher(Normalizer.normalize(filename, Normalizer.Form.NFC)).replaceAll("");
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return FORBIDDEN.matcher(name).replaceAll("-").replaceAll("\\s+", " ").replaceFirst("[. ]+$", "");
    }

    private static String withoutExtension(String name) {
        String shorter = EXTENSION.matcher(name).replaceFirst("");
        return shorter.equals(name) ? name : withoutExtension(shorter.strip());
    }
}

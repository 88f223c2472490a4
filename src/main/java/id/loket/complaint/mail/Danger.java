package id.loket.complaint.mail;

import id.loket.complaint.mail.ReadMail.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.Tika;

/** Why an attachment may do harm to who opens it. Looks into archives, within bounds. */
enum Danger {
    /** A program, by name or content. */
    PROGRAM,
    /** A name that hides what the file is. */
    DISGUISED,
    /** A document with macros. */
    MACRO,
    /** The signature with which virus scanners are tried. */
    VIRUS,
    /** An archive that unpacks to more than anybody sends. */
    BOMB,
    /** An archive that can't be looked into: with a password, damaged, or of a kind that isn't known. */
    SEALED;

    private static final int MOST_ENTRIES = 500;
    private static final long LARGEST_UNPACKED = 32L * 1024 * 1024;
    private static final int DEEPEST = 3;

    private static final Pattern PROGRAM_NAME = Pattern.compile(
            "(?i).*\\.(exe|com|scr|pif|bat|cmd|msi|msp|dll|cpl|sys|js|jse|vbs|vbe|wsf|wsh|hta|ps1|psm1|jar|class|lnk|reg|scf|inf|chm|iso|img|vhd"
                    + "|apk|app|sh|run|appimage|deb|rpm|dmg|pkg|xll|library-ms|url)\\s*");
    private static final Pattern MACRO_NAME = Pattern.compile("(?i).*\\.(docm|dotm|xlsm|xltm|xlsb|xlam|pptm|potm|ppsm|ppam|sldm)\\s*");
    private static final Pattern HIDING =
            Pattern.compile("(?is).*(\\.(pdf|jpe?g|png|gif|docx?|xlsx?|txt|html?)[\\s.]*\\.(exe|com|scr|pif|bat|cmd|js|vbs|hta|jar|lnk)\\s*|[\\u202A-\\u202E\\u2066-\\u2069].*|\\s{10,}\\S+)");
    private static final Pattern PROGRAM_TYPE = Pattern.compile(
            "application/(x-msdownload.*|x-dosexec|x-executable|x-elf|x-sharedlib|x-object|x-mach-o.*|java-vm|java-archive|x-sh|x-bat|x-ms-shortcut|x-ms-installer|x-iso9660-image)|text/(x-sh|javascript|vbscript|x-vbscript)");
    private static final Pattern ARCHIVE_TYPE = Pattern.compile(
            "application/(x-rar-compressed.*|x-7z-compressed|x-xz|x-bzip2?|x-tar|x-gtar|vnd.ms-cab-compressed|x-arj|x-lzh.*|x-ace-compressed|zstd|x-lz4|x-compress|x-archive|x-cpio)");

    /** The other way round, so that no scanner takes this program for it. */
    private static final String SIGNATURE =
            new StringBuilder("*H+H$!ELIF-TSET-SURIVITNA-DRADNATS-RACIE$}7)CC7)^P(45XZP\\4[PA@%P!O5X").reverse().toString();

    private static final class Signatures {
        private static final Tika TIKA = new Tika();
    }

    /** What is unpacked so far, of all archives in one another. */
    private static final class Budget {
        private long bytes = LARGEST_UNPACKED;
        private int entries = MOST_ENTRIES;
    }

    static Optional<Danger> in(Part part) {
        return Optional.ofNullable(in(part.name(), part.content(), 0, new Budget()));
    }

    private static Danger in(String name, byte[] content, int depth, Budget budget) {
        if (HIDING.matcher(name).matches()) {
            return DISGUISED;
        }
        if (PROGRAM_NAME.matcher(name).matches()) {
            return PROGRAM;
        }
        String all = new String(content, StandardCharsets.ISO_8859_1);
        if (all.contains(SIGNATURE)) {
            return VIRUS;
        }
        if (MACRO_NAME.matcher(name).matches() || macros(all)) {
            return MACRO;
        }
        String type = Signatures.TIKA.detect(content);
        if (PROGRAM_TYPE.matcher(type).matches() || all.startsWith("MZ") || all.startsWith("\u007fELF") || all.startsWith("#!")) {
            return PROGRAM;
        }
        if (all.startsWith("PK\u0003\u0004") || all.startsWith("PK\u0005\u0006")) {
            return depth >= DEEPEST ? BOMB : zip(content, depth, budget);
        }
        if (type.equals("application/gzip")) {
            return depth >= DEEPEST ? BOMB : gzip(name, content, depth, budget);
        }
        return ARCHIVE_TYPE.matcher(type).matches() ? SEALED : null;
    }

    /** Old documents keep names in UTF-16; in new ones a file of the archive says it. */
    private static boolean macros(String all) {
        boolean old = all.startsWith("\u00d0\u00cf\u0011\u00e0")
                && (all.contains("_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T") || all.contains("M\0a\0c\0r\0o\0s\0"));
        boolean rich = all.startsWith("{\\rt") && all.contains("\\objdata");
        return old || rich;
    }

    private static Danger zip(byte[] content, int depth, Budget budget) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            // Where an entry is announced and none can be read, it is damaged.
            boolean unreadable = content[2] == 3;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                unreadable = false;
                if (--budget.entries < 0) {
                    return BOMB;
                }
                if (entry.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
                    return MACRO;
                }
                byte[] unpacked = unpacked(zip, budget);
                Danger danger = unpacked == null ? BOMB : in(entry.getName(), unpacked, depth + 1, budget);
                if (danger != null) {
                    return danger;
                }
            }
            return unreadable ? SEALED : null;
        } catch (IOException | IllegalArgumentException lockedOrDamaged) {
            return SEALED;
        }
    }

    private static Danger gzip(String name, byte[] content, int depth, Budget budget) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(content))) {
            byte[] unpacked = unpacked(gzip, budget);
            return unpacked == null ? BOMB : in(name.replaceFirst("(?i)\\.t?gz$", ""), unpacked, depth + 1, budget);
        } catch (IOException damaged) {
            return SEALED;
        }
    }

    /** Null where it is more than may be. */
    private static byte[] unpacked(InputStream in, Budget budget) throws IOException {
        byte[] bytes = in.readNBytes((int) budget.bytes + 1);
        budget.bytes -= bytes.length;
        return budget.bytes < 0 ? null : bytes;
    }
}

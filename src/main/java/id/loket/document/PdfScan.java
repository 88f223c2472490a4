package id.loket.document;

import id.loket.document.UploadCheck.Objection;
import id.loket.document.UploadCheck.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Opens a PDF and looks at every object in it. Content of pages and pictures stays packed. */
final class PdfScan {

    /** Actions that reach beyond showing the page. */
    private static final Set<String> ACTIONS = Set.of("JavaScript", "Launch", "ImportData", "SubmitForm", "GoToE",
            "Rendition", "RichMediaExecute", "Movie", "Sound");
    /** Entries that only scripts, attachments and form programs have. */
    private static final Set<String> ENTRIES = Set.of("JS", "JavaScript", "EmbeddedFiles", "EF", "XFA", "RichMediaContent");

    private static final int READERS_LOOK_AT = 1024;
    /** Of all object tables and packed objects together, in bytes. */
    /** Characters; what describes a stream longer than this describes no scan. */
    private static final int LARGEST_DICTIONARY = 64 * 1024;

    private static final int LARGEST_STRUCTURE = 32 * 1024 * 1024;
    private static final Pattern STREAM = Pattern.compile("(?<!end)stream\\r?\\n");
    private static final Pattern STRUCTURE = Pattern.compile("/(ObjStm|XRef)\\b");
    private static final Pattern FILTER = Pattern.compile("/(?:[A-Z0-9]+Decode|Fl|LZW|AHx|A85|RL)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");

    private PdfScan() {
    }

    static Objection objection(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("%PDF-") || text.indexOf("%%EOF", bytes.length - READERS_LOOK_AT) < 0 || bloated(bytes, text)) {
            return new Objection(Reason.DAMAGED);
        }
        if (Hidden.endsAsZip(bytes)) {
            return new Objection(Reason.ACTIVE_CONTENT);
        }
        try (var document = Loader.loadPDF(bytes)) {
            if (document.isEncrypted()) {
                return new Objection(Reason.ENCRYPTED);
            }
            if (active(document)) {
                return new Objection(Reason.ACTIVE_CONTENT);
            }
            document.getPage(0).getMediaBox();
            return null;
        } catch (InvalidPasswordException e) {
            return new Objection(Reason.ENCRYPTED);
        } catch (IOException | RuntimeException | StackOverflowError e) { // the parser's ways to give up on a broken file
            return new Objection(Reason.DAMAGED);
        }
    }

    private static boolean active(PDDocument document) throws IOException {
        var toSee = new ArrayDeque<COSBase>();
        toSee.add(document.getDocument().getTrailer());
        for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
            COSBase object = document.getDocument().getObjectFromPool(key).getObject();
            if (object != null) {
                toSee.add(object);
            }
        }
        while (!toSee.isEmpty()) {
            switch (toSee.remove()) {
                case COSDictionary dictionary -> {
                    if (dictionary.keySet().stream().map(COSName::getName).anyMatch(ENTRIES::contains)
                            || dictionary.getDictionaryObject(COSName.S) instanceof COSName action
                                    && ACTIONS.contains(action.getName())) {
                        return true;
                    }
                    toSee.addAll(dictionary.getValues());
                }
                case COSArray array -> array.forEach(toSee::add);
                default -> {
                    // numbers, names, texts; references lead to objects that are seen by themselves
                }
            }
        }
        return false;
    }

    /** Objects can be packed, and the parser unpacks them into memory: count first. */
    private static boolean bloated(byte[] bytes, String text) {
        long unpacked = 0;
        Matcher stream = STREAM.matcher(text);
        while (stream.find()) {
            int begins = text.substring(Math.max(stream.start() - LARGEST_DICTIONARY, 0), stream.start()).lastIndexOf(" obj");
            if (begins < 0) {
                return true;
            }
            String dictionary = unescaped(
                    text.substring(Math.max(stream.start() - LARGEST_DICTIONARY, 0) + begins, stream.start()));
            if (STRUCTURE.matcher(dictionary).find()) {
                if (FILTER.matcher(dictionary).results().count() > 1) {
                    return true;
                }
                unpacked += inflated(bytes, stream.end(), LARGEST_STRUCTURE - unpacked);
                if (unpacked >= LARGEST_STRUCTURE) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String unescaped(String names) {
        return ESCAPED.matcher(names).replaceAll(
                escape -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }

    private static long inflated(byte[] bytes, int from, long most) {
        var inflater = new Inflater();
        try {
            inflater.setInput(bytes, from, bytes.length - from);
            byte[] sink = new byte[64 * 1024];
            long count = 0;
            for (int n; count < most && (n = inflater.inflate(sink)) > 0;) {
                count += n;
            }
            return count;
        } catch (DataFormatException e) {
            return 0; // not packed this way, or broken: the parser will say
        } finally {
            inflater.end();
        }
    }
}

package id.loket.casefile.card;

/** What officers write: kept as they wrote it, without what can't be seen, and no longer than somebody will read. */
public final class Remarks {

    private Remarks() {}

    /**
     * A remark as it is kept.
     *
     * @param text    as typed; null counts as nothing
     * @param longest characters; the rest is cut off
     */
    public static String of(String text, int longest) {
        String plain = text == null ? "" : text.replaceAll("[\\p{Cntrl}&&[^\r\n\t]]", "").strip();
        return plain.length() <= longest ? plain : plain.substring(0, longest);
    }
}

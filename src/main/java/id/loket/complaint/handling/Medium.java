package id.loket.complaint.handling;

import java.util.EnumSet;
import java.util.Set;

/** By which way a complaint came in (PGD-j1), which says by which ways it may be answered (PGD-f to PGD-i). */
public enum Medium {
    /** In person, at the complaint counter. */
    COUNTER,
    LETTER,
    PHONE,
    FAX,
    EMAIL,
    /** The form on the office's public page. */
    WEB,
    SOCIAL_MEDIA,
    /** The national portal SP4N-LAPOR!. */
    LAPOR;

    /**
     * How an answer may go out.
     *
     * @param reach what is known of the complainant
     */
    public Set<ReplyWay> replies(Reach reach) {
        Set<ReplyWay> ways = EnumSet.noneOf(ReplyWay.class);
        switch (this) {
            case COUNTER -> ways.add(ReplyWay.IN_PERSON);
            case LETTER -> {
                ways.add(ReplyWay.LETTER);
                addIf(ways, reach.phone(), ReplyWay.CALL);
            }
            case PHONE, FAX -> {
                addIf(ways, reach.phone(), ReplyWay.CALL);
                addIf(ways, reach.fax(), ReplyWay.FAX);
            }
            case EMAIL -> ways.add(ReplyWay.EMAIL);
            case WEB -> {
                ways.add(ReplyWay.STATUS_PAGE);
                addIf(ways, reach.email(), ReplyWay.EMAIL);
            }
            case SOCIAL_MEDIA, LAPOR -> ways.add(ReplyWay.SAME_PLACE);
        }
        return ways;
    }

    private static void addIf(Set<ReplyWay> ways, boolean known, ReplyWay way) {
        if (known) {
            ways.add(way);
        }
    }
}

package id.loket.notice;

/**
 * Why a wording can't be kept.
 *
 * @param what the unknown name, or ""
 */
public record WordingProblem(Kind kind, String what) {

    public enum Kind {
        BODY_EMPTY,
        TITLE_EMPTY,
        /** A brace or bracket has no counterpart, or a name in braces has blanks. */
        BRACES,
        UNKNOWN_NAME,
        /** More than {@link NoticeTemplates#LONGEST_SMS} or {@link NoticeTemplates#LONGEST_MAIL} signs. */
        TOO_LONG
    }
}

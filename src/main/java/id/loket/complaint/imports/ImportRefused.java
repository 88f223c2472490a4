package id.loket.complaint.imports;

import java.util.List;

/** A table can't be read or imported as it is; nothing has changed. */
final class ImportRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    enum Reason {
        EMPTY,
        /** More bytes than a table may have. */
        TOO_LARGE,
        /** A spreadsheet, a picture or the like. */
        NOT_CSV,
        /** Neither UTF-8 nor UTF-16 nor Windows-1252. */
        ENCODING,
        /** A quotation mark that isn't closed, or that stands where none may; with the line. */
        QUOTES,
        TOO_MANY_LINES,
        TOO_MANY_COLUMNS,
        /** A head, and nothing below it. */
        NO_LINES,
        /** No medium was chosen that has numbers of its own. */
        MEDIUM,
        /** It isn't said which column holds the number or the story. */
        COLUMNS_MISSING,
        /** Everything or nothing was asked for, and a line has something to mend. */
        FAULTY,
        /** No line is left to import. */
        NOTHING,
        /** Something came in between since the preview. */
        CHANGED,
        /** Imported or thrown away already. */
        DONE_ALREADY
    }

    private final Reason reason;
    private final transient List<Object> args;

    ImportRefused(Reason reason, Object... args) {
        super(reason + " " + List.of(args));
        this.reason = reason;
        this.args = List.of(args);
    }

    Reason reason() {
        return reason;
    }

    List<Object> args() {
        return args;
    }
}

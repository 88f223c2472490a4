package id.loket.casefile;

import java.util.List;

/** The papers that modules above hold for a file, for its page. */
public interface FilePapers {

    /**
     * A paper to open or print.
     *
     * @param key     message key of its name
     * @param path    where to get it
     * @param picture where to get its first page as a picture, to be shown beside the buttons for the officers who initial and sign
     *                it; null if it isn't shown
     */
    record Paper(String key, String path, String picture) {}

    /**
     * Something that one role may do with what the file produced, on a page of its own.
     *
     * @param key message key of its name
     */
    record Deed(String key, String path, String role) {}

    /** What a module holds for a file. */
    record Held(List<Paper> papers, List<Deed> deeds) {}

    Held of(int officeId, long fileId, String registration);
}

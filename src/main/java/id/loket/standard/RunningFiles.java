package id.loket.standard;

import java.util.List;

/** Tells how many files run on which version; the module that keeps the files implements it. */
public interface RunningFiles {

    /** @param open files of the service that aren't closed, on that version */
    record OnVersion(String code, int version, int open) {}

    /** What runs in an office; a version on which nothing runs isn't named. */
    List<OnVersion> of(int officeId);
}

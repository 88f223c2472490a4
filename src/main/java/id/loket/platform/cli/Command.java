package id.loket.platform.cli;

import java.util.List;

/** A command of {@code ./loket} besides {@code run}; any module can bring one. */
public interface Command {

    /** As typed, such as {@code cards verify}. */
    String name();

    /** One line for the list of commands. */
    String summary();

    /**
     * Does it.
     *
     * @param args what was typed after the name
     * @return the process's exit code: 0 for success
     */
    int run(List<String> args);
}

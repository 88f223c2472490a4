package id.loket.platform.cli;

import java.util.List;

/** A command that needs neither database nor settings, so nothing is started for it. Named in {@code META-INF/services}. */
public interface PlainCommand extends Command {

    /**
     * Whether it can do what was typed on its own.
     *
     * @param args what was typed after the name
     * @return false where the {@link Command} of the same name is to do it, in the application
     */
    default boolean takes(List<String> args) {
        return true;
    }
}

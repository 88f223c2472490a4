package id.loket.platform.db;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who runs the server, for PostgreSQL refuses to run as root. Root hides from it in a user namespace of its own, where it is nobody and
 * still reaches its files; where that is forbidden, as in many containers, another user runs the server and owns the data.
 *
 * @param prefix what a command line begins with
 * @param name   of that other user; null: whoever runs Loket
 */
record ServerUser(List<String> prefix, String name) {

    private static final ServerUser SELF = new ServerUser(List.of(), null);
    private static final ServerUser HIDDEN_ROOT = new ServerUser(List.of("unshare", "--user"), null);
    private static final List<String> OTHERS = List.of("postgres", "nobody");

    /**
     * Whoever owns the data goes on with them.
     *
     * @throws StartFailure if root finds nobody to run the server
     */
    static ServerUser of(Path data) {
        if (!System.getProperty("user.name").equals("root")) {
            return SELF;
        }
        String owner = owner(data);
        if (!owner.equals("root")) {
            return other(owner);
        }
        if (HIDDEN_ROOT.can("true")) {
            return HIDDEN_ROOT;
        }
        Path folder = data.getParent();
        return OTHERS.stream()
                .map(ServerUser::other)
                .filter(user -> user.can("test", "-x", folder.toString()))
                .findFirst()
                .orElseThrow(() -> new StartFailure(
                        "PostgreSQL doesn't run as root; root may not hide in a user namespace here, and no other user reaches " + folder
                                + ". Run Loket as an ordinary user, or set LOKET_DATABASE_URL to a PostgreSQL of your own",
                        null));
    }

    List<String> command(String... words) {
        return Stream.concat(prefix.stream(), Stream.of(words)).toList();
    }

    /** Gives a file or an empty folder to the server. */
    void own(Path path) {
        if (name == null) {
            return;
        }
        try {
            Files.setOwner(path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name));
        } catch (IOException e) {
            throw new StartFailure("Root can't give " + path + " to the user " + name + ": " + e.getMessage(), e);
        }
    }

    private static String owner(Path data) {
        try {
            return Files.exists(data) ? Files.getOwner(data).getName() : "root";
        } catch (IOException e) {
            throw new StartFailure("The data folder " + data + " can't be read: " + e.getMessage(), e);
        }
    }

    private static ServerUser other(String user) {
        return new ServerUser(List.of("runuser", "-u", user, "--"), user);
    }

    private boolean can(String... words) {
        try {
            return new ProcessBuilder(command(words))
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while the embedded database was starting", e);
        }
    }
}

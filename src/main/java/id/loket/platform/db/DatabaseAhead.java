package id.loket.platform.db;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The embedded server, started while the application is still being put together: neither needs the other before the first statement, and each
 * takes seconds.
 */
public final class DatabaseAhead implements AutoCloseable {

    private final Path folder;
    private final CompletableFuture<EmbeddedPostgres> server = new CompletableFuture<>();
    private final AtomicBoolean taken = new AtomicBoolean();

    private DatabaseAhead(Path folder) {
        this.folder = folder;
    }

    /** Begins to start the server of a data folder, which must be there. */
    public static DatabaseAhead begin(Path folder) {
        DatabaseAhead ahead = new DatabaseAhead(folder);
        Thread.ofPlatform().daemon().name("database-start").start(() -> {
            try {
                ahead.server.complete(EmbeddedPostgres.start(folder, true));
            } catch (RuntimeException e) {
                ahead.server.completeExceptionally(e);
            }
        });
        return ahead;
    }

    /**
     * The server, once it runs; whoever takes it closes it.
     *
     * @throws StartFailure as {@link EmbeddedPostgres#start}
     */
    EmbeddedPostgres take(Path wanted) {
        if (!wanted.toAbsolutePath().normalize().equals(folder.toAbsolutePath().normalize())) {
            close();
            return EmbeddedPostgres.start(wanted, true);
        }
        taken.set(true);
        try {
            return server.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Stops the server if nobody took it. */
    @Override
    public void close() {
        if (taken.compareAndSet(false, true)) {
            server.thenAccept(EmbeddedPostgres::close).exceptionally(neverStarted -> null).join();
        }
    }
}

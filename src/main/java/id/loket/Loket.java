package id.loket;

import id.loket.platform.LoketSettings;
import id.loket.platform.cli.Command;
import id.loket.platform.cli.PlainCommand;
import id.loket.platform.db.DataFolder;
import id.loket.platform.db.DatabaseAhead;
import id.loket.platform.db.StartFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;

/**
 * Entry point: {@code run}, the default, serves; every other word is a {@link Command}. What the person in front of it can mend is told in
 * one line.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Loket {

    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;

    public static void main(String[] args) {
        boolean serve = args.length == 0 || args[0].equals("run");
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
            // the build wants to know what beans there would be; nothing is started
            application(WebApplicationType.SERVLET).run();
            return;
        }
        try {
            Optional<PlainCommand> plain = serve ? Optional.empty() : plainCommand(List.of(args));
            if (plain.isPresent()) {
                System.exit(plain.get().run(argsOf(plain.get(), List.of(args))));
            }
            int port = requireUsableEnvironment();
            if (serve) {
                requireFree(port);
                serve(args);
            } else {
                System.exit(command(List.of(args)));
            }
        } catch (Exception e) {
            ERR.println(explain(e));
            System.exit(1);
        }
    }

    private static void serve(String[] args) {
        SpringApplication application = application(WebApplicationType.SERVLET);
        String[] options = Arrays.stream(args).skip(1).toArray(String[]::new);
        boolean embedded = System.getenv().getOrDefault("LOKET_DATABASE_URL", "").isEmpty();
        ConfigurableApplicationContext context = embedded ? besideDatabase(application, options) : application.run(options);
        OUT.println("Loket: " + context.getBean(LoketSettings.class).publicUrl());
        tellLauncher();
    }

    private static ConfigurableApplicationContext besideDatabase(SpringApplication application, String[] options) {
        DatabaseAhead database = DatabaseAhead.begin(dataFolder());
        application.addInitializers(fresh -> fresh.getBeanFactory().registerSingleton("databaseAhead", database));
        try {
            return application.run(options);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Only what a run that came to serve leaves behind is worth keeping for the next start: the launcher asks for this file. */
    private static void tellLauncher() {
        String served = System.getProperty("loket.served");
        if (served != null) {
            try {
                Files.createFile(Path.of(served));
            } catch (IOException e) {
                LoggerFactory.getLogger(Loket.class).warn("The next start won't be quicker: {}", e.toString());
            }
        }
    }

    private static int command(List<String> words) {
        try (ConfigurableApplicationContext context = application(WebApplicationType.NONE).run()) {
            List<Command> commands =
                    context.getBeanProvider(Command.class).orderedStream().toList();
            Optional<Command> command = commands.stream().filter(c -> isTyped(c, words)).findFirst();
            if (command.isPresent()) {
                return run(command.get(), argsOf(command.get(), words));
            }
            ERR.println("Unknown command: " + String.join(" ", words) + ". Commands: run"
                    + Stream.concat(commands.stream(), plainCommands()).map(Command::name).distinct().map(name -> ", " + name)
                            .reduce("", String::concat));
            return 2;
        }
    }

    /** The command that needs no application; the longer name first, as one may begin with another. */
    private static Optional<PlainCommand> plainCommand(List<String> words) {
        return plainCommands()
                .sorted(Comparator.comparingInt((PlainCommand c) -> c.name().length()).reversed())
                .filter(c -> isTyped(c, words))
                .findFirst()
                .filter(c -> c.takes(argsOf(c, words)));
    }

    private static Stream<PlainCommand> plainCommands() {
        return ServiceLoader.load(PlainCommand.class).stream().map(ServiceLoader.Provider::get);
    }

    private static boolean isTyped(Command command, List<String> words) {
        String typed = String.join(" ", words);
        return typed.equals(command.name()) || typed.startsWith(command.name() + " ");
    }

    private static List<String> argsOf(Command command, List<String> words) {
        return words.subList(command.name().split(" ").length, words.size());
    }

    private static int run(Command command, List<String> args) {
        try {
            return command.run(args);
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Loket.class).error("{} {} failed", command.name(), args, e);
            throw e;
        }
    }

    /** What would otherwise fail in the middle of the start, in words nobody understands. */
    private static int requireUsableEnvironment() {
        String port = System.getenv().getOrDefault("LOKET_PORT", "8080");
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65_535) {
            throw new StartFailure("LOKET_PORT is \"" + port + "\", but a port is a number from 1 to 65535", null);
        }
        DataFolder.prepare(dataFolder());
        return Integer.parseInt(port);
    }

    private static Path dataFolder() {
        return Path.of(System.getenv().getOrDefault("LOKET_DATA_DIR", "data")).toAbsolutePath();
    }

    /** Asked before the database is started: nobody should have to wait for this answer. */
    private static void requireFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw new StartFailure(inUse(port), e);
        }
    }

    private static String inUse(int port) {
        return "Port " + port + " is in use. Set LOKET_PORT to another one, or stop what uses it";
    }

    private static SpringApplication application(WebApplicationType type) {
        SpringApplication application = new SpringApplication(Loket.class);
        application.setWebApplicationType(type);
        application.setDefaultProperties(Map.of("loket.serving", type == WebApplicationType.SERVLET));
        return application;
    }

    /** One line for what can be mended; what can't is left to the log. */
    private static String explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartFailure) {
                return cause.getMessage();
            }
            if (cause instanceof PortInUseException inUse) {
                return inUse(inUse.getPort());
            }
        }
        return "Loket can't go on: " + failure.getMessage() + ". The log in the data folder says more";
    }
}

package id.loket.standard.bpmn;

import id.loket.platform.cli.PlainCommand;
import id.loket.standard.DefinitionException;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.ServiceDefinitions;
import id.loket.standard.ShippedServices;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code ./loket bpmn CODE [--version N]}: writes a service that ships with Loket, or a service file, to standard output as BPMN 2.0 with
 * its diagram. Exits with 1 where the file can't be used.
 */
public final class BpmnCommand implements PlainCommand {

    static final String NAME = "bpmn";
    static final String SUMMARY = "writes a service as BPMN 2.0";

    private static final PrintStream ERR = System.err;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return SUMMARY;
    }

    /** A service that an office has in the database is {@link OfficeBpmnCommand}'s. */
    @Override
    public boolean takes(List<String> args) {
        return BpmnOrder.parse(args)
                .map(order -> order.isFile() || shipped(order).isPresent())
                .orElse(true);
    }

    @Override
    public int run(List<String> args) {
        Optional<BpmnOrder> order = BpmnOrder.parse(args);
        if (order.isEmpty() || order.get().isFile() && args.size() > 1) {
            ERR.println(BpmnOrder.USAGE);
            return 2;
        }
        String source = order.get().source();
        try {
            write(order.get().isFile() ? ServiceDefinitions.parse(Files.readString(Path.of(source))) : shipped(order.get()).orElseThrow());
            return 0;
        } catch (NoSuchFileException e) {
            ERR.println("There is no file " + source);
        } catch (IOException e) {
            ERR.println(source + " can't be read: " + e.getMessage());
        } catch (DefinitionException e) {
            e.findings().forEach(finding -> ERR.println(source + ":" + finding));
        }
        return 1;
    }

    private static Optional<ServiceDefinition> shipped(BpmnOrder order) {
        if (order.office() != null) {
            return Optional.empty();
        }
        return ShippedServices.read(order.source())
                .map(ServiceDefinitions::parse)
                .filter(service -> order.version() == null || order.version() == service.version());
    }

    /** The bytes, whatever the terminal's character set: the file says that it is UTF-8. */
    static void write(ServiceDefinition service) {
        System.out.writeBytes(BpmnWriter.write(service).getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }
}

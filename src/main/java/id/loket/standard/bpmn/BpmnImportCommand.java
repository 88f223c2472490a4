package id.loket.standard.bpmn;

import id.loket.platform.cli.PlainCommand;
import id.loket.standard.DefinitionException;
import id.loket.standard.ServiceDefinitions;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code ./loket bpmn import FILE.bpmn}: writes a draft of a service file to standard output. Exits with 0 where the model was taken over
 * whole, with 3 where the draft needs hands (what was not taken over, was guessed or doesn't hold together yet is told), and with 1 where
 * no draft can be made.
 */
public final class BpmnImportCommand implements PlainCommand {

    private static final PrintStream ERR = System.err;
    private static final int NEEDS_HANDS = 3;

    @Override
    public String name() {
        return "bpmn import";
    }

    @Override
    public String summary() {
        return "makes a draft of a service from a BPMN model";
    }

    @Override
    public int run(List<String> args) {
        if (args.size() != 1) {
            ERR.println("Which model? ./loket bpmn import FILE.bpmn");
            return 2;
        }
        String file = args.getFirst();
        try (InputStream model = Files.newInputStream(Path.of(file))) {
            return write(file, BpmnReader.read(model));
        } catch (NoSuchFileException e) {
            ERR.println("There is no file " + file);
        } catch (IOException e) {
            ERR.println(file + " can't be read: " + e.getMessage());
        } catch (UnusableModel e) {
            ERR.println(file + ": " + e.getMessage());
        }
        return 1;
    }

    private static int write(String file, Draft draft) {
        String yaml = draft.yaml();
        System.out.writeBytes(yaml.getBytes(StandardCharsets.UTF_8));
        System.out.flush();
        draft.notices().forEach(notice -> ERR.println(file + ": " + notice));
        try {
            ServiceDefinitions.parse(yaml);
        } catch (DefinitionException e) {
            ERR.println("The draft doesn't hold together yet:");
            e.findings().forEach(finding -> ERR.println(finding));
            return NEEDS_HANDS;
        }
        return draft.notices().isEmpty() ? 0 : NEEDS_HANDS;
    }
}

package id.loket.office;

import id.loket.platform.LoketSettings;
import id.loket.platform.cli.Command;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * {@code ./loket office create FILE.yaml}: sets an office up and prints, for each account, a password to sign in with once. Exits with 1
 * and says what to mend where the file is wrong; then nothing is created.
 */
@Component
class OfficeCreateCommand implements Command {

    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;

    private final OfficeFiles files;
    private final LoketSettings settings;

    OfficeCreateCommand(OfficeFiles files, LoketSettings settings) {
        this.files = files;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "office create";
    }

    @Override
    public String summary() {
        return "sets up an office from a file";
    }

    @Override
    public int run(List<String> args) {
        if (args.size() != 1) {
            ERR.println("Which file? ./loket office create FILE.yaml");
            return 2;
        }
        try {
            return create(OfficeFile.read(Files.readString(Path.of(args.getFirst()))).withAdministrator());
        } catch (NoSuchFileException e) {
            return refuse("There is no file " + e.getFile());
        } catch (IOException e) {
            return refuse(args.getFirst() + " can't be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            return refuse(args.getFirst() + ", " + e.getMessage());
        }
    }

    private int create(OfficeFile file) {
        if (!file.faults().isEmpty()) {
            return refuse(String.join(System.lineSeparator(), file.faults()));
        }
        Map<String, String> passwords = new LinkedHashMap<>();
        try {
            files.create(file, officer -> {
                NewPassword password = NewPassword.random();
                passwords.put(officer.username(), password.text());
                return password;
            });
        } catch (DuplicateKeyException e) {
            return refuse("There is an office with the code " + file.code() + " already");
        }
        OUT.println(file.name() + " is set up. Each password is good for signing in once, to choose one's own:");
        passwords.forEach((username, password) -> OUT.printf("  %s@%s  %s%n", username, file.code(), password));
        if (settings.demo()) {
            OUT.println("Start Loket with LOKET_DEMO=false, so that the sign-in page doesn't show the accounts of the demo.");
        }
        return 0;
    }

    private static int refuse(String why) {
        ERR.println(why);
        return 1;
    }
}

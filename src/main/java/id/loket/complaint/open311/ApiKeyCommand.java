package id.loket.complaint.open311;

import id.loket.platform.cli.Command;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.OfficeInfo;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * {@code ./loket open311 key OFFICE NAME} gives an outside application a key and prints it once; {@code OFFICE} alone lists the
 * applications, {@code OFFICE --revoke NUMBER} ends a key.
 */
@Component
class ApiKeyCommand implements Command {

    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;
    private static final int LONGEST_NAME = 100;

    private final ApiClients clients;
    private final OfficeDirectory offices;

    ApiKeyCommand(ApiClients clients, OfficeDirectory offices) {
        this.clients = clients;
        this.offices = offices;
    }

    @Override
    public String name() {
        return "open311 key";
    }

    @Override
    public String summary() {
        return "keys of outside applications that send complaints";
    }

    @Override
    public int run(List<String> args) {
        if (args.isEmpty() || args.size() > 3 || args.size() == 3 && !args.get(1).equals("--revoke")) {
            ERR.println("./loket open311 key OFFICE [NAME | --revoke NUMBER]");
            return 2;
        }
        Optional<OfficeInfo> office = offices.byCode(args.getFirst());
        if (office.isEmpty()) {
            ERR.println("There is no office " + args.getFirst());
            return 1;
        }
        int officeId = office.get().officeId();
        return switch (args.size()) {
            case 1 -> list(officeId);
            case 2 -> create(officeId, args.get(1).strip());
            default -> revoke(officeId, args.get(2));
        };
    }

    private int list(int officeId) {
        clients.of(officeId)
                .forEach(c -> OUT.printf("%d  %s  since %s%s%n", c.id(), c.name(), c.createdAt(), c.revokedAt() == null ? "" : ", revoked"));
        return 0;
    }

    private int create(int officeId, String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.startsWith("--")) {
            ERR.println("Name the application in 1 to " + LONGEST_NAME + " characters");
            return 1;
        }
        OUT.println("The key of " + name + ", shown only now: " + clients.create(officeId, name));
        return 0;
    }

    private int revoke(int officeId, String number) {
        if (!number.matches("[0-9]{1,18}") || !clients.revoke(officeId, Long.parseLong(number))) {
            ERR.println("No application with a good key has the number " + number);
            return 1;
        }
        OUT.println("Its key is good no longer");
        return 0;
    }
}

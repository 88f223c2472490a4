package id.loket.standard.bpmn;

import id.loket.platform.cli.Command;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.OfficeInfo;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.Standards;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Component;

/** {@code ./loket bpmn CODE} for a service that an office has of its own, or in another version than the one that ships. */
@Component
class OfficeBpmnCommand implements Command {

    private static final PrintStream ERR = System.err;

    private final Standards standards;
    private final OfficeDirectory offices;

    OfficeBpmnCommand(Standards standards, OfficeDirectory offices) {
        this.standards = standards;
        this.offices = offices;
    }

    @Override
    public String name() {
        return BpmnCommand.NAME;
    }

    @Override
    public String summary() {
        return BpmnCommand.SUMMARY;
    }

    @Override
    public int run(List<String> args) {
        Optional<BpmnOrder> order = BpmnOrder.parse(args);
        if (order.isEmpty()) {
            ERR.println(BpmnOrder.USAGE);
            return 2;
        }
        String code = order.get().office();
        Optional<OfficeInfo> office = code == null ? Optional.of(offices.home()) : offices.byCode(code);
        if (office.isEmpty()) {
            ERR.println("There is no office with the code " + code);
            return 1;
        }
        Optional<ServiceDefinition> service = find(office.get(), order.get());
        if (service.isEmpty()) {
            ERR.printf("%s has no service %s%s%n", office.get().name(), order.get().source(),
                    order.get().version() == null ? " in force" : " in version " + order.get().version());
            return 1;
        }
        BpmnCommand.write(service.get());
        return 0;
    }

    private Optional<ServiceDefinition> find(OfficeInfo office, BpmnOrder order) {
        if (order.version() == null) {
            return standards.inForce(office.officeId(), order.source());
        }
        try {
            return Optional.of(standards.of(office.officeId(), order.source(), order.version()));
        } catch (EmptyResultDataAccessException e) {
            return Optional.empty();
        }
    }
}

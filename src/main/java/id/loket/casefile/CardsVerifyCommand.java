package id.loket.casefile;

import id.loket.platform.cli.Command;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code ./loket cards verify}: exits with 1 and names file and entry where a card isn't as it was written. */
@Component
class CardsVerifyCommand implements Command {

    private final CardsVerify cards;

    CardsVerifyCommand(CardsVerify cards) {
        this.cards = cards;
    }

    @Override
    public String name() {
        return "cards verify";
    }

    @Override
    public String summary() {
        return "verifies every control card's chain";
    }

    @Override
    public int run(List<String> args) {
        CardsVerify.Report report = cards.verify();
        for (CardsVerify.Fault fault : report.faults()) {
            System.out.printf("office %d, file %s, entry %d: %s%n", fault.officeId(), fault.registration(), fault.seq(), fault.what());
        }
        System.out.printf("%d cards, %d entries, %d faulty%n", report.cards(), report.entries(), report.faults().size());
        return report.faults().isEmpty() ? 0 : 1;
    }
}

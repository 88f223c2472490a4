package id.loket.casefile;

import id.loket.casefile.card.Rules.Order;
import id.loket.platform.security.SignedIn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The same action on many files. Each file is a transaction of its own with all that goes with it; one that can't move holds up no other. */
@Service
public class BulkMoves {

    private static final Logger LOG = LoggerFactory.getLogger(BulkMoves.class);

    /**
     * What became of it: those done, and those not, each with its reason.
     *
     * @param failed those on which the system itself failed
     */
    public record Result(List<String> done, List<MoveRefused> refused, List<String> unknown, List<String> failed) {
        public int selected() {
            return done.size() + refused.size() + unknown.size() + failed.size();
        }
    }

    private final CaseFiles caseFiles;

    BulkMoves(CaseFiles caseFiles) {
        this.caseFiles = caseFiles;
    }

    public Result move(SignedIn by, List<String> registrations, Order order) {
        List<String> done = new ArrayList<>();
        List<MoveRefused> refused = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (String registration : new LinkedHashSet<>(registrations)) {
            try {
                caseFiles.move(by, registration, order);
                done.add(registration);
            } catch (MoveRefused e) {
                refused.add(e);
            } catch (NoSuchFile e) {
                unknown.add(registration);
            } catch (RuntimeException e) {
                LOG.error("{} with {} failed", order.action(), registration, e);
                failed.add(registration);
            }
        }
        return new Result(done, refused, unknown, failed);
    }
}

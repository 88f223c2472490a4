package id.loket.guarantee;

import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What jobs do for many files, each in a transaction of its own: what fails for one is tried again by the next run and holds up no other. */
@Component
class OneByOne {

    private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);

    private final TransactionTemplate transactions;

    OneByOne(TransactionTemplate transactions) {
        this.transactions = transactions;
    }

    /**
     * @param of what it is done for, such as a file
     * @return whether the body did something and it holds
     */
    boolean does(String what, int officeId, String of, BooleanSupplier body) {
        try {
            return Boolean.TRUE.equals(transactions.execute(status -> body.getAsBoolean()));
        } catch (RuntimeException e) {
            // Its message may hold what is personal, so only the kind is told.
            LOG.error("{} for {} of office {} failed: {}", what, of, officeId, e.getClass().getName());
            return false;
        }
    }
}

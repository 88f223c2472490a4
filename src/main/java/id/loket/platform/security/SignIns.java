package id.loket.platform.security;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The sessions that are open, on whichever node. */
@Component
public class SignIns {

    /** There are none where a command runs without a web server. */
    private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions;

    SignIns(ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions) {
        this.sessions = sessions;
    }

    /**
     * Ends all sessions of an account once the transaction around this call is committed: after its password, roles or right to sign in
     * were changed, nobody goes on with the old ones.
     */
    public void end(int officeId, String username) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sessions.ifAvailable(open -> open.findByPrincipalName(SignedIn.accountName(officeId, username))
                        .keySet()
                        .forEach(open::deleteById));
            }
        });
    }
}

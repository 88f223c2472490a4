package id.loket.platform.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How sessions are kept in the database, where each page reads its own and says that it was looked at. */
@Configuration(proxyBeanMethods = false)
class SessionStore {

    /**
     * Two pages of one officer at the same moment may write the same attribute of the session. And a page writes that it was looked at only if
     * the last one is more than a minute ago: a transaction that changes no row costs the disk nothing, and a session lasts hours.
     */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionStatements() {
        return sessions -> {
            new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
            sessions.setUpdateSessionQuery("""
                    update %TABLE_NAME% s
                    set session_id = n.session_id, last_access_time = n.last_access_time, max_inactive_interval = n.max_inactive_interval,
                        expiry_time = n.expiry_time, principal_name = n.principal_name
                    from (select cast(? as char(36)) as session_id, cast(? as bigint) as last_access_time, cast(? as integer) as max_inactive_interval,
                            cast(? as bigint) as expiry_time, cast(? as varchar) as principal_name, cast(? as char(36)) as primary_id) n
                    where s.primary_id = n.primary_id
                        and (s.last_access_time < n.last_access_time - 60000
                            or (s.session_id, s.max_inactive_interval, s.principal_name)
                                is distinct from (n.session_id, n.max_inactive_interval, n.principal_name))
                    """);
        };
    }

    /**
     * Each statement on a session stands for itself, so that a page doesn't pay for a transaction around it when it reads its session nor when
     * it writes it. Only where one is at work, or has just ended, a session's statements have one of their own.
     */
    @Bean(defaultCandidate = false)
    TransactionOperations springSessionTransactionOperations(PlatformTransactionManager transactions) {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new TransactionOperations() {
            @Override
            public <T> T execute(TransactionCallback<T> action) {
                return (TransactionSynchronizationManager.isActualTransactionActive() ? own : TransactionOperations.withoutTransaction()).execute(action);
            }
        };
    }
}

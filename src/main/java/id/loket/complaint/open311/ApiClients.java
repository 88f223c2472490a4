package id.loket.complaint.open311;

import id.loket.platform.db.Timestamps;
import id.loket.platform.security.PublicCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The outside applications that may send complaints to an office, each with a key of which only the fingerprint is kept. */
@Service
class ApiClients {

    /** @param revokedAt null while its key is good */
    record Client(long id, String name, Instant createdAt, Instant revokedAt) {}

    private final JdbcClient db;
    private final Clock clock;

    ApiClients(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @return the key, which can't be seen again */
    @Transactional
    String create(int officeId, String name) {
        String key = PublicCode.next() + PublicCode.next();
        db.sql("insert into api_client (office_id, name, key, created_at) values (:office, :name, :key, :now)")
                .param("office", officeId)
                .param("name", name)
                .param("key", print(key))
                .param("now", Timestamps.utc(clock.instant()))
                .update();
        return key;
    }

    /** @return whether there was such a client with a good key */
    @Transactional
    boolean revoke(int officeId, long id) {
        return db.sql("""
                        update api_client set revoked_at = :now
                        where office_id = :office and client_id = :id and revoked_at is null
                        """)
                        .param("now", Timestamps.utc(clock.instant()))
                        .param("office", officeId)
                        .param("id", id)
                        .update()
                > 0;
    }

    @Transactional(readOnly = true)
    List<Client> of(int officeId) {
        return db.sql("""
                        select client_id, name, created_at, revoked_at from api_client where office_id = :office order by client_id
                        """)
                .param("office", officeId)
                .query((row, n) -> new Client(
                        row.getLong("client_id"),
                        row.getString("name"),
                        Timestamps.instant(row, "created_at"),
                        Timestamps.instant(row, "revoked_at")))
                .list();
    }

    /** The client with this key; empty for a wrong or revoked one. */
    @Transactional(readOnly = true)
    Optional<Long> withKey(int officeId, String key) {
        return db.sql("select client_id from api_client where office_id = :office and key = :key and revoked_at is null")
                .param("office", officeId)
                .param("key", print(key))
                .query(Long.class)
                .optional();
    }

    private static String print(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package id.loket.standard;

import id.loket.platform.db.Timestamps;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The services of the offices, every version kept as it was set. */
@Service
public class Standards {

    private record Key(int officeId, String code, int version) {}

    private final JdbcClient db;
    private final Clock clock;
    /** A version never changes, so one that was read is good for ever. */
    private final Map<Key, ServiceDefinition> read = new ConcurrentHashMap<>();

    Standards(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * The version on which a file runs, whether it is still in force or not.
     *
     * @throws org.springframework.dao.EmptyResultDataAccessException if the office has no such version
     */
    public ServiceDefinition of(int officeId, String code, int version) {
        return read.computeIfAbsent(new Key(officeId, code, version), this::read);
    }

    /** The version in force today; the newest, should there be more than one. */
    public Optional<ServiceDefinition> inForce(int officeId, String code) {
        return inForce(officeId).stream().filter(s -> s.code().equals(code)).findFirst();
    }

    /** The services in force today, by category and name. */
    @Transactional(readOnly = true)
    public List<ServiceDefinition> inForce(int officeId) {
        LocalDate today = clock.instant().atZone(zone(officeId)).toLocalDate();
        List<Key> versions = db.sql("""
                        select code, max(version) as version from service_definition
                        where office_id = :office and status = 'IN_FORCE' and effective_from <= :today
                        group by code
                        """)
                .param("office", officeId)
                .param("today", today)
                .query((row, n) -> new Key(officeId, row.getString("code"), row.getInt("version")))
                .list();
        return versions.stream()
                .map(k -> of(officeId, k.code, k.version))
                .filter(s -> s.isEffectiveOn(today))
                .sorted((a, b) -> (a.category().id() + a.name().id()).compareTo(b.category().id() + b.name().id()))
                .toList();
    }

    /** Every service that an office has or had, in its newest version of any status. */
    @Transactional(readOnly = true)
    public List<ServiceDefinition> newest(int officeId) {
        return newest().stream()
                .filter(n -> n.officeId() == officeId)
                .map(n -> of(officeId, n.code(), n.version()))
                .toList();
    }

    /**
     * Puts a definition in force for an office, from its effective date on. The version before it gives way by itself; running files stay
     * on theirs. The same text once more changes nothing.
     *
     * @throws DefinitionException if the text can't be read or doesn't hold together
     * @throws VersionTaken        if the office has that version already with another text
     */
    @Transactional
    public ServiceDefinition publish(int officeId, String yaml) {
        ServiceDefinition service = ServiceDefinitions.parse(yaml);
        boolean added = db.sql("""
                        insert into service_definition (office_id, code, version, status, effective_from, yaml, created_at)
                        values (:office, :code, :version, 'IN_FORCE', :from, :yaml, :at)
                        on conflict do nothing
                        """)
                        .param("office", officeId)
                        .param("code", service.code())
                        .param("version", service.version())
                        .param("from", service.effectiveFrom())
                        .param("yaml", yaml)
                        .param("at", Timestamps.utc(clock.instant()))
                        .update()
                > 0;
        if (!added && !text(new Key(officeId, service.code(), service.version())).equals(yaml)) {
            throw new VersionTaken(service.code(), service.version());
        }
        return service;
    }

    /** A service that an office has, with its newest version of any status. */
    record Newest(int officeId, String code, int version) {}

    /** What the offices have, over all offices. */
    List<Newest> newest() {
        return db.sql("select office_id, code, max(version) as version from service_definition group by office_id, code")
                .query(Newest.class)
                .list();
    }

    private ServiceDefinition read(Key key) {
        return ServiceDefinitions.parse(text(key));
    }

    private String text(Key key) {
        return db.sql("select yaml from service_definition where office_id = :office and code = :code and version = :version")
                .param("office", key.officeId)
                .param("code", key.code)
                .param("version", key.version)
                .query(String.class)
                .single();
    }

    private ZoneId zone(int officeId) {
        return ZoneId.of(db.sql("select zone from office where office_id = :office")
                .param("office", officeId)
                .query(String.class)
                .single());
    }
}

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

    record Key(int officeId, String code, int version) {}

    private final JdbcClient db;
    private final Clock clock;
    private final ServiceHistory history;
    /** A version never changes, so one that was read is good for ever. */
    private final Map<Key, ServiceDefinition> read = new ConcurrentHashMap<>();

    Standards(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
        this.history = new ServiceHistory(db, clock);
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
        record Version(Key key, LocalDate today) {}
        // A version that was withdrawn after its first day ends the service; the one that it had replaced doesn't come back.
        List<Version> versions = db.sql("""
                        select code, version, today from (
                            select distinct on (d.code) d.code, d.version, w.day, o.today
                            from (select office_id, (cast(:now as timestamptz) at time zone zone)::date as today from office) o
                            join service_definition d using (office_id)
                            left join service_history w
                                on w.office_id = d.office_id and w.code = d.code and w.version = d.version and w.what = 'WITHDRAWN'
                            where d.office_id = :office and d.status = 'IN_FORCE' and d.effective_from <= o.today
                                and (w.day is null or w.day > d.effective_from)
                            order by d.code, d.version desc) newest
                        where day is null or day > today
                        """)
                .param("office", officeId)
                .param("now", Timestamps.utc(clock.instant()))
                .query((row, n) -> new Version(
                        new Key(officeId, row.getString("code"), row.getInt("version")), row.getObject("today", LocalDate.class)))
                .list();
        if (versions.isEmpty()) {
            return List.of();
        }
        LocalDate today = versions.getFirst().today;
        return all(officeId, versions.stream().map(Version::key).toList()).stream()
                .filter(s -> s.isEffectiveOn(today))
                .sorted((a, b) -> (a.category().id() + a.name().id()).compareTo(b.category().id() + b.name().id()))
                .toList();
    }

    /** Every service that an office has or had, in its newest version of any status. */
    @Transactional(readOnly = true)
    public List<ServiceDefinition> newest(int officeId) {
        return all(
                officeId,
                newest("where d.office_id = :office", officeId).stream()
                        .map(n -> new Key(officeId, n.code(), n.version()))
                        .toList());
    }

    /** Today, where the office is. */
    LocalDate today(int officeId) {
        return clock.instant().atZone(zone(officeId)).toLocalDate();
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
        boolean added = insert(officeId, service, yaml);
        if (added) {
            history.shipped(officeId, service);
        } else if (!text(officeId, service.code(), service.version()).equals(yaml)) {
            throw new VersionTaken(service.code(), service.version());
        }
        return service;
    }

    /** @return false if the office has that version already */
    boolean insert(int officeId, ServiceDefinition service, String yaml) {
        return db.sql("""
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
    }

    /**
     * A service that an office has, with its newest version.
     *
     * @param kept whether the office keeps it itself: it set or withdrew a version
     */
    record Newest(int officeId, String code, int version, boolean kept) {}

    /** What the offices have, over all offices. */
    List<Newest> newest() {
        return newest("", 0);
    }

    private List<Newest> newest(String where, int officeId) {
        return db.sql("""
                        select office_id, code, max(version) as version,
                            exists (
                                select from service_history h
                                where h.office_id = d.office_id and h.code = d.code and h.what in ('SET', 'WITHDRAWN')) as kept
                        from service_definition d %s group by office_id, code
                        """.formatted(where))
                .param("office", officeId)
                .query(Newest.class)
                .list();
    }

    /** The definitions of some versions, in the same order; those that nobody asked for yet are read at once. */
    List<ServiceDefinition> all(int officeId, List<Key> keys) {
        List<Key> unread = keys.stream().filter(k -> !read.containsKey(k)).toList();
        if (!unread.isEmpty()) {
            db.sql("""
                            select d.code, d.version, d.yaml from service_definition d
                            join unnest(:codes, :versions) as k (code, version) on k.code = d.code and k.version = d.version
                            where d.office_id = :office
                            """)
                    .param("office", officeId)
                    .param("codes", unread.stream().map(Key::code).toArray(String[]::new))
                    .param("versions", unread.stream().map(Key::version).toArray(Integer[]::new))
                    .query(row -> {
                        read.put(
                                new Key(officeId, row.getString("code"), row.getInt("version")),
                                ServiceDefinitions.parse(row.getString("yaml")));
                    });
        }
        return keys.stream().map(read::get).toList();
    }

    private ServiceDefinition read(Key key) {
        return ServiceDefinitions.parse(text(key.officeId, key.code, key.version));
    }

    /**
     * The text of a version as it was set.
     *
     * @throws org.springframework.dao.EmptyResultDataAccessException if the office has no such version
     */
    String text(int officeId, String code, int version) {
        return db.sql("select yaml from service_definition where office_id = :office and code = :code and version = :version")
                .param("office", officeId)
                .param("code", code)
                .param("version", version)
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

package id.loket.casefile;

import static id.loket.platform.db.Timestamps.instant;
import static id.loket.platform.db.Timestamps.utc;
import static java.sql.Types.TIMESTAMP_WITH_TIMEZONE;

import id.loket.casefile.card.CardEntry;
import id.loket.casefile.card.CardState;
import id.loket.casefile.card.Chain;
import id.loket.casefile.card.FileClock;
import id.loket.casefile.card.Officer;
import id.loket.casefile.card.Stamp;
import id.loket.casefile.card.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files and cards in the database. */
@Repository
class CaseFileStore {

    /** An entry with its hash, as stored. */
    record Linked(CardEntry entry, byte[] hash) {}

    private static final String COLUMNS =
            """
            office_id, file_id, registration, service, service_version, status, step, holder, arrived_at, since, last_at,
            prepared_by, refusal, paid, version, last_hash, complete_at, due_at, paused_at, ready_at
            """;

    private final JdbcClient db;

    CaseFileStore(JdbcClient db) {
        this.db = db;
    }

    Optional<FileRow> find(int officeId, String registration) {
        return db.sql("select " + COLUMNS + " from case_file where office_id = :office and registration = :registration")
                .param("office", officeId)
                .param("registration", registration)
                .query(CaseFileStore::fileRow)
                .optional();
    }

    /** The same, held until the transaction ends: nobody moves the file or its check list meanwhile. */
    Optional<FileRow> lock(int officeId, String registration) {
        return db.sql("select " + COLUMNS
                        + " from case_file where office_id = :office and registration = :registration for update")
                .param("office", officeId)
                .param("registration", registration)
                .query(CaseFileStore::fileRow)
                .optional();
    }

    /** Open files whose promise runs, held until the transaction ends. */
    List<FileRow> running(int officeId) {
        return db.sql("select " + COLUMNS
                        + """
                         from case_file
                        where office_id = :office and closed_at is null and due_at is not null and ready_at is null
                        order by file_id for update
                        """)
                .param("office", officeId)
                .query(CaseFileStore::fileRow)
                .list();
    }

    /** Files of an office in order, after a given one, whatever their state. */
    List<FileRow> batch(int officeId, long afterFileId, int size) {
        return db.sql("select " + COLUMNS
                        + " from case_file where office_id = :office and file_id > :after order by file_id limit :size")
                .param("office", officeId)
                .param("after", afterFileId)
                .param("size", size)
                .query(CaseFileStore::fileRow)
                .list();
    }

    /**
     * One movement in one statement: the projection where nobody moved the file or its due time meanwhile, and the entry.
     *
     * @return false if the file is no longer as {@code before} shows; nothing is written then
     */
    boolean move(FileRow before, Linked linked, CardState after, String actor, FileClock clock) {
        return entryParams(db.sql("""
                        with moved as (
                            update case_file set
                                status = :status, step = :step, actor = :actor, holder = :holder, arrived_at = :arrivedAt,
                                since = :since, last_at = :at, prepared_by = :preparedBy, refusal = :refusal, paid = :paid, version = :seq, last_hash = :hash,
                                complete_at = :completeAt, due_at = :dueAt, paused_at = :pausedAt, ready_at = :readyAt,
                                closed_at = :closedAt
                            where office_id = :office and file_id = :file and version = :version
                              and due_at is not distinct from :oldDueAt
                            returning office_id, file_id
                        )
                        insert into card_entry (office_id, file_id, seq, kind, step, to_step, at, officer_id, name, initials, role, remark, hash)
                        select office_id, file_id, :seq, :kind, :entryStep, :toStep, :at, :officer, :name, :initials, :role, :remark, :hash
                        from moved
                        """), before.officeId(), before.fileId(), linked)
                        .param("version", before.version())
                        .param("oldDueAt", utc(before.dueAt()), TIMESTAMP_WITH_TIMEZONE)
                        .param("status", after.status().name())
                        .param("step", after.step())
                        .param("actor", actor)
                        .param("holder", after.holder())
                        .param("arrivedAt", utc(after.arrivedAt()))
                        .param("since", utc(after.since()))
                        .param("preparedBy", after.preparedBy())
                        .param("refusal", after.refusal())
                        .param("paid", after.paid())
                        .param("completeAt", utc(clock.completeAt()), TIMESTAMP_WITH_TIMEZONE)
                        .param("dueAt", utc(clock.dueAt()), TIMESTAMP_WITH_TIMEZONE)
                        .param("pausedAt", utc(clock.pausedAt()), TIMESTAMP_WITH_TIMEZONE)
                        .param("readyAt", utc(clock.readyAt()), TIMESTAMP_WITH_TIMEZONE)
                        .param("closedAt", after.status().open() ? null : utc(after.lastAt()), TIMESTAMP_WITH_TIMEZONE)
                        .update()
                == 1;
    }

    /** The card, in order. */
    List<Linked> card(int officeId, long fileId) {
        return db.sql("""
                        select seq, kind, step, to_step, at, officer_id, name, initials, role, remark, hash
                        from card_entry where office_id = :office and file_id = :file order by seq
                        """)
                .param("office", officeId)
                .param("file", fileId)
                .query(CaseFileStore::linked)
                .list();
    }

    /** Cards of several files at once, in order of file and entry; {@code each} gets the file's number and an entry. */
    void cards(int officeId, Collection<Long> fileIds, BiConsumer<Long, Linked> each) {
        db.sql("""
                        select file_id, seq, kind, step, to_step, at, officer_id, name, initials, role, remark, hash
                        from card_entry where office_id = :office and file_id = any(:files) order by file_id, seq
                        """)
                .param("office", officeId)
                .param("files", fileIds.toArray(Long[]::new))
                .query((row, n) -> {
                    each.accept(row.getLong("file_id"), linked(row, n));
                    return null;
                })
                .list();
    }

    /**
     * The last entry of a card.
     *
     * @param by only those of this officer; 0 for anybody's
     */
    Optional<Linked> last(int officeId, long fileId, long by) {
        return db.sql("""
                        select seq, kind, step, to_step, at, officer_id, name, initials, role, remark, hash
                        from card_entry where office_id = :office and file_id = :file and (:by = 0 or officer_id = :by)
                        order by seq desc limit 1
                        """)
                .param("office", officeId)
                .param("file", fileId)
                .param("by", by)
                .query(CaseFileStore::linked)
                .optional();
    }

    private static JdbcClient.StatementSpec entryParams(
            JdbcClient.StatementSpec sql, int officeId, long fileId, Linked linked) {
        CardEntry entry = linked.entry();
        return sql.param("office", officeId)
                .param("file", fileId)
                .param("seq", entry.seq())
                .param("kind", Chain.kind(entry))
                .param("entryStep", entry.step())
                .param("toStep", entry.to())
                .param("at", utc(entry.at()))
                .param("officer", entry.by().id())
                .param("name", entry.by().name())
                .param("initials", entry.by().initials())
                .param("role", entry.by().role())
                .param("remark", entry.remark())
                .param("hash", linked.hash());
    }

    static FileRow fileRow(ResultSet row, int n) throws SQLException {
        return new FileRow(
                row.getInt("office_id"),
                row.getLong("file_id"),
                row.getString("registration"),
                row.getString("service"),
                row.getInt("service_version"),
                Status.valueOf(row.getString("status")),
                row.getInt("step"),
                row.getLong("holder"),
                instant(row, "arrived_at"),
                instant(row, "since"),
                instant(row, "last_at"),
                row.getLong("prepared_by"),
                row.getBoolean("refusal"),
                row.getBoolean("paid"),
                row.getInt("version"),
                row.getBytes("last_hash"),
                instant(row, "complete_at"),
                instant(row, "due_at"),
                instant(row, "paused_at"),
                instant(row, "ready_at"));
    }

    private static Linked linked(ResultSet row, int n) throws SQLException {
        Officer by = new Officer(
                row.getLong("officer_id"), row.getString("name"), row.getString("initials"), row.getString("role"));
        Stamp stamp = new Stamp(row.getInt("seq"), row.getInt("step"), instant(row, "at"), by);
        return new Linked(
                Chain.entry(row.getString("kind"), stamp, row.getInt("to_step"), row.getString("remark")),
                row.getBytes("hash"));
    }
}

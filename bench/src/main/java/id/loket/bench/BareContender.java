package id.loket.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The limit: the rows that Loket writes, into the same tables with the same indexes, each movement one prepared statement that commits by
 * itself. It knows beforehand what Loket has to find out, checks nothing, computes no hash and no due time.
 */
final class BareContender implements Contender {

    private static final String[] PAPERS = {
        "APPLICATION_LETTER", "ID_CARD", "DIPLOMA", "STR", "HEALTH_CERTIFICATE", "WORKPLACE_LETTER", "PHOTO"
    };

    private static final String ENTRY =
            """
            insert into card_entry (office_id, file_id, seq, kind, step, to_step, at, officer_id, name, initials, role, remark, hash)
            """;

    private static final String REGISTER =
            """
            with no as (
                insert into counter as c (office_id, series, year, last) values (1, 'REGISTRATION/SIKRO', 2026, 1)
                on conflict (office_id, series, year) do update set last = c.last + 1 returning last
            ), file as (
                insert into case_file (office_id, registration, service, service_version, status, step, actor, holder, arrived_at, since,
                    last_at, prepared_by, version, last_hash)
                select 1, 'SIKRO-2026-' || lpad(last::text, 5, '0'), 'SIKRO', 1, 'IN_WORK', 2, 'FRONT_OFFICE', 1, now(), now(), now(), 0, 3, ?
                from no
                returning file_id, registration
            ), card as (
            """ + ENTRY + """
                select 1, file_id, e.seq, e.kind, e.step, e.to_step, now(), 1, 'Contoh Loket', 'Lo', 'FRONT_OFFICE', '', ?
                from file, (values (1, 'RECEIVED', 1, 0), (2, 'HANDED_OVER', 1, 2), (3, 'RECEIVED', 2, 0)) e (seq, kind, step, to_step)
            ), form as (
                insert into application (office_id, file_id, registration, kind, registered_at, tracking_code, form_token, nik, nik_doubtful, name,
                    birth_place, birth_date, sex, address, phone, email, representative_name, representative_nik, form)
                select 1, file_id, registration, 'NEW', now(), upper(substr(md5(file_id::text), 1, 16)), encode(sha256(file_id::text::bytea), 'hex'),
                    '1471010101950001', false, 'Contoh Pemohon', 'Kota Contoh', date '1995-01-01', 'MALE',
                    'Jalan Misal Nomor 5, Pekanbaru', '+6281200000184', '', '', '', ?::jsonb
                from file
            ), list as (
                insert into requirement_check (office_id, file_id, round, code, result, remark)
                select 1, file_id, 1, code, 'UNCHECKED', '' from file, unnest(?::text[]) code
            )
            select file_id from file
            """;

    private static final String MOVED =
            """
            with moved as (
                update case_file set status = ?, step = ?, actor = ?, holder = ?, arrived_at = now(), since = now(), last_at = now(),
                    prepared_by = 2, version = ?, last_hash = ?, complete_at = case when ? then now() end,
                    due_at = case when ? then now() + interval '2 days' end,
                    ready_at = case when ? then now() end, closed_at = case when ? then now() end
                where office_id = 1 and file_id = ? and version = ?
                returning office_id, file_id, registration
            ), card as (
            """ + ENTRY + """
                select office_id, file_id, ?, ?, ?, ?, now(), 1, 'Contoh Petugas', 'Pe', ?, ?, ? from moved
            )
            """;

    private static final String NOTICE =
            """
            insert into notice (office_id, event, subject_kind, subject_key, service, dedupe_key, way, copy, channel, ways_left, obligatory,
                language, recipient_name, phone, email, postal_address, address, fields, title, body, html, state, attempts, next_try_at,
                carrier, reference, receipt_due, receipt_missed, unknown_fate, second_copy, cancel_asked, created_at, keep_until)
            select office_id, '%1$s', 'FILE', registration, 'SIKRO', '%1$s/' || registration || '/%2$d', 0, 0, 'SMS', 'EMAIL,CALL',
                %3$s, 'id', 'Contoh Pemohon', '+6281200000184', '', 'Jalan Misal Nomor 5, Pekanbaru', '+6281200000184',
                jsonb_build_object('registration', registration, 'service', 'Izin Kerja Refraksionis Optisien', 'link',
                    'http://localhost:8080/lacak/1471-ABCDEFGHJKLMNPQR'), '',
                'Berkas ' || registration || ' Izin Kerja Refraksionis Optisien: http://localhost:8080/lacak/1471-ABCDEFGHJKLMNPQR', '',
                'CREATED', 0, now(), '', '', false, false, false, false, false, now(), now() + interval '365 days'
            from moved
            """;

    private static final String LETTER =
            """
            insert into letter (office_id, file_id, kind, revision, made_at, pdf) select office_id, file_id, 'PERMIT', %d, now(), ? from moved
            """;

    private static final String CHECKED =
            """
            update requirement_check c set result = case when ? and code = 'PHOTO' then 'MISSING' else 'PRESENT' end
            from moved m where c.office_id = m.office_id and c.file_id = m.file_id and c.round = ?
            """;

    private static final String NEXT_ROUND =
            """
            insert into requirement_check (office_id, file_id, round, code, result, remark)
            select office_id, file_id, 2, code, case when code = 'PHOTO' then 'UNCHECKED' else 'PRESENT' end, ''
            from moved, unnest(?::text[]) code
            """;

    private static final String PREPARE =
            """
            insert into permit (office_id, file_id, service, status, verification_code, holder_name, valid_until, signatory_name,
                signatory_nip, revoked_why, refused_why)
            select office_id, file_id, 'SIKRO', 'DRAFT', upper(substr(md5('v' || file_id), 1, 16)), 'Contoh Pemohon', date '2031-11-01', '',
                '', '', ''
            from moved
            """;

    private static final String SIGN =
            """
            update permit p set signed_at = now(), signed_by = 6, signatory_name = 'Contoh Kadis, S.H., M.Si.',
                signatory_nip = '000000000000000000'
            from moved m where p.office_id = m.office_id and p.file_id = m.file_id
            """;

    private static final String NUMBER =
            """
            update permit p set series = 'SIKRO', year = 2026, seq = n.last, number = n.last || '/SIKRO/DPMPTSP/XI/2026', numbered_at = now(),
                status = 'ISSUED', issued_at = now()
            from moved m, number n where p.office_id = m.office_id and p.file_id = m.file_id
            """;

    private static final String TAKE_NUMBER =
            """
            insert into counter as c (office_id, series, year, last) values (1, 'SIKRO', 2026, 1)
            on conflict (office_id, series, year) do update set last = c.last + 1 returning last
            """;

    private static final String REMIND =
            """
            insert into collection_reminder (office_id, file_id, registration, ready_on, due_on, state)
            select office_id, file_id, registration, current_date, current_date + 30, 'WAITING' from moved
            """;

    private static final String DELIVER =
            """
            insert into delivery (office_id, file_id, recipient, name, identity, relation, delivered_at, delivered_by)
            select office_id, file_id, 'APPLICANT', 'Contoh Pemohon', '1471010101950001', '', now(), 1 from moved
            """;

    private static final String REMINDED =
            """
            update collection_reminder r set state = 'CANCELLED' from moved m where r.office_id = m.office_id and r.file_id = m.file_id
            """;

    private static final String UNTOLD =
            """
            update notice n set state = 'CANCELLED'
            from moved m
            where n.office_id = m.office_id and n.subject_kind = 'FILE' and n.subject_key = m.registration and n.event = 'READY_TO_COLLECT'
            """;

    private static final byte[] HASH = new byte[32];
    private static final String FORM = "{\"degree\": \"A.Md.RO\", \"workplaceName\": \"Optik Contoh\", \"workplaceHead\": \"Contoh Pimpinan\", "
            + "\"workplaceAddress\": \"Jalan Umpama Nomor 7, Pekanbaru\", \"secondWorkplace\": \"no\", "
            + "\"strNumber\": \"00 00 0 0 0 00-0000000\", \"strValidity\": \"LIFELONG\"}";

    private final Server server;
    private final String database;
    private final byte[] letter;
    private final List<Hand> hands = new ArrayList<>();
    private final ThreadLocal<Hand> hand = ThreadLocal.withInitial(this::newHand);

    /** One thread's connection with its prepared statements. */
    private static final class Hand {
        private final Connection connection;

        Hand(Connection connection) {
            this.connection = connection;
        }

        PreparedStatement prepared(String sql) throws SQLException {
            return statements.computeIfAbsent(sql, s -> {
                try {
                    return connection.prepareStatement(s);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        }

        private final java.util.Map<String, PreparedStatement> statements = new java.util.HashMap<>();
    }

    /** @param letter as large as the letters that Loket keeps */
    BareContender(Server server, String database, byte[] letter) {
        this.server = server;
        this.database = database;
        this.letter = letter;
    }

    private Hand newHand() {
        try {
            Hand made = new Hand(server.connect(database));
            synchronized (hands) {
                hands.add(made);
            }
            return made;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return "bare JDBC";
    }

    @Override
    public String database() {
        return database;
    }

    @Override
    public void file(boolean returned, Consumer<Runnable> each) {
        long[] id = new long[1];
        each.accept(() -> id[0] = register());
        File file = new File(id[0]);
        int round = 1;
        if (returned) {
            each.accept(() -> file.move(
                    "WITH_APPLICANT", 2, 0, "RETURNED_TO_APPLICANT", 0,
                    List.of(CHECKED, NOTICE.formatted("RETURNED_TO_COMPLETE", 4, "false")), true, 1));
            each.accept(() -> file.move("IN_WORK", 2, 1, "RESUBMITTED", 0, List.of(NEXT_ROUND), (Object) PAPERS));
            round = 2;
        }
        int checked = round;
        each.accept(() -> file.move(
                "IN_TRANSIT", 3, 0, "HANDED_OVER", 3, List.of(CHECKED, NOTICE.formatted("FILE_RECEIVED", 6, "false")), false, checked));
        for (int step = 3; step <= 8; step++) {
            int at = step;
            each.accept(() -> file.move("IN_WORK", at, 2, "RECEIVED", 0, List.of()));
            each.accept(() -> handOver(file, at));
        }
        each.accept(() -> file.move("READY", 9, 1, "RECEIVED", 0, List.of()));
        each.accept(() -> file.move("DELIVERED", 9, 0, "DELIVERED", 0, List.of(DELIVER, REMINDED, UNTOLD)));
    }

    private void handOver(File file, int step) {
        switch (step) {
            case 3 -> file.move("IN_TRANSIT", 4, 0, "HANDED_OVER", 4, List.of(PREPARE, LETTER.formatted(1)), letter);
            case 7 -> file.move("IN_TRANSIT", 8, 0, "HANDED_OVER", 8, List.of(SIGN, LETTER.formatted(2)), letter);
            case 8 -> file.move(
                    "IN_TRANSIT", 9, 0, "HANDED_OVER", 9,
                    List.of("number as (" + TAKE_NUMBER, NUMBER, LETTER.formatted(3), NOTICE.formatted("READY_TO_COLLECT", 16, "true"), REMIND),
                    letter);
            default -> file.move("IN_TRANSIT", step + 1, 0, "HANDED_OVER", step + 1, List.of());
        }
    }

    private long register() {
        try {
            PreparedStatement statement = hand.get().prepared(REGISTER);
            statement.setBytes(1, HASH);
            statement.setBytes(2, HASH);
            statement.setString(3, FORM);
            statement.setArray(4, hand.get().connection.createArrayOf("text", PAPERS));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A file and how far its card is. */
    private final class File {
        private final long id;
        private int version = 3;
        private boolean complete;
        private boolean ready;

        File(long id) {
            this.id = id;
        }

        /** One statement: the file, the entry, and what else the movement writes, with its own values at the end. */
        void move(String status, int step, long holder, String kind, int to, List<String> more, Object... values) {
            try {
                complete |= to == 3;
                ready |= to == 9;
                StringBuilder sql = new StringBuilder(MOVED);
                int n = 0;
                for (String part : more) {
                    sql.append(part.startsWith("number as (") ? ", " + part + ")" : ", more" + n++ + " as (" + part + ")");
                }
                PreparedStatement statement = hand.get().prepared(sql.append(" select count(*) from moved").toString());
                int i = 1;
                String role = EngineForm.ROLES.get(step);
                statement.setString(i++, status);
                statement.setInt(i++, step);
                statement.setString(i++, role);
                statement.setLong(i++, holder);
                statement.setInt(i++, version + 1);
                statement.setBytes(i++, HASH);
                statement.setBoolean(i++, complete);
                statement.setBoolean(i++, complete);
                statement.setBoolean(i++, ready);
                statement.setBoolean(i++, status.equals("DELIVERED"));
                statement.setLong(i++, id);
                statement.setInt(i++, version);
                statement.setInt(i++, version + 1);
                statement.setString(i++, kind);
                statement.setInt(i++, to == 0 ? step : to - 1);
                statement.setInt(i++, to);
                statement.setString(i++, role);
                statement.setString(i++, kind.equals("HANDED_OVER") && step > 3 ? EngineForm.COMMENT : "");
                statement.setBytes(i++, HASH);
                for (Object value : values) {
                    switch (value) {
                        case String[] array -> statement.setArray(i++, hand.get().connection.createArrayOf("text", array));
                        default -> statement.setObject(i++, value);
                    }
                }
                try (var row = statement.executeQuery()) {
                    row.next();
                    if (row.getInt(1) != 1) {
                        throw new IllegalStateException("file " + id + " didn't move to version " + (version + 1));
                    }
                }
                version++;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void openFile() {
        throw new UnsupportedOperationException("it has no work list of its own");
    }

    @Override
    public int workList() {
        throw new UnsupportedOperationException("it has no work list of its own");
    }

    @Override
    public void disconnect() {
        synchronized (hands) {
            for (Hand one : hands) {
                try {
                    one.connection.close();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
            hands.clear();
        }
        hand.remove();
    }

    @Override
    public void close() {
        disconnect();
    }
}

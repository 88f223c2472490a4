package id.loket.casefile;

import id.loket.casefile.card.CardEntry;
import id.loket.casefile.card.CardState;
import id.loket.casefile.card.Chain;
import id.loket.casefile.card.FileClock;
import id.loket.casefile.card.Officer;
import id.loket.casefile.card.Stamp;
import id.loket.office.WorkingCalendars;
import id.loket.standard.ServiceDefinition;
import id.loket.standard.Sop;
import id.loket.standard.Standards;
import id.loket.worktime.WorkingCalendar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;
import org.springframework.context.ApplicationContext;

/**
 * Files in bulk, as if they had been worked on: every entry with the hash of its chain, the state and the clock as the card gives them, so that
 * {@code cards verify} accepts them. One in eleven is still open, somewhere on its way. Written by COPY.
 */
public final class BenchCards {

    /** Role and name of who does each step. */
    private static final List<String> ROLES = List.of(
            "FRONT_OFFICE", "FRONT_OFFICE", "BACK_OFFICE", "JUNIOR_ANALYST", "SENIOR_ANALYST", "SECRETARY", "HEAD_OF_OFFICE", "BACK_OFFICE",
            "FRONT_OFFICE");
    private static final List<String> USERS =
            List.of("loket", "loket", "cetak", "muda", "madya", "sekretaris", "kadis", "cetak", "loket");
    private static final List<String> GIVEN = List.of(
            "Adi", "Bunga", "Cahya", "Dewi", "Eka", "Fajar", "Gita", "Hasan", "Indah", "Joko", "Kartika", "Lestari", "Mega", "Nanda", "Putri",
            "Rizki", "Sari", "Tri", "Umar", "Wulan");
    private static final int STEPS = 9;
    private static final int BATCH = 2_000;
    private static final int MANY = 50_000;
    private static final int ONE_OPEN_IN = 11;
    /** Where the numbers of office 1's own open files begin. */
    private static final long OWN = 900_000_000;
    private static final Instant FIRST = Instant.parse("2026-01-12T01:00:00Z");
    private static final Instant LAST = Instant.parse("2026-10-30T01:00:00Z");
    private static final Instant RECENT = Instant.parse("2026-11-20T01:00:00Z");

    private final ServiceDefinition service;
    private final Sop sop;
    private final List<WorkingCalendar> calendars;
    private final Map<Long, Long> officers = new HashMap<>();
    private final Random random = new Random(1471);
    private final int offices;
    private long made;
    private boolean opened;

    /** @param offices numbered from 1 */
    public BenchCards(ApplicationContext loket, Connection owner, int offices) throws SQLException {
        this.service = loket.getBean(Standards.class).inForce(1, "SIKRO").orElseThrow();
        this.sop = service.sop();
        this.calendars = IntStream.rangeClosed(1, offices).mapToObj(loket.getBean(WorkingCalendars.class)::of).toList();
        this.offices = offices;
        try (var live = owner.createStatement()) {
            // files that the service makes meanwhile are numbered far from these
            live.execute("alter table case_file alter column file_id restart with 1000000000");
        }
        try (var query = owner.createStatement();
                var row = query.executeQuery("select office_id, username, officer_id from officer")) {
            while (row.next()) {
                officers.put(key(row.getInt(1), row.getString(2)), row.getLong(3));
            }
        }
    }

    private static long key(int office, String username) {
        return ((long) office << 32) ^ username.hashCode();
    }

    /** Gives office 1 so many open files; it gets no more of them by {@link #grow}. */
    public void open(Connection owner, long files) throws SQLException, IOException {
        opened = true;
        write(owner, files, LongStream.range(0, files).map(i -> (OWN / offices + i) * offices).iterator(), no -> true);
    }

    /** Adds files until there are so many finished ones in all. */
    public void grow(Connection owner, long finished) throws SQLException, IOException {
        long until = finished + finished / (ONE_OPEN_IN - 1);
        write(owner, until - made, LongStream.rangeClosed(made + 1, until).iterator(), no -> no % ONE_OPEN_IN == 0 && !(opened && no % offices == 0));
        made = until;
    }

    /** Rows of some files, by table. */
    private record Batch(StringBuilder files, StringBuilder entries, StringBuilder forms, StringBuilder permits, StringBuilder deliveries) {}

    /** While a batch is copied the next one is thought out. */
    private void write(Connection owner, long count, PrimitiveIterator.OfLong numbers, LongPredicate open) throws SQLException, IOException {
        CopyManager copy = owner.unwrap(BaseConnection.class).getCopyAPI();
        try (var set = owner.createStatement();
                ExecutorService ahead = Executors.newSingleThreadExecutor()) {
            List<String> indexes = count < MANY ? List.of() : dropIndexes(owner);
            // what refers to what is right by construction
            set.execute("set session_replication_role = replica");
            Future<Batch> next = ahead.submit(() -> batch(numbers, open));
            for (Batch batch = next.get(); !batch.files.isEmpty(); batch = next.get()) {
                next = ahead.submit(() -> batch(numbers, open));
                copy(copy, "case_file (office_id, file_id, registration, service, service_version, status, step, actor, holder, arrived_at,"
                        + " since, last_at, prepared_by, version, last_hash, complete_at, due_at, paused_at, ready_at, closed_at)", batch.files);
                copy(copy, "card_entry (office_id, file_id, seq, kind, step, to_step, at, officer_id, name, initials, role, remark, hash)", batch.entries);
                copy(copy, "application (office_id, file_id, registration, kind, registered_at, tracking_code, form_token, nik, nik_doubtful, name, birth_place,"
                        + " birth_date, sex, address, phone, email, representative_name, representative_nik, form)", batch.forms);
                copy(copy, "permit (office_id, file_id, service, status, verification_code, holder_name, valid_until, signed_at, signed_by,"
                        + " signatory_name, signatory_nip, series, year, seq, number, numbered_at, issued_at, revoked_why)", batch.permits);
                copy(copy, "delivery (office_id, file_id, recipient, name, identity, relation, delivered_at, delivered_by)", batch.deliveries);
            }
            set.execute("set session_replication_role = origin");
            set.execute("set maintenance_work_mem = '1GB'");
            for (String index : indexes) {
                set.execute(index);
            }
            set.execute("vacuum analyze");
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Batch batch(PrimitiveIterator.OfLong numbers, LongPredicate open) {
        Batch batch = new Batch(new StringBuilder(), new StringBuilder(), new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (int i = 0; i < BATCH && numbers.hasNext(); i++) {
            long no = numbers.nextLong();
            file(no, open.test(no), batch.files, batch.entries, batch.forms, batch.permits, batch.deliveries);
        }
        return batch;
    }

    /** Those that hold no rule: many rows are sooner copied and indexed at the end. Gives what makes them again. */
    private static List<String> dropIndexes(Connection owner) throws SQLException {
        List<String> again = new ArrayList<>();
        try (var query = owner.createStatement();
                var drop = owner.createStatement();
                var row = query.executeQuery("""
                        select indexrelid::regclass, pg_get_indexdef(indexrelid) from pg_index
                        where indrelid in ('case_file'::regclass, 'card_entry'::regclass, 'application'::regclass, 'permit'::regclass, 'delivery'::regclass)
                            and not indisunique
                        """)) {
            while (row.next()) {
                drop.execute("drop index " + row.getString(1));
                again.add(row.getString(2));
            }
        }
        return again;
    }

    private static void copy(CopyManager copy, String table, StringBuilder rows) throws SQLException, IOException {
        copy.copyIn("copy " + table + " from stdin", new java.io.ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private void file(
            long no, boolean open, StringBuilder files, StringBuilder entries, StringBuilder forms, StringBuilder permits, StringBuilder deliveries) {
        int office = (int) (no % offices) + 1;
        long serial = no / offices + 1;
        String registration = "SIKRO-2025-%05d".formatted(serial);
        Instant at = open
                ? RECENT.plusSeconds(random.nextInt(5 * 86_400))
                : FIRST.plusSeconds((long) (random.nextDouble() * (LAST.getEpochSecond() - FIRST.getEpochSecond())));
        Instant registered = at;
        int until = open ? 4 + random.nextInt(2 * STEPS - 5) : 2 * STEPS;
        CardState state = CardState.unregistered(sop);
        FileClock clock = FileClock.NOT_STARTED;
        byte[] hash = Chain.START;
        for (int seq = 1; seq <= until; seq++) {
            int step = (seq + 1) / 2;
            at = at.plusSeconds(60 + random.nextInt(3_600));
            Officer by = officer(office, step);
            CardEntry entry = entry(new Stamp(seq, step, at, by), seq);
            CardState before = state;
            clock = clock.after(entry, before, sop, service.promise(), calendars.get(office - 1));
            state = state.after(entry, sop);
            hash = Chain.next(hash, office, registration, entry);
            row(entries, office, no, seq, Chain.kind(entry), step, entry.to(), at, by.id(), by.name(), by.initials(), by.role(), entry.remark(), hash);
        }
        row(files, office, no, registration, service.code(), service.version(), state.status(), state.step(), ROLES.get(state.step() - 1),
                state.holder(), state.arrivedAt(), state.since(), state.lastAt(), state.preparedBy(), state.version(), hash,
                clock.completeAt(), clock.dueAt(), clock.pausedAt(), clock.readyAt(), state.status().open() ? null : state.lastAt());
        String name = GIVEN.get(random.nextInt(GIVEN.size())) + " " + GIVEN.get(random.nextInt(GIVEN.size())) + " Contoh " + serial;
        row(forms, office, no, registration, "NEW", registered, code("T", no), "token" + no, "%016d".formatted(no), false, name, "Kota Contoh", "1995-01-01",
                "FEMALE", "Jalan Misal Nomor " + serial, "+6281200000184", "", "", "",
                "{\"degree\": \"A.Md.RO\", \"workplaceName\": \"Optik Contoh\", \"workplaceHead\": \"Contoh Pimpinan\", \"secondWorkplace\": \"no\", "
                        + "\"workplaceAddress\": \"Jalan Umpama Nomor 7\", \"strNumber\": \"00 00 0 0 0 00-0000000\", \"strValidity\": \"LIFELONG\"}");
        if (!open) {
            row(permits, office, no, service.code(), "ISSUED", code("V", no), name, "2031-01-01", clock.readyAt(),
                    officers.get(key(office, "kadis")), "Contoh Kadis", "", service.numbering().series(), 2025, serial,
                    serial + "/SIKRO/DPMPTSP/2025", clock.readyAt(), clock.readyAt(), "");
            row(deliveries, office, no, "APPLICANT", name, "%016d".formatted(no), "", at, officers.get(key(office, "loket")));
        } else if (state.step() > 3) {
            row(permits, office, no, service.code(), "DRAFT", code("V", no), name, "2031-01-01", null, null, "", "", null, null, null, null,
                    null, null, "");
        }
    }

    /** The code that opens the tracking page of a file. */
    public static String trackingCode(long no) {
        return code("T", no);
    }

    private static String code(String kind, long no) {
        return kind + "%015d".formatted(no).replace('0', 'B').replace('1', 'C');
    }

    private static CardEntry entry(Stamp stamp, int seq) {
        if (seq == 2 * STEPS) {
            return new CardEntry.Delivered(stamp, "Contoh Pemohon");
        }
        return seq % 2 == 1 ? new CardEntry.Received(stamp, "") : new CardEntry.HandedOver(stamp, stamp.step() + 1, "");
    }

    private Officer officer(int office, int step) {
        String user = USERS.get(step - 1);
        String name = "Contoh " + Character.toUpperCase(user.charAt(0)) + user.substring(1);
        return new Officer(officers.get(key(office, user)), name, user.substring(0, 2), ROLES.get(step - 1));
    }

    private static void row(StringBuilder out, Object... values) {
        String between = "";
        for (Object value : values) {
            out.append(between).append(switch (value) {
                case null -> "\\N";
                case byte[] bytes -> "\\\\x" + HexFormat.of().formatHex(bytes);
                default -> value.toString();
            });
            between = "\t";
        }
        out.append('\n');
    }

    /** What {@code cards verify} says: cards read and cards at fault. */
    public static List<Long> verify(ApplicationContext loket) {
        CardsVerify.Report report = loket.getBean(CardsVerify.class).verify();
        report.faults().stream().limit(3).forEach(System.out::println);
        return new ArrayList<>(List.of(report.cards(), (long) report.faults().size()));
    }

}

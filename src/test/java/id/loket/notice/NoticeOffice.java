package id.loket.notice;

import com.zaxxer.hikari.HikariDataSource;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import id.loket.platform.security.SignedIn;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.OfficeInfo;
import id.loket.platform.web.Texts;
import id.loket.testing.MigratedDatabase;
import id.loket.testing.SettableClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** An office that sends notices: one real database, a clock to set, and as many nodes as a test wants. */
final class NoticeOffice implements AutoCloseable {

    static final int OFFICE = 1;
    static final OfficeInfo INFO = new OfficeInfo(
            OFFICE, "1471", "Pemerintah Kota Pekanbaru", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
            "DPMPTSP Kota Pekanbaru", "DPMPTSP", "Pekanbaru", "Jalan Contoh Nomor 1, Pekanbaru", "0761 000 000", "dpmptsp@contoh.go.id",
            ZoneId.of("Asia/Jakarta"));
    static final SignedIn CLERK = officer(OFFICE, "FRONT_OFFICE");
    static final SignedIn ADMINISTRATOR = officer(OFFICE, "ADMINISTRATOR");
    static final SignedIn TREASURER = officer(OFFICE, "TREASURER");
    static final SignedIn CLERK_OF_ANOTHER_OFFICE = officer(2, "FRONT_OFFICE");

    static final String MOBILE = "0812 0000 0184";
    static final Recipient APPLICANT =
            new Recipient("Contoh Pemohon", MOBILE, "pemohon@contoh.id", "Jalan Misal Nomor 5, Pekanbaru", "id");

    static final NoticeSettings SETTINGS = new NoticeSettings(
            Duration.ofSeconds(10), Duration.ofMinutes(30), Duration.ofHours(48), Duration.ofHours(72), Duration.ofMinutes(15),
            Duration.ofHours(72), Duration.ofDays(365), 4);

    final MigratedDatabase database = new MigratedDatabase();
    final SettableClock clock = new SettableClock();

    NoticeOffice() {
        for (int office : new int[] {1, 2}) {
            database.asOwner().sql("""
                    insert into office (office_id, code, government, name, short_name, city, address, phone, email, zone, day_convention,
                        calendar_version)
                    values (:office, 'kantor' || :office, '', '', '', '', '', '', '', 'Asia/Jakarta', 'DUE_AT_CLOSING', 0)
                    """).param("office", office).update();
        }
    }

    /** One node with its own connections. */
    static final class Node implements AutoCloseable {
        final AtomicInteger statements = new AtomicInteger();
        final NoticeTemplates templates;
        final OptOuts optOuts;
        final Outbox outbox;
        final Notices notices;
        final CallTasks calls;
        final NoticeDelivery delivery;
        final NoticeReceipts receipts;
        final NoticeSweep sweep;
        final NoticeRetention retention;
        final TransactionTemplate transaction;
        private final HikariDataSource pool;
        private final Clock clock;

        Node(HikariDataSource pool, Clock clock, NoticeSettings settings, Carrier... carriers) {
            this.pool = pool;
            this.clock = clock;
            TemplateEngine pages = TemplateEngine.createPrecompiled(ContentType.Html);
            DataSource source = counting(pool, statements);
            var transactions = new DataSourceTransactionManager(source);
            JdbcClient db = JdbcClient.create(source);
            transaction = new TransactionTemplate(transactions);
            var available = new Carriers(List.of(carriers));
            templates = new NoticeTemplates(db, clock, directory(), pages, Texts.bundles());
            optOuts = new OptOuts(db, clock);
            outbox = new Outbox(db, clock, available, templates, optOuts, directory(), settings, JsonMapper.builder().build());
            notices = new Notices(db, clock, outbox, settings);
            calls = new CallTasks(db, clock, outbox);
            delivery = new NoticeDelivery(db, transactions, clock, available, outbox, settings);
            receipts = new NoticeReceipts(db, transactions, clock, outbox);
            sweep = new NoticeSweep(db, clock, delivery, receipts, settings);
            retention = new NoticeRetention(db, clock);
        }

        Optional<Long> post(NewNotice notice) {
            return transaction.execute(t -> notices.post(notice));
        }

        /** What the jobs do, once each. */
        void deliverDue() {
            Stream.of(Channel.values()).filter(channel -> !channel.byPerson()).forEach(delivery::deliverDue);
        }

        /** The jobs come round for so long, at every step of it. */
        void goOnFor(Duration time, Duration step) {
            for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(step)) {
                ((SettableClock) clock).advance(step);
                deliverDue();
                sweep.sweep();
            }
        }

        List<Notice> of(String registration) {
            return notices.of(CLERK, Subject.file(registration));
        }

        @Override
        public void close() {
            pool.close();
        }
    }

    Node node(Carrier... carriers) {
        return new Node(database.pool(6), clock, SETTINGS, carriers);
    }

    Map<NoticeState, Long> states() {
        record Count(NoticeState state, long notices) {}
        return database.asOwner().sql("select state, count(*) as notices from notice group by state").query(Count.class).list().stream()
                .collect(Collectors.toMap(Count::state, Count::notices));
    }

    /** The product is ready: by SMS, else e-mail, else a call. */
    static NewNotice ready(String registration) {
        return ready(registration, APPLICANT, Channel.SMS, Channel.EMAIL, Channel.CALL);
    }

    static NewNotice ready(String registration, Recipient to, Channel... ways) {
        return notice(NoticeEvent.READY_TO_COLLECT, registration, to, ways);
    }

    static NewNotice notice(NoticeEvent event, String registration, Recipient to, Channel... ways) {
        Map<String, String> fields = new HashMap<>();
        event.fields().forEach(f -> fields.put(f, ShippedTemplates.sample(f)));
        fields.replace("registration", registration);
        return new NewNotice(
                OFFICE, event, Subject.file(registration), "SIKRO", to, fields, event + "/" + registration, List.of(ways));
    }

    static Recipient withPhone(String phone) {
        return new Recipient(APPLICANT.name(), phone, APPLICANT.email(), APPLICANT.address(), "id");
    }

    static Recipient withPhoneOnly(String phone) {
        return new Recipient(APPLICANT.name(), phone, "", "", "id");
    }

    @Override
    public void close() {
        database.close();
    }

    private static SignedIn officer(int office, String role) {
        return new SignedIn(office, 7, "contoh", "Contoh Petugas", "Co", Set.of(role), role);
    }

    private static OfficeDirectory directory() {
        return new OfficeDirectory() {
            @Override
            public OfficeInfo byId(int officeId) {
                return INFO;
            }

            @Override
            public Optional<OfficeInfo> byCode(String code) {
                return Optional.of(INFO);
            }

            @Override
            public OfficeInfo home() {
                return INFO;
            }
        };
    }

    /** Counts the statements that are executed. */
    private static DataSource counting(DataSource source, AtomicInteger count) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws java.sql.SQLException {
                return proxy(Connection.class, super.getConnection());
            }

            private <T> T proxy(Class<T> type, T target) {
                return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (p, method, args) -> {
                    if (method.getName().startsWith("execute")) {
                        count.incrementAndGet();
                    }
                    try {
                        Object result = method.invoke(target, args);
                        return switch (result) {
                            case PreparedStatement prepared -> proxy(PreparedStatement.class, prepared);
                            case Statement statement -> proxy(Statement.class, statement);
                            case null, default -> result;
                        };
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
            }
        };
    }
}

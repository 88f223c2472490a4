package id.loket.complaint.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.loket.casefile.OfficeAtWork;
import id.loket.complaint.Complaints;
import id.loket.complaint.handling.Closing;
import id.loket.complaint.handling.Matter;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Order;
import id.loket.complaint.handling.ResponseClass;
import id.loket.complaint.handling.Weight;
import id.loket.platform.cli.Command;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.testing.Visitor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/**
 * The leadership's page on the afternoon of Thursday, 30 June 2050, in an office with nine complaints and a suggestion. Terms for the answer:
 * 14 working days, for those about a fee 5; for sorting 3.
 *
 * <pre>
 * received  what            weight  section   what became of it                             on 30 June
 * 1 March   not sorted      -       -         nobody sorted it                              open, 121 days, late
 * 1 April   fee             light   seksi     answered on 20 May, late
 * 2 May     attitude        light   bidang    answered on 4 May, on time
 * 10 May    time taken      heavy   bidang    not decided                                   open, 51 days, late
 * 1 June    time taken      light   bidang    answered on 14 June, not solved on 20 June    open, 29 days
 * 3 June    attitude        light   bidang    withdrawn on 6 June
 * 10 June   a suggestion    light   bidang    open, and no complaint
 * 20 June   fee             medium  seksi     not decided                                   open, 10 days, late
 * 28 June   time taken      light   bidang    in work                                       open, 2 days
 * 29 June   not sorted      -       -         came in yesterday                             open, 1 day
 * </pre>
 */
@LoketTest
@Tag("PGD-j2")
@Tag("PGD-k")
class OverviewTest {

    private static final String HERE = "@9050";
    private static final String BIDANG = "DIVISION_HEAD";
    private static final String SEKSI = "SECTION_HEAD";

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private Complaints complaints;

    @Autowired
    private MonthlyReports reports;

    @Autowired
    private ComplaintBook book;

    @Autowired
    private List<Command> commands;

    @Autowired
    private JdbcClient db;

    @Autowired
    private SettableClock clock;

    @TempDir
    private Path folder;

    @LocalServerPort
    private int port;

    private QuarterOfComplaints desk;

    @BeforeEach
    void anOfficeOfItsOwn() throws IOException {
        if (officeId() == 0) {
            setUp();
            desk = new QuarterOfComplaints(office, complaints, clock, HERE);
            play();
            new QuarterOfComplaints(office, complaints, clock).sorted("2050-06-28 09:00", Matter.COMPLAINT, Weight.HEAVY, BIDANG);
        }
        clock.set("2050-06-30 15:00");
    }

    @Test
    void what_is_open_by_weight_and_age_with_the_list_behind_each_figure() {
        assertThat(overview().ages())
                .extracting(Overview.Age::youngest, Overview.Age::oldest, Overview.Age::byWeight, Overview.Age::unsorted, Overview.Age::count)
                .containsExactly(
                        tuple(0, 7, Map.of(Weight.LIGHT, 1), 1, 2),
                        tuple(8, 14, Map.of(Weight.MEDIUM, 1), 0, 1),
                        tuple(15, 60, Map.of(Weight.LIGHT, 1, Weight.HEAVY, 1), 0, 2),
                        tuple(61, null, Map.of(), 1, 1));
        for (Overview.Age age : overview().ages()) {
            assertThat(listed(age, Map.of())).as("from %s to %s", age.from(), age.to()).isEqualTo(age.count());
            assertThat(listed(age, Map.of("perihal", "UNSORTED"))).isEqualTo(age.unsorted());
            age.byWeight().forEach((weight, count) -> assertThat(listed(age, Map.of("bobot", weight.name()))).isEqualTo(count));
        }
    }

    @Test
    void on_time_late_and_reopened_by_section_and_kind() {
        assertThat(overview().all()).isEqualTo(new Overview.Line("", 6, 3, 2, 1, 1));
        assertThat(overview().bySection())
                .containsExactly(
                        new Overview.Line(BIDANG, 3, 1, 2, 0, 1),
                        new Overview.Line(SEKSI, 1, 1, 0, 1, 0),
                        new Overview.Line(Figures.UNSORTED, 2, 1, 0, 0, 0));
        assertThat(overview().byKind())
                .containsExactly(
                        new Overview.Line("ATTITUDE", 0, 0, 1, 0, 0),
                        new Overview.Line("DELAY", 3, 1, 1, 0, 1),
                        new Overview.Line("FEE", 1, 1, 0, 1, 0),
                        new Overview.Line(Figures.UNSORTED, 2, 1, 0, 0, 0));
    }

    @Test
    void twelve_months_each_following_on_the_one_before() {
        List<MonthlyReports.MonthFigures> trend = overview().trend();
        assertThat(trend).hasSize(12);
        assertThat(trend.getFirst().month()).isEqualTo(YearMonth.of(2049, 7));
        assertThat(trend.subList(0, 8)).allMatch(month -> month.figures().total().isEmpty());
        assertThat(trend.subList(8, 12))
                .extracting(month -> month.figures().total())
                .containsExactly(
                        new Tally(0, 1, 0, 0, 0, 0, 1, 1), // March
                        new Tally(1, 1, 0, 0, 0, 0, 2, 2),
                        new Tally(2, 2, 0, 1, 1, 0, 2, 2),
                        new Tally(2, 5, 1, 1, 0, 1, 6, 3)); // June so far
        assertThat(trend.getLast().figures().suggestions()).isEqualTo(1);
    }

    @Test
    void the_page_says_it_in_one_sentence_and_every_figure_leads_to_the_book() {
        Visitor head = new Visitor(port);
        head.signIn("kadis" + HERE, "contoh-2026");
        assertThat(head.get("/pimpinan").body())
                .contains(
                        "6 pengaduan masih terbuka, 3 di antaranya lewat tenggat.",
                        "Dalam dua belas bulan, 2 dari 3 jawaban tepat waktu dan 1 pengaduan dibuka kembali.",
                        "Belum dipilah",
                        "bobot=HEAVY",
                        "bidang=" + SEKSI,
                        "jenis=FEE",
                        "perihal=UNSORTED")
                .doesNotContain("??");
    }

    @Test
    void it_is_the_heads_and_the_secretarys_alone_and_tells_nothing_of_another_office() {
        assertThat(reports.overview(office.person("sekretaris" + HERE)).all()).isEqualTo(overview().all());
        for (String who : List.of("pengaduan", "kabid", "kasi", "admin", "loket")) {
            assertThatThrownBy(() -> reports.overview(office.person(who + HERE))).as(who).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(reports.overview(office.person("kadis")).ages().getFirst().byWeight().get(Weight.HEAVY))
                .as("what came in at the other office is told there")
                .isEqualTo(1);
    }

    private Overview overview() {
        return reports.overview(office.person("kadis" + HERE));
    }

    /** How many lines the book has where a figure of an age leads to. */
    private int listed(Overview.Age age, Map<String, String> narrowed) {
        Map<String, String> query = new HashMap<>(narrowed);
        query.putAll(Map.of("dari", age.from().toString(), "sampai", age.to().toString(), "keadaan", "OPEN"));
        return book.page(office.person("kadis" + HERE), BookFilter.of(query, LocalDate.of(2050, 6, 30)), 1).total();
    }

    private void play() {
        unsorted("2050-03-01 09:00");
        String fee = sorted("2050-04-01 09:00", "FEE", Weight.LIGHT, SEKSI);
        String attitude = sorted("2050-05-02 09:00", "ATTITUDE", Weight.LIGHT, BIDANG);
        desk.answer("2050-05-04 10:00", attitude);
        sorted("2050-05-10 09:00", "DELAY", Weight.HEAVY, BIDANG);
        desk.answer("2050-05-20 10:00", fee);
        String delay = sorted("2050-06-01 09:00", "DELAY", Weight.LIGHT, BIDANG);
        String withdrawn = sorted("2050-06-03 09:00", "ATTITUDE", Weight.LIGHT, BIDANG);
        clock.set("2050-06-06 09:00");
        desk.does("pengaduan", withdrawn, new Order.Close(Closing.WITHDRAWN, "Dicabut lewat telepon"));
        desk.sorted("2050-06-10 09:00", Matter.SUGGESTION, Weight.LIGHT, BIDANG);
        desk.answer("2050-06-14 10:00", delay);
        sorted("2050-06-20 09:00", "FEE", Weight.MEDIUM, SEKSI);
        clock.set("2050-06-20 10:00");
        desk.does("pengaduan", delay, new Order.SayNotSolved("Belum ada kabar"));
        sorted("2050-06-28 09:00", "DELAY", Weight.LIGHT, BIDANG);
        unsorted("2050-06-29 09:00");
    }

    private String unsorted(String at) {
        clock.set(at);
        return desk.received(Medium.WEB, QuarterOfComplaints.who("Contoh Pengadu", false, false), "Izin belum selesai");
    }

    private String sorted(String at, String kind, Weight weight, String section) {
        String number = unsorted(at);
        ResponseClass term = kind.equals("FEE") ? ResponseClass.NORMATIVE : ResponseClass.NON_SUPERVISORY;
        desk.sort(number, Matter.COMPLAINT, kind, weight, term, section);
        return number;
    }

    /** An office with the people of the demo office, who sign in with the same passwords. */
    private void setUp() throws IOException {
        Path file = folder.resolve("office.yaml");
        try (InputStream demo = getClass().getResourceAsStream("/demo/office.yaml")) {
            String text = new String(demo.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(file, text.replace("\"1471\"", "\"" + HERE.substring(1) + "\""));
        }
        Command create = commands.stream().filter(command -> command.name().equals("office create")).findFirst().orElseThrow();
        assertThat(create.run(List.of(file.toString()))).isZero();
        db.sql("""
                        update officer o set password_hash = d.password_hash, password_once = false
                        from officer d where d.office_id = 1 and d.username = o.username and o.office_id = :office
                        """)
                .param("office", officeId())
                .update();
    }

    private int officeId() {
        return db.sql("select coalesce(max(office_id), 0) from office where code = :code")
                .param("code", HERE.substring(1))
                .query(Integer.class)
                .single();
    }
}

package id.loket.complaint.book;

import id.loket.casefile.OfficeAtWork;
import id.loket.complaint.Complainant;
import id.loket.complaint.Complaints;
import id.loket.complaint.NewComplaint;
import id.loket.complaint.handling.Classification;
import id.loket.complaint.handling.Decider;
import id.loket.complaint.handling.Matter;
import id.loket.complaint.handling.Medium;
import id.loket.complaint.handling.Order;
import id.loket.complaint.handling.ReplyWay;
import id.loket.complaint.handling.ResponseClass;
import id.loket.complaint.handling.Weight;
import id.loket.platform.security.SignedIn;
import id.loket.testing.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;

/** The complaint desk of an office at work, of the demo office unless said otherwise: a single complaint or a realistic quarter, the same each time. */
final class QuarterOfComplaints {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final List<String> KINDS =
            List.of("DELAY", "DELAY", "DELAY", "PROCEDURE", "ATTITUDE", "REQUIREMENT", "FEE", "FACILITY", "ILLEGAL_LEVY");
    private static final List<String> SUBJECTS = List.of(
            "Izin belum selesai", "Antrean terlalu lama", "Petugas tidak ramah", "Syarat berubah di tengah jalan", "Situs tidak dapat dibuka");

    private record Happening(LocalDateTime at, Runnable what) {}

    private final OfficeAtWork office;
    private final Complaints complaints;
    private final SettableClock clock;
    private final String where;

    QuarterOfComplaints(OfficeAtWork office, Complaints complaints, SettableClock clock) {
        this(office, complaints, clock, "");
    }

    /** @param where what usernames of the office end with, such as {@code @1471} */
    QuarterOfComplaints(OfficeAtWork office, Complaints complaints, SettableClock clock, String where) {
        this.office = office;
        this.complaints = complaints;
        this.clock = clock;
        this.where = where;
    }

    private SignedIn person(String username) {
        return office.person(username + where);
    }

    static Complainant who(String name, boolean anonymous, boolean confidential) {
        return new Complainant(
                name, "Jalan Misal Nomor 5, Pekanbaru", "+6281200000184", "", "pengadu@contoh.id", anonymous, confidential);
    }

    String received(Medium medium, Complainant who, String subject) {
        return complaints.record(
                person("pengaduan"),
                new NewComplaint(
                        medium, who, "", "", null, subject, "Sudah lewat dua hari kerja, belum ada kabar.", "Diberi kepastian", UUID.randomUUID().toString()));
    }

    String sorted(String at, Matter matter, Weight weight, String section) {
        clock.set(at);
        String number = received(Medium.WEB, who("Contoh Pengadu", false, false), "Izin belum selesai");
        sort(number, matter, "DELAY", weight, ResponseClass.NON_SUPERVISORY, section);
        return number;
    }

    void sort(String number, Matter matter, String kind, Weight weight, ResponseClass responseClass, String section) {
        does("pengaduan", number, new Order.Classify(new Classification(matter, kind, weight, responseClass, section), "Dipilah"));
    }

    void answer(String at, String number) {
        clock.set(at);
        answer(number, ReplyWay.STATUS_PAGE);
    }

    private void answer(String number, ReplyWay way) {
        does("pengaduan", number, new Order.Take());
        does("pengaduan", number, new Order.Answer(way, "Sudah diselesaikan.", way.spoken() ? "Menerima" : ""));
    }

    void does(String username, String number, Order order) {
        int version = complaints.view(person("pengaduan"), number).state().version();
        complaints.order(person(username), number, order, version);
    }

    /** A quarter from its first day to its last: some 12 complaints a month, of all weights and channels, some late, some reopened, some open. */
    void play(YearMonth first) {
        Random random = new Random(first.getYear());
        PriorityQueue<Happening> diary = new PriorityQueue<>(Comparator.comparing(Happening::at));
        for (LocalDate day = first.atDay(1); day.isBefore(first.plusMonths(3).atDay(1)); day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() < 6 && random.nextInt(100) < 55) {
                LocalDateTime at = day.atTime(8 + random.nextInt(7), random.nextInt(60));
                diary.add(new Happening(at, () -> comesIn(random, at, diary)));
            }
        }
        LocalDateTime end = first.plusMonths(3).atDay(1).atTime(10, 0);
        while (!diary.isEmpty() && diary.peek().at().isBefore(end)) {
            Happening next = diary.poll();
            clock.set(MINUTES.format(next.at()));
            next.what().run();
        }
        clock.set(MINUTES.format(end));
    }

    private void comesIn(Random random, LocalDateTime at, PriorityQueue<Happening> diary) {
        Medium medium = List.of(Medium.COUNTER, Medium.COUNTER, Medium.EMAIL, Medium.WEB, Medium.WEB, Medium.LETTER, Medium.PHONE).get(random.nextInt(7));
        String number = received(
                medium,
                who("Contoh Pengadu " + random.nextInt(90), random.nextInt(8) == 0, random.nextInt(12) == 0),
                SUBJECTS.get(random.nextInt(SUBJECTS.size())));
        int dice = random.nextInt(100);
        Matter matter = dice < 88 ? Matter.COMPLAINT : dice < 94 ? Matter.SUGGESTION : Matter.INFORMATION_REQUEST;
        Weight weight = dice < 55 ? Weight.LIGHT : dice < 84 ? Weight.MEDIUM : Weight.HEAVY;
        String section = random.nextInt(3) == 0 ? "SECTION_HEAD" : "DIVISION_HEAD";
        String head = section.equals("SECTION_HEAD") ? "kasi" : "kabid";
        sort(number, matter, KINDS.get(random.nextInt(KINDS.size())), weight, ResponseClass.NON_SUPERVISORY, section);
        if (weight == Weight.HEAVY && matter == Matter.COMPLAINT) {
            return;
        }
        int days = random.nextInt(6) == 0 ? 24 + random.nextInt(10) : 1 + random.nextInt(9);
        ReplyWay way = switch (medium) {
            case COUNTER -> ReplyWay.IN_PERSON;
            case EMAIL -> ReplyWay.EMAIL;
            case LETTER -> ReplyWay.LETTER;
            case PHONE -> ReplyWay.CALL;
            default -> ReplyWay.STATUS_PAGE;
        };
        boolean reopened = random.nextInt(9) == 0;
        LocalDateTime answered = at.plusDays(days);
        diary.add(new Happening(answered, () -> {
            decide(number, head, matter, weight, answered.toLocalDate());
            answer(number, way);
        }));
        if (reopened) {
            diary.add(new Happening(answered.plusDays(2), () -> does("pengaduan", number, new Order.SayNotSolved("Belum ada kabar"))));
        }
    }

    private void decide(String number, String head, Matter matter, Weight weight, LocalDate on) {
        if (matter == Matter.COMPLAINT && weight == Weight.MEDIUM) {
            does(head, number, new Order.Decide(Decider.SECTION_HEAD, "Didahulukan", "", on, 0));
            does("kadis", number, new Order.Decide(Decider.HEAD_OF_OFFICE, "Setuju", "", on, 0));
        }
    }

    static Instant time(String at) {
        return LocalDateTime.parse(at, MINUTES).atZone(ZONE).toInstant();
    }

    /** Names of months that a test plays, for the SQL that counts them by hand. */
    static List<YearMonth> months(YearMonth first) {
        List<YearMonth> months = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            months.add(first.plusMonths(i));
        }
        return months;
    }
}

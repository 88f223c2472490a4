package id.loket.casefile;

import id.loket.casefile.card.Action;
import id.loket.casefile.card.CardState;
import id.loket.casefile.card.Rules.Order;
import id.loket.permit.Deliveries;
import id.loket.permit.Delivery;
import id.loket.platform.security.Accounts;
import id.loket.platform.security.SignedIn;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;

/** The people of an office at their work on SIKRO, through the services that the pages call. */
public final class BenchWork {

    /** Who does steps 3 to 8. */
    private static final List<String> WHO = List.of("cetak", "muda", "madya", "sekretaris", "kadis", "cetak");

    private static final List<String> PAPERS = List.of(
            "APPLICATION_LETTER", "ID_CARD", "DIPLOMA", "STR", "HEALTH_CERTIFICATE", "WORKPLACE_LETTER", "PHOTO");

    private final CaseFiles caseFiles;
    private final IntakeForms forms;
    private final Deliveries deliveries;
    private final Accounts accounts;
    private final WorkLists workLists;
    private final CaseFileReader reader;
    private final Map<String, SignedIn> people = new ConcurrentHashMap<>();

    public BenchWork(ApplicationContext loket) {
        this.caseFiles = loket.getBean(CaseFiles.class);
        this.forms = loket.getBean(IntakeForms.class);
        this.deliveries = loket.getBean(Deliveries.class);
        this.accounts = loket.getBean(Accounts.class);
        this.workLists = loket.getBean(WorkLists.class);
        this.reader = loket.getBean(CaseFileReader.class);
    }

    public SignedIn person(String username) {
        return people.computeIfAbsent(username, name -> accounts.find(name).orElseThrow().officer());
    }

    /** A filled form for SIKRO as the counter types it. */
    public static Map<String, String> form(String name) {
        Map<String, String> form = new HashMap<>();
        form.put("kind", "NEW");
        form.put("nik", "1471010101950001");
        form.put("name", name);
        form.put("birthPlace", "Kota Contoh");
        form.put("birthDate", "01-01-1995");
        form.put("sex", "MALE");
        form.put("address", "Jalan Misal Nomor 5, Pekanbaru");
        form.put("phone", "0812 0000 0184");
        form.put("fields.degree", "A.Md.RO");
        form.put("fields.workplaceName", "Optik Contoh");
        form.put("fields.workplaceHead", "Contoh Pimpinan");
        form.put("fields.workplaceAddress", "Jalan Umpama Nomor 7, Pekanbaru");
        form.put("fields.secondWorkplace", "no");
        form.put("fields.strNumber", "00 00 0 0 0 00-0000000");
        form.put("fields.strValidity", "LIFELONG");
        return form;
    }

    /** In at the counter, received, sent to the check and taken into it: three entries. */
    public String register(String name) {
        SignedIn clerk = person("loket");
        Intake intake = forms.read(clerk, "SIKRO", form(name), UUID.randomUUID().toString(), Instant.now()).intake().orElseThrow();
        return caseFiles.register(clerk, intake);
    }

    /** One file from the counter into the applicant's hand; {@code each} runs and times a movement. Returned once, it comes back complete. */
    public void file(boolean returned, Consumer<Runnable> each) {
        SignedIn clerk = person("loket");
        String[] file = new String[1];
        each.accept(() -> file[0] = register("Contoh Pemohon"));
        String no = file[0];
        int[] version = {3};
        if (returned) {
            step(each, version, () -> caseFiles.checkAndMove(clerk, no, checks(true), Order.of(Action.RETURN_TO_APPLICANT), version[0]));
            step(each, version, () -> caseFiles.move(clerk, no, Order.of(Action.RESUBMIT), version[0]));
        }
        step(each, version, () -> caseFiles.checkAndMove(clerk, no, checks(false), Order.of(Action.HAND_OVER), version[0]));
        for (String who : WHO) {
            SignedIn officer = person(who);
            step(each, version, () -> caseFiles.move(officer, no, Order.of(Action.RECEIVE), version[0]));
            step(each, version, () -> caseFiles.move(officer, no, Order.of(Action.HAND_OVER, "Diteruskan"), version[0]));
        }
        step(each, version, () -> caseFiles.move(clerk, no, Order.of(Action.RECEIVE), version[0]));
        each.accept(() -> deliveries.deliver(
                clerk, no, version[0], new Delivery(Delivery.Recipient.APPLICANT, "", "1471010101950001", "", null, Instant.now())));
    }

    private interface Movement {
        CardState go();
    }

    private static void step(Consumer<Runnable> each, int[] version, Movement movement) {
        each.accept(() -> version[0] = movement.go().version());
    }

    private static List<Check> checks(boolean photoMissing) {
        return PAPERS.stream()
                .map(code -> new Check(
                        code, photoMissing && code.equals("PHOTO") ? Check.Result.MISSING : Check.Result.PRESENT, ""))
                .toList();
    }

    /** A receipt and a hand-over that bring forth no product: files waiting for the first initials are taken and passed on. */
    public void initials(String registration, int version, Consumer<Runnable> each) {
        SignedIn officer = person("muda");
        each.accept(() -> caseFiles.move(officer, registration, Order.of(Action.RECEIVE), version));
        each.accept(() -> caseFiles.move(officer, registration, Order.of(Action.HAND_OVER), version + 1));
    }

    /** Brings a file to the first initials. */
    public String sentToInitials() {
        SignedIn clerk = person("loket");
        SignedIn back = person("cetak");
        String no = register("Contoh Pemohon");
        caseFiles.checkAndMove(clerk, no, checks(false), Order.of(Action.HAND_OVER), 3);
        caseFiles.move(back, no, Order.of(Action.RECEIVE), 4);
        caseFiles.move(back, no, Order.of(Action.HAND_OVER), 5);
        return no;
    }

    /** Steps of one file as they are: six entries so far. */
    public static final int VERSION_AT_INITIALS = 6;

    public int workList(String username, WorkLists.Queue queue) {
        return workLists.list(person(username), queue, "").size();
    }

    public int search(String username, String text) {
        return workLists.search(person(username), text).size();
    }

    public int counts(String username) {
        return workLists.counts(person(username)).size();
    }

    /** The report of delays: the cards whose promise is or was overrun, of all the office's files. */
    public int late(String username) {
        return workLists.cards(person(username), new CardFilter("", "", 0, CardFilter.State.ALL, true, null, null), ZoneOffset.ofHours(7)).size();
    }

    /** Everything that the page of a file shows. */
    public String read(String username, String registration) {
        return reader.file(person(username), registration).registration();
    }

    /** Everything that the tracking page shows. */
    public String track(String code) {
        return reader.byTrackingCode(person("loket").officeId(), code).orElseThrow().registration();
    }

    /** The receive queue of a role. */
    public int toReceive(String username) {
        return workList(username, WorkLists.Queue.TO_RECEIVE);
    }
}

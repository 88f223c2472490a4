package id.loket.casefile;

import id.loket.casefile.card.Action;
import id.loket.casefile.card.CardState;
import id.loket.casefile.card.Rules.Order;
import id.loket.platform.security.Accounts;
import id.loket.platform.security.SignedIn;
import id.loket.testing.SettableClock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** The people of the demo office doing their work, for tests that need files in some state. */
@TestComponent
public class OfficeAtWork {

    /** The papers that every SIKRO application needs. */
    public static final List<String> PAPERS = List.of(
            "APPLICATION_LETTER", "ID_CARD", "DIPLOMA", "STR", "HEALTH_CERTIFICATE", "WORKPLACE_LETTER", "PHOTO");

    private final Accounts accounts;
    private final CaseFiles caseFiles;
    private final CaseFileReader reader;
    private final IntakeForms forms;
    private final SettableClock clock;

    OfficeAtWork(
            Accounts accounts, CaseFiles caseFiles, CaseFileReader reader, IntakeForms forms, SettableClock clock) {
        this.accounts = accounts;
        this.caseFiles = caseFiles;
        this.reader = reader;
        this.forms = forms;
        this.clock = clock;
    }

    public SignedIn person(String username) {
        return accounts.find(username).orElseThrow().officer();
    }

    /** Who does each step of SIKRO. */
    public static String whoDoes(int step) {
        return List.of("loket", "loket", "cetak", "muda", "madya", "sekretaris", "kadis", "cetak", "loket").get(step - 1);
    }

    /** A filled intake form for SIKRO with all papers present. */
    public static Map<String, String> form() {
        Map<String, String> form = new HashMap<>();
        form.put("kind", "NEW");
        form.put("nik", "1471010101950001");
        form.put("name", "Contoh Pemohon");
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
        PAPERS.forEach(code -> form.put("checks." + code, "PRESENT"));
        return form;
    }

    /** Registers a form for SIKRO at the counter. */
    public String register(Map<String, String> form) {
        return register("SIKRO", form);
    }

    /** Registers a form at the counter. */
    public String register(String service, Map<String, String> form) {
        SignedIn loket = person("loket");
        Intake intake = forms.read(loket, service, form, UUID.randomUUID().toString(), clock.instant())
                .intake()
                .orElseThrow();
        return caseFiles.register(loket, intake);
    }

    /** A complete application, on its way to the Back Office. */
    public String completeFile() {
        return register(form());
    }

    /** An application without its photo and with an unreadable STR, back with the applicant. */
    public String incompleteFile() {
        Map<String, String> form = form();
        form.put("checks.STR", "INELIGIBLE");
        form.put("remarks.STR", "nomor tidak terbaca");
        form.put("checks.PHOTO", "MISSING");
        return register(form);
    }

    /** A file that has come as far as being sent to a step. */
    public String fileSentTo(int step) {
        String file = completeFile();
        through(file, step - 1);
        return file;
    }

    /** Everybody does his or her step, up to and including {@code last}. */
    public void through(String file, int last) {
        for (int step = look(file).state().step(); step <= last; step++) {
            does(whoDoes(step), file, Action.RECEIVE);
            does(whoDoes(step), file, Action.HAND_OVER);
        }
    }

    public CardState does(String who, String file, Action action) {
        return does(who, file, Order.of(action, action.needsReason() ? "alasan" : ""));
    }

    public CardState does(String who, String file, Order order) {
        return caseFiles.move(person(who), file, order);
    }

    /** Marks papers as present while the file is checked. */
    public void check(String who, String file, String... codes) {
        caseFiles.check(
                person(who),
                file,
                Arrays.stream(codes).map(c -> new Check(c, Check.Result.PRESENT, "")).toList(),
                look(file).state().version());
    }

    /** The file as its officers see it. */
    public CaseFileView look(String file) {
        return reader.file(person("kadis"), file);
    }
}

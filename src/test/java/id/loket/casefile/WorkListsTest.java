package id.loket.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.casefile.WorkLists.Queue;
import id.loket.casefile.card.Action;
import id.loket.platform.security.SignedIn;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An officer finds the file that somebody asks about: within a queue, and among all files. */
@LoketTest
class WorkListsTest {

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private WorkLists workLists;

    @Autowired
    private SettableClock clock;

    private String melati;
    private String kenanga;

    @BeforeEach
    void twoFilesAtTheFirstReviewer() {
        clock.set("2026-11-23 09:00");
        melati = sentToReviewer("Contoh Melati", "1471014202900007");
        kenanga = sentToReviewer("Contoh Kenanga 100%", "1471014202900008");
    }

    @Test
    @Tag("SOP-4")
    void a_queue_is_narrowed_by_number_by_name_and_by_NIK() {
        assertThat(toReceive(melati.toLowerCase())).containsExactly(melati);
        assertThat(toReceive(" melati ")).contains(melati).doesNotContain(kenanga);
        assertThat(toReceive("1471.01.420290.0008")).contains(kenanga).doesNotContain(melati);
        assertThat(toReceive("")).contains(melati, kenanga);
    }

    @Test
    @Tag("SOP-4")
    void narrowing_a_queue_shows_nothing_of_the_others() {
        office.does("muda", melati, Action.RECEIVE);
        assertThat(toReceive(melati)).isEmpty();
        assertThat(numbers(workLists.list(office.person("muda"), Queue.IN_HAND, melati))).containsExactly(melati);
        assertThat(numbers(workLists.search(office.person("muda"), melati))).containsExactly(melati);
        assertThat(workLists.list(office.person("madya"), Queue.TO_RECEIVE, melati)).isEmpty();
    }

    @Test
    void a_percent_sign_and_a_quote_are_only_text() {
        assertThat(toReceive("100%")).contains(kenanga).doesNotContain(melati);
        assertThat(toReceive("' or true --")).isEmpty();
        assertThat(toReceive("_____")).isEmpty();
    }

    @Test
    void the_search_finds_nothing_of_another_office() {
        SignedIn muda = office.person("muda");
        SignedIn stranger = new SignedIn(2, muda.officerId(), "muda", "Contoh Asing", "As", muda.roles(), "");
        assertThat(workLists.search(stranger, melati)).isEmpty();
    }

    private List<String> toReceive(String text) {
        return numbers(workLists.list(office.person("muda"), Queue.TO_RECEIVE, text));
    }

    private static List<String> numbers(List<WorkLists.Row> rows) {
        return rows.stream().map(WorkLists.Row::registration).toList();
    }

    private String sentToReviewer(String name, String nik) {
        Map<String, String> form = OfficeAtWork.form();
        form.put("name", name);
        form.put("nik", nik);
        form.put("sex", "FEMALE");
        form.put("birthDate", "02-02-1990");
        String file = office.register(form);
        office.through(file, 3);
        return file;
    }
}

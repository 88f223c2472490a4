package id.loket.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.casefile.card.Action;
import id.loket.casefile.card.Rules.Order;
import id.loket.platform.security.SignedIn;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.testing.Visitor;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody sees or moves what is another office's: checked by the service, whatever page or program asks. */
@LoketTest
class OfficesApartTest {

    private static final Set<String> EVERY_ROLE = Set.of(
            "FRONT_OFFICE", "BACK_OFFICE", "JUNIOR_ANALYST", "SENIOR_ANALYST", "SECRETARY", "HEAD_OF_OFFICE", "ADMINISTRATOR");

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private CaseFiles caseFiles;

    @Autowired
    private CaseFileReader reader;

    @Autowired
    private WorkLists workLists;

    @Autowired
    private BulkMoves bulk;

    @Autowired
    private Attachments attachments;

    @Autowired
    private SettableClock clock;

    @LocalServerPort
    private int port;

    private SignedIn stranger;
    private String file;

    @BeforeEach
    void anOfficerOfAnotherOfficeWithEveryRole() {
        clock.set("2026-11-23 09:00");
        file = office.fileSentTo(4);
        SignedIn muda = office.person("muda");
        stranger = new SignedIn(2, muda.officerId(), "muda", "Contoh Asing", "As", EVERY_ROLE, "");
    }

    @Test
    void the_file_does_not_exist_for_the_other_office() {
        assertThatThrownBy(() -> reader.file(stranger, file)).isInstanceOf(NoSuchFile.class);
        assertThat(attachments.content(stranger, file, 1)).isEmpty();
        assertThat(reader.byNumberAndPhone(2, file, "0184")).isEmpty();
        assertThat(reader.byTrackingCode(2, office.look(file).application().trackingCode())).isEmpty();
    }

    @Test
    void nothing_can_be_done_with_it() {
        assertThatThrownBy(() -> caseFiles.move(stranger, file, Order.of(Action.RECEIVE))).isInstanceOf(NoSuchFile.class);
        assertThatThrownBy(() -> caseFiles.check(stranger, file, List.of(), 1)).isInstanceOf(NoSuchFile.class);
        assertThat(bulk.move(stranger, List.of(file), Order.of(Action.RECEIVE)).unknown()).containsExactly(file);
    }

    @Test
    void an_officer_without_a_part_in_the_service_can_do_nothing_with_its_files() {
        SignedIn admin = office.person("admin");
        assertThatThrownBy(() -> caseFiles.move(admin, file, Order.of(Action.REMARK, "catatan"))).isInstanceOf(NoSuchFile.class);
        assertThatThrownBy(() -> attachments.add(admin, file, Attachments.SIGNED_LETTER, "a.png", new ByteArrayInputStream(new byte[1])))
                .isInstanceOf(NoSuchFile.class);
        assertThat(new Visitor(port).api("GET", "/api/files/" + file + "/permit", "admin", null).statusCode()).isEqualTo(404);
    }

    @Test
    void an_officer_without_a_part_in_the_service_sees_nothing_of_its_files() {
        assertThatThrownBy(() -> reader.file(office.person("admin"), file)).isInstanceOf(NoSuchFile.class);
        assertThat(workLists.search(office.person("admin"), "Contoh Pemohon")).isEmpty();
    }
}

package id.loket.permit;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.casefile.OfficeAtWork;
import id.loket.casefile.card.Action;
import id.loket.casefile.card.Rules.Order;
import id.loket.standard.Standards;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Another office's order: the letter is numbered before it is signed. The order is in the service's file, not in the code. */
@LoketTest
class NumberedFirstTest {

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private Permits permits;

    @Autowired
    private Standards standards;

    @Autowired
    private SettableClock clock;

    @BeforeEach
    void theServiceIsInForce() throws IOException {
        clock.set("2026-11-23 09:00");
        standards.publish(1, Files.readString(Path.of("src/test/resources/services/NUMBERED_FIRST.yaml")));
    }

    @Test
    void it_is_issued_when_it_is_signed() {
        String file = sentToSignature();
        Permit numbered = permit(file);
        assertThat(numbered.number()).matches("\\d{4}/CONTOH/11/2026");
        assertThat(numbered.status()).isEqualTo(Permit.Status.DRAFT);

        both("kadis", file);

        Permit issued = permit(file);
        assertThat(issued.status()).isEqualTo(Permit.Status.ISSUED);
        assertThat(issued.number()).isEqualTo(numbered.number());
    }

    @Test
    void a_letter_that_comes_back_keeps_its_number_so_that_none_is_lost() {
        String file = sentToSignature();
        String number = permit(file).number();
        office.does("kadis", file, Action.RECEIVE);
        office.does("kadis", file, Order.returnTo(3, "nama salah ketik"));
        both("loket", file);
        both("loket", file);
        both("kadis", file);
        assertThat(permit(file).number()).isEqualTo(number);
        assertThat(permit(file).status()).isEqualTo(Permit.Status.ISSUED);
    }

    private String sentToSignature() {
        String file = office.register("NUMBERED_FIRST", OfficeAtWork.form());
        both("loket", file);
        both("loket", file);
        return file;
    }

    private void both(String who, String file) {
        office.does(who, file, Action.RECEIVE);
        office.does(who, file, Action.HAND_OVER);
    }

    private Permit permit(String file) {
        return permits.of(office.person("kadis"), file).orElseThrow();
    }
}

package id.loket.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.casefile.CardsVerify.Fault;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A card that isn't as it was written is found, by the file and the entry; and the application itself can't write over one. */
@LoketTest
@Tag("MFG-4c")
class CardsVerifyTest {

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private CardsVerify cards;

    @Autowired
    private CardsVerifyCommand command;

    @Autowired
    private JdbcClient application;

    @Autowired
    @Qualifier("ownerDataSource")
    private DataSource owner;

    @Autowired
    private SettableClock clock;

    private String file;

    @BeforeEach
    void aFileOnItsWay() {
        clock.set("2026-11-23 08:30");
        file = office.fileSentTo(6);
    }

    @Test
    void cards_as_they_were_written_are_fine() {
        assertThat(faults()).isEmpty();
        assertThat(command.run(List.of())).isZero();
    }

    @Test
    void a_changed_entry_is_named() throws SQLException {
        breaks("update card_entry set at = at - interval '1 hour' where seq = 6", 6, "entry was changed");
        breaks("update card_entry set name = 'Contoh Lain' where seq = 7", 7, "entry was changed");
        breaks("update card_entry set remark = 'tidak pernah ditulis' where seq = 5", 5, "entry was changed");
    }

    @Test
    void a_missing_entry_is_named() throws SQLException {
        breaks("delete from card_entry where seq = 6", 6, "entry is missing");
    }

    @Test
    void cutting_the_last_entries_off_is_noticed() throws SQLException {
        int last = office.look(file).state().version();
        breaks("delete from card_entry where seq = " + last, last, "file is not where its card says");
    }

    @Test
    void a_file_that_was_moved_without_an_entry_is_noticed() throws SQLException {
        int after = office.look(file).state().version() + 1;
        String sql = "update case_file set step = 7 where registration = '" + file + "'";
        byOwner(sql);
        assertThat(faults()).singleElement().satisfies(f -> {
            assertThat(f.registration()).isEqualTo(file);
            assertThat(f.seq()).isEqualTo(after);
        });
        assertThat(command.run(List.of())).isEqualTo(1);
        byOwner("update case_file set step = 6 where registration = '" + file + "'");
    }

    @Test
    void a_due_time_that_does_not_follow_from_the_card_is_noticed() throws SQLException {
        byOwner("update case_file set due_at = due_at + interval '30 days' where registration = '" + file + "'");
        assertThat(faults()).singleElement().satisfies(f -> assertThat(f.registration()).isEqualTo(file));
        byOwner("update case_file set due_at = due_at - interval '30 days' where registration = '" + file + "'");
    }

    @Test
    void the_application_may_not_change_or_delete_an_entry() {
        assertThatThrownBy(() -> application.sql("update card_entry set remark = ''").update())
                .rootCause().hasMessageContaining("permission denied");
        assertThatThrownBy(() -> application.sql("delete from card_entry").update()).rootCause().hasMessageContaining("permission denied");
        assertThatThrownBy(() -> application.sql("truncate card_entry").update()).rootCause().hasMessageContaining("permission denied");
    }

    /** Tampers with this file's card as only the owner of the database can, sees it found, and puts it back. */
    private void breaks(String sql, int seq, String what) throws SQLException {
        byOwner("create table kept as select * from card_entry where file_id = (select file_id from case_file where registration = '"
                + file + "')");
        try {
            byOwner(sql + " and file_id = (select file_id from case_file where registration = '" + file + "')");
            assertThat(faults()).singleElement().satisfies(f -> {
                assertThat(f.registration()).isEqualTo(file);
                assertThat(f.seq()).isEqualTo(seq);
                assertThat(f.what()).startsWith(what);
            });
            assertThat(command.run(List.of())).isEqualTo(1);
        } finally {
            byOwner("delete from card_entry where file_id = (select min(file_id) from kept)");
            byOwner("insert into card_entry select * from kept");
            byOwner("drop table kept");
        }
    }

    private List<Fault> faults() {
        return cards.verify().faults();
    }

    private void byOwner(String sql) throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

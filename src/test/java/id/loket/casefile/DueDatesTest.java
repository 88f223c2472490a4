package id.loket.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.loket.casefile.card.Action;
import id.loket.casefile.card.Rules.Order;
import id.loket.office.WorkingCalendars;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import id.loket.worktime.FreeDay;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Adding a holiday moves what was promised to applicants whose files are open, and says why. */
@LoketTest
@Tag("DLV-3")
class DueDatesTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 7, 14);
    private static final FreeDay HOLIDAY = new FreeDay(TUESDAY, "Libur contoh", FreeDay.Kind.LOCAL, "Keputusan contoh");

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private WorkingCalendars calendars;

    @Autowired
    private SettableClock clock;

    @BeforeEach
    void aMondayInJuly() {
        clock.set("2026-07-13 09:00");
    }

    @AfterEach
    void takeTheHolidayAway() {
        calendars.remove(office.person("admin"), TUESDAY);
    }

    @Test
    void open_files_move_and_the_old_due_time_stays_explained() {
        String open = office.completeFile();
        String ready = office.fileSentTo(9);
        Instant promised = office.look(open).clock().dueAt();
        assertThat(promised).isEqualTo(Instant.parse("2026-07-15T09:00:00Z"));

        clock.set("2026-07-13 11:00");
        calendars.add(office.person("admin"), HOLIDAY);

        CaseFileView moved = office.look(open);
        assertThat(moved.clock().dueAt()).isEqualTo(Instant.parse("2026-07-16T09:00:00Z"));
        assertThat(moved.dueChanges()).singleElement().satisfies(change -> {
            assertThat(change.from()).isEqualTo(promised);
            assertThat(change.to()).isEqualTo(moved.clock().dueAt());
            assertThat(change.why()).contains("Libur contoh");
        });
        assertThat(office.look(ready).dueChanges()).as("what is ready already doesn't move").isEmpty();
    }

    @Test
    void a_holiday_that_lies_outside_changes_nothing() {
        String open = office.completeFile();
        LocalDate later = LocalDate.of(2026, 7, 20);
        calendars.add(office.person("admin"), new FreeDay(later, "Libur lain", FreeDay.Kind.LOCAL, "contoh"));
        assertThat(office.look(open).dueChanges()).isEmpty();
        calendars.remove(office.person("admin"), later);
    }

    @Test
    void a_file_moved_after_the_holiday_keeps_the_new_due_time() {
        String open = office.completeFile();
        calendars.add(office.person("admin"), HOLIDAY);
        office.does("cetak", open, Action.RECEIVE);
        office.does("cetak", open, Order.of(Action.REMARK, "catatan"));
        assertThat(office.look(open).clock().dueAt()).isEqualTo(Instant.parse("2026-07-16T09:00:00Z"));
    }

    @Test
    void only_an_administrator_changes_the_calendar() {
        assertThatThrownBy(() -> calendars.add(office.person("kadis"), HOLIDAY)).isInstanceOf(AccessDeniedException.class);
    }
}

package id.loket.permit;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.casefile.MoveRefused;
import id.loket.casefile.OfficeAtWork;
import id.loket.casefile.card.Action;
import id.loket.office.Counters;
import id.loket.testing.LoketTest;
import id.loket.testing.SettableClock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Permit numbers have no gaps and are never given twice, however many officers number at once and however many of them fail. */
@LoketTest
@Tag("SOP-8")
class NumberingRaceTest {

    private static final int FILES = 24;
    private static final int OFFICERS = 6;

    @Autowired
    private OfficeAtWork office;

    @Autowired
    private Counters counters;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient db;

    @Autowired
    private SettableClock clock;

    @BeforeEach
    void anotherYear() {
        clock.set("2027-04-05 09:00");
    }

    @Test
    void many_officers_number_many_files_at_once() throws Exception {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            String file = office.fileSentTo(8);
            office.does("cetak", file, Action.RECEIVE);
            files.add(file);
        }
        long before = last();

        // Each file is tried by two at once, so half of the attempts must come to nothing.
        List<String> attempts = new ArrayList<>(files);
        attempts.addAll(files);
        Collections.shuffle(attempts, new Random(20271));
        AtomicInteger refused = new AtomicInteger();
        inParallel(attempts.stream()
                .map(file -> (Callable<Void>) () -> {
                    try {
                        office.does("cetak", file, Action.HAND_OVER);
                    } catch (MoveRefused e) {
                        refused.incrementAndGet();
                    }
                    return null;
                })
                .toList());

        assertThat(refused.get()).isEqualTo(FILES);
        assertThat(numbersAfter(before)).containsExactlyElementsOf(
                LongStream.rangeClosed(before + 1, before + FILES).boxed().toList());
    }

    @Test
    void a_number_whose_transaction_fails_is_given_to_the_next() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        List<Long> given = Collections.synchronizedList(new ArrayList<>());
        List<Callable<Void>> attempts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            boolean fails = i % 3 == 0;
            attempts.add(() -> {
                try {
                    long number = transactions.execute(status -> {
                        long next = counters.next(1, "RACE", 2027);
                        if (fails) {
                            throw new IllegalStateException("the printer is on fire");
                        }
                        return next;
                    });
                    given.add(number);
                } catch (IllegalStateException e) {
                    failures.incrementAndGet();
                }
                return null;
            });
        }
        inParallel(attempts);

        assertThat(failures.get()).isEqualTo(67);
        assertThat(given).doesNotHaveDuplicates();
        assertThat(given.stream().sorted()).containsExactlyElementsOf(LongStream.rangeClosed(1, 133).boxed().toList());
    }

    private static void inParallel(List<Callable<Void>> work) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService officers = Executors.newFixedThreadPool(OFFICERS)) {
            List<Future<Void>> running = new ArrayList<>();
            for (Callable<Void> piece : work) {
                running.add(officers.submit(() -> {
                    go.await();
                    return piece.call();
                }));
            }
            go.countDown();
            for (Future<Void> piece : running) {
                piece.get();
            }
        }
    }

    private long last() {
        return db.sql("select coalesce(max(seq), 0) from permit where office_id = 1 and year = 2027").query(Long.class).single();
    }

    private List<Long> numbersAfter(long number) {
        return db.sql("select seq from permit where office_id = 1 and year = 2027 and seq > :number order by seq")
                .param("number", number)
                .query(Long.class)
                .list();
    }
}

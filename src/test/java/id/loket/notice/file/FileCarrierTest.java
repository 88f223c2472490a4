package id.loket.notice.file;

import static org.assertj.core.api.Assertions.assertThat;

import id.loket.notice.Carried;
import id.loket.notice.Channel;
import id.loket.notice.Outgoing;
import id.loket.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer finds in the data folder instead of a message that was sent. */
class FileCarrierTest {

    @TempDir
    private Path data;

    @Test
    void each_message_is_one_line() throws IOException {
        FileCarrier carrier = new FileCarrier(Channel.SMS, data, new SettableClock());

        assertThat(carrier.carry(message("1-1-0", "Izin selesai.\nAmbil di loket 3.\t\\"))).isEqualTo(new Carried.Accepted("1-1-0", false));
        carrier.carry(message("1-2-0", "Izin ditolak."));

        assertThat(Files.readAllLines(data.resolve("outbox/sms.txt"))).containsExactly(
                "2026-11-23T01:00:00Z\t1-1-0\t+6281234567890\t\tIzin selesai.\\nAmbil di loket 3.\\t\\\\",
                "2026-11-23T01:00:00Z\t1-2-0\t+6281234567890\t\tIzin ditolak.");
    }

    @Test
    void messages_at_the_same_time_dont_mix() throws Exception {
        FileCarrier carrier = new FileCarrier(Channel.SMS, data, new SettableClock());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 200).forEach(i -> threads.submit(() -> carrier.carry(message("1-" + i + "-0", "x".repeat(500)))));
        }

        List<String> lines = Files.readAllLines(data.resolve("outbox/sms.txt"));
        assertThat(lines).hasSize(200).doesNotHaveDuplicates().allMatch(l -> l.endsWith("\t" + "x".repeat(500)));
    }

    @Test
    void a_folder_that_cant_be_written_is_tried_later() throws IOException {
        Files.writeString(data.resolve("outbox"), "in the way");

        assertThat(new FileCarrier(Channel.SMS, data, new SettableClock()).carry(message("1-1-0", "Izin"))).isInstanceOf(Carried.Later.class);
    }

    private static Outgoing message(String key, String text) {
        return new Outgoing(1, 1, Channel.SMS, key, "+6281234567890", null, text, null, Map.of());
    }
}

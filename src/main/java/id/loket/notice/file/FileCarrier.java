package id.loket.notice.file;

import id.loket.notice.Carried;
import id.loket.notice.Carrier;
import id.loket.notice.Channel;
import id.loket.notice.Outgoing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends nothing: appends one line for each message to a file, so that one sees what would have been sent. */
public final class FileCarrier implements Carrier {

    private static final Logger LOG = LoggerFactory.getLogger(FileCarrier.class);

    private final Channel channel;
    private final Path file;
    private final Clock clock;

    /** @param dataDir in it the file {@code outbox/sms.txt}, or the like of another channel, is made with the first message */
    public FileCarrier(Channel channel, Path dataDir, Clock clock) {
        this.channel = channel;
        this.file = dataDir.resolve("outbox").resolve(channel.name().toLowerCase(Locale.ROOT) + ".txt");
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public String name() {
        return "file";
    }

    /** The reference is the message's key; nobody will report its delivery. */
    @Override
    public synchronized Carried carry(Outgoing message) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, line(message), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return new Carried.Accepted(message.key(), false);
        } catch (IOException e) {
            LOG.warn("{} can't be written", file, e);
            return new Carried.Later(file.getFileName() + " can't be written in the data folder", null);
        }
    }

    private String line(Outgoing message) {
        return String.join(
                        "\t",
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                        message.key(),
                        inOneLine(message.to()),
                        inOneLine(message.subject() == null ? "" : message.subject()),
                        inOneLine(message.text()))
                + "\n";
    }

    /** A text can't pretend to be a further message. */
    private static String inOneLine(String text) {
        return text.replace("\\", "\\\\").replace("\r", "").replace("\n", "\\n").replace("\t", "\\t");
    }
}

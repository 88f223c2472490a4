package id.loket.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A mail server of this machine that answers as the test wants, which a good one like GreenMail can't. */
public final class ScriptedSmtp implements AutoCloseable {

    /** Instead of an answer: the connection ends. */
    public static final String HANG_UP = "hang up";

    /** The end of the text, as a command. */
    public static final String END = ".";

    private static final Map<String, String> USUAL = Map.of(
            "EHLO", "250-localhost\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN", "STARTTLS", "220 go on", "AUTH", "235 welcome", "MAIL", "250 ok",
            "RCPT", "250 ok", "DATA", "354 go on", END, "250 taken", "QUIT", "221 bye", "RSET", "250 ok");

    private final SSLSocketFactory encrypting;
    private final ServerSocket socket;
    private final Map<String, String> answers = new ConcurrentHashMap<>(USUAL);
    private final List<String> commands = new CopyOnWriteArrayList<>();

    /** @param encrypting what it presents after STARTTLS */
    public ScriptedSmtp(SSLSocketFactory encrypting) {
        this.encrypting = encrypting;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("scripted-smtp").start(this::serve);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** @param command its first word, or {@link #END} */
    public ScriptedSmtp answers(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    /** First words, in the order in which they came. */
    public List<String> commands() {
        return commands;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                converse(client);
            } catch (IOException e) {
                // The client is gone, or the test is over.
            }
        }
    }

    private void converse(Socket plain) throws IOException {
        Socket client = plain;
        BufferedReader in = reader(client);
        say(client, "220 localhost");
        boolean text = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (text && !line.equals(END)) {
                continue;
            }
            String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            commands.add(command);
            String answer = answers.getOrDefault(command, "500 what?");
            if (answer.equals(HANG_UP)) {
                return;
            }
            say(client, answer);
            text = command.equals("DATA") && answer.startsWith("354");
            if (command.equals("STARTTLS") && answer.startsWith("220")) {
                SSLSocket encrypted = (SSLSocket) encrypting.createSocket(client, null, false);
                encrypted.setUseClientMode(false);
                client = encrypted;
                in = reader(client);
            }
        }
    }

    private static BufferedReader reader(Socket client) throws IOException {
        return new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void say(Socket client, String answer) throws IOException {
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }
}

package id.loket.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A carrier whose gateway is played by the test: it answers as told, and keeps what it took. */
class Gateway implements Carrier {

    private final Channel channel;
    private final Map<String, List<Outgoing>> taken = new ConcurrentHashMap<>();
    private final List<Outgoing> asked = new CopyOnWriteArrayList<>();
    private volatile Function<Outgoing, Carried> script = this::accepted;

    Gateway(Channel channel) {
        this.channel = channel;
    }

    /** From now on it answers so. */
    void answers(Function<Outgoing, Carried> script) {
        this.script = script;
    }

    void works() {
        answers(this::accepted);
    }

    void refuses() {
        answers(message -> new Carried.Refused("invalid destination " + message.to()));
    }

    void isDown() {
        answers(message -> new Carried.Later("connection refused", null));
    }

    /** Takes the message and is gone before it has answered. */
    void takesWithoutAnswer() {
        answers(message -> {
            accepted(message);
            return new Carried.Unknown("connection reset");
        });
    }

    /** Takes the message; its own number is made of the key and of how often it took it. */
    Carried accepted(Outgoing message) {
        List<Outgoing> copies = taken.computeIfAbsent(message.key(), k -> new CopyOnWriteArrayList<>());
        copies.add(message);
        return new Carried.Accepted("gw-" + message.key() + "-" + copies.size(), true);
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public String name() {
        return "gateway-" + channel;
    }

    @Override
    public Carried carry(Outgoing message) {
        asked.add(message);
        return script.apply(message);
    }

    int asked() {
        return asked.size();
    }

    /** Every message that came, whatever it answered. */
    List<Outgoing> inOrder() {
        return asked;
    }

    /** What it took, each copy once. */
    List<Outgoing> taken() {
        List<Outgoing> all = new ArrayList<>();
        taken.values().forEach(all::addAll);
        return all;
    }

    /** Keys of the messages that it took. */
    int messages() {
        return taken.size();
    }
}

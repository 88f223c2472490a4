package id.loket.notice;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The carriers that this installation has: for each channel the first. A channel without one is no way to go. */
final class Carriers {

    private final Map<Channel, Carrier> byChannel = new EnumMap<>(Channel.class);

    Carriers(List<Carrier> inOrder) {
        inOrder.forEach(c -> byChannel.putIfAbsent(c.channel(), c));
    }

    Optional<Carrier> of(Channel channel) {
        return Optional.ofNullable(byChannel.get(channel));
    }
}

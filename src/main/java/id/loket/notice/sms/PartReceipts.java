package id.loket.notice.sms;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.loket.notice.Receipts.Fate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the receipts of a text's parts together: it is delivered when all parts are, and failed when one has. Receipts may come before the
 * parts are known, twice, and in any order. Kept in memory: after a restart, or on another node, a text in several parts stays without
 * proof of delivery, but never gets a false one, for no receipt names the reference of the whole.
 */
final class PartReceipts {

    private static final int MOST_REMEMBERED = 20_000;

    private static final class Whole {
        private final String reference;
        private final int parts;
        private final Set<String> missing;
        private SmppReceipt failure;

        private Whole(List<String> ids) {
            reference = reference(ids);
            parts = ids.size();
            missing = new HashSet<>(ids);
        }

        private SmppReceipt add(SmppReceipt receipt) {
            if (receipt.fate() == Fate.DELIVERED) {
                missing.remove(receipt.id());
            } else if (receipt.fate() == Fate.FAILED && failure == null && missing.contains(receipt.id())) {
                failure = receipt;
            }
            if (failure != null) {
                return new SmppReceipt(reference, Fate.FAILED, failure.detail());
            }
            Fate fate = missing.isEmpty() ? Fate.DELIVERED : Fate.STILL_UNDERWAY;
            return new SmppReceipt(reference, fate, "%s, %d/%d".formatted(receipt.detail(), parts - missing.size(), parts));
        }
    }

    private final Cache<String, Whole> byPart = Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();
    private final Cache<String, SmppReceipt> early = Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    /** The reference of a text in these parts. */
    static String reference(List<String> ids) {
        return String.join("+", ids);
    }

    /**
     * All parts have been taken by the centre.
     *
     * @param ids two or more
     * @return what the receipts that came already say of the whole
     */
    synchronized Optional<SmppReceipt> sent(List<String> ids) {
        Whole whole = new Whole(ids);
        Optional<SmppReceipt> latest = Optional.empty();
        for (String id : ids) {
            byPart.put(id, whole);
            SmppReceipt receipt = early.asMap().remove(id);
            if (receipt != null) {
                latest = Optional.of(whole.add(receipt));
            }
        }
        return latest;
    }

    /** What this receipt says: of the whole if it is of a part, else as it is. */
    synchronized SmppReceipt receive(SmppReceipt receipt) {
        Whole whole = byPart.getIfPresent(receipt.id());
        if (whole != null) {
            return whole.add(receipt);
        }
        // A final word isn't undone by an earlier one that comes late.
        early.asMap().merge(receipt.id(), receipt, (a, b) -> a.fate() == Fate.STILL_UNDERWAY ? b : a);
        return receipt;
    }
}

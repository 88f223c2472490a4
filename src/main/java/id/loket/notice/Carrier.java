package id.loket.notice;

/** Takes messages of one channel to the world outside. Blocking, thread-safe; throws nothing for what a gateway does. */
public interface Carrier {

    Channel channel();

    /** In proofs and receipts, e.g. "smpp". */
    String name();

    Carried carry(Outgoing message);
}

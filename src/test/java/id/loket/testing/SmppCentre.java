package id.loket.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.EnquireLink;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.ServerResponseDeliveryListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;

/**
 * An SMS centre that speaks SMPP over a socket of this machine. Without a script it takes every message and gives it the next number;
 * {@link #next} says what it does with the messages that come next, {@link #atNextBind} with those who sign in.
 */
public final class SmppCentre implements AutoCloseable {

    public static final String SYSTEM_ID = "loket";
    public static final String PASSWORD = "rahasia";

    private static final int AT_ONCE = 40;
    private static final int PATIENCE = 20;

    /** What came with {@code submit_sm}. */
    public record Submitted(String source, String to, int esmClass, int dataCoding, int registeredDelivery, byte[] body) {}

    /** What the centre does with a message. */
    public interface Reaction {
        /**
         * @param number what an answer would carry
         * @return the number that the answer carries
         */
        String to(Submitted message, String number) throws Exception;
    }

    /** What the centre does with who signs in. */
    public interface Doorkeeper {
        void meet(BindRequest request, SMPPServerSession session) throws Exception;
    }

    private final ServerSocket socket;
    private final SMPPServerSessionListener listener;
    private final Thread receiving;
    private final Queue<Reaction> reactions = new ConcurrentLinkedQueue<>();
    private final Queue<Doorkeeper> doorkeepers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger numbers = new AtomicInteger(1000);
    private final List<Submitted> submitted = new CopyOnWriteArrayList<>();
    private final BlockingQueue<SMPPServerSession> bound = new LinkedBlockingQueue<>();
    private final Semaphore answered = new Semaphore(0);
    private final Semaphore enquired = new Semaphore(0);
    private final AtomicInteger connections = new AtomicInteger();
    private volatile SMPPServerSession session;
    private volatile SMPPServerSession arriving;
    private volatile boolean dropAfterAnswer;

    public SmppCentre() {
        try {
            socket = new ServerSocket(0);
            listener = new SMPPServerSessionListener(socket.getLocalPort(), new OnSocket(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener.setMessageReceiverListener(new Desk());
        listener.setResponseDeliveryListener(new Counter());
        listener.setPduProcessorDegree(AT_ONCE);
        receiving = Thread.ofPlatform().daemon().name("sms-centre").start(this::receive);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Of the messages that come from now on, the first meets the first of these, and so on. */
    public void next(Reaction... inOrder) {
        reactions.addAll(List.of(inOrder));
    }

    public void atNextBind(Doorkeeper doorkeeper) {
        doorkeepers.add(doorkeeper);
    }

    /** Doesn't take the message, for this reason. */
    public static Reaction refuse(int status) {
        return (message, number) -> {
            throw new ProcessRequestException("Refused", status);
        };
    }

    /** Drops the connection instead of answering. */
    public Reaction drop() {
        return (message, number) -> {
            dropNow();
            throw new ProcessRequestException("Dropped", SMPPConstant.STAT_ESME_RSYSERR);
        };
    }

    /** Answers, and drops the connection at once. */
    public Reaction takeAndDrop() {
        return (message, number) -> {
            dropAfterAnswer = true;
            return number;
        };
    }

    public void dropNow() {
        session.close();
    }

    /** Tells what became of a message. */
    public void receipt(String number, String state) {
        deliver("id:%s sub:001 dlvrd:001 submit date:2611230800 done date:2611230801 stat:%s err:000 text:Izin Anda".formatted(number, state));
    }

    /** A receipt in the centre's own words; {@code parameters} beside them. */
    public void deliver(String words, OptionalParameter... parameters) {
        deliver(0x04, words, parameters);
    }

    /** @param esmClass 4: a receipt; 0: a message that somebody wrote */
    public void deliver(int esmClass, String words, OptionalParameter... parameters) {
        try {
            session.deliverShortMessage(
                    "", TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, "6281200000000", TypeOfNumber.UNKNOWN,
                    NumberingPlanIndicator.UNKNOWN, "LOKET", new ESMClass(esmClass), (byte) 0, (byte) 0, new RegisteredDelivery(0),
                    new RawDataCoding((byte) 0), words.getBytes(StandardCharsets.ISO_8859_1), parameters);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** In the order in which they came. */
    public List<Submitted> submitted() {
        return submitted;
    }

    public int connections() {
        return connections.get();
    }

    /** Waits until somebody has signed in once more. */
    public void awaitBind() throws InterruptedException {
        if (bound.poll(PATIENCE, TimeUnit.SECONDS) == null) {
            throw new AssertionError("Nobody signed in");
        }
    }

    /** Waits until so many more answers have been sent. */
    public void awaitAnswers(int count) throws InterruptedException {
        if (!answered.tryAcquire(count, PATIENCE, TimeUnit.SECONDS)) {
            throw new AssertionError("Not so many answers");
        }
    }

    /** Waits until the other side has asked whether the centre is still there. */
    public void awaitEnquiry() throws InterruptedException {
        if (!enquired.tryAcquire(PATIENCE, TimeUnit.SECONDS)) {
            throw new AssertionError("Nobody asked");
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (SMPPServerSession open : new SMPPServerSession[] {session, arriving}) {
            if (open != null) {
                open.close();
            }
        }
        try {
            // Until then the system may still take a connection.
            receiving.join(Duration.ofSeconds(PATIENCE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void receive() {
        while (!socket.isClosed()) {
            try {
                SMPPServerSession next = listener.accept();
                connections.incrementAndGet();
                arriving = next;
                next.setTransactionTimer(TimeUnit.SECONDS.toMillis(PATIENCE));
                BindRequest request = next.waitForBind(TimeUnit.SECONDS.toMillis(PATIENCE));
                Doorkeeper doorkeeper = doorkeepers.poll();
                if (doorkeeper != null) {
                    doorkeeper.meet(request, next);
                } else if (!request.getSystemId().equals(SYSTEM_ID) || !request.getPassword().equals(PASSWORD)) {
                    request.reject(SMPPConstant.STAT_ESME_RINVPASWD);
                } else {
                    session = next;
                    request.accept("centre");
                    bound.add(next);
                }
            } catch (IOException | TimeoutException e) {
                // Who went away before signing in, or the end of the test.
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final class Desk implements ServerMessageReceiverListener {

        @Override
        public SubmitSmResult onAcceptSubmitSm(SubmitSm sm, SMPPServerSession source) throws ProcessRequestException {
            Submitted message = new Submitted(
                    sm.getSourceAddr(), sm.getDestAddress(), sm.getEsmClass(), sm.getDataCoding(), sm.getRegisteredDelivery(),
                    sm.getShortMessage());
            String number = Integer.toString(numbers.incrementAndGet());
            submitted.add(message);
            Reaction reaction = reactions.poll();
            try {
                String answer = reaction == null ? number : reaction.to(message, number);
                return new SubmitSmResult(new MessageId(answer), new OptionalParameter[0]);
            } catch (ProcessRequestException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void onAcceptEnquireLink(EnquireLink enquireLink, Session source) {
            enquired.release();
        }

        @Override
        public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti sm, SMPPServerSession source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public QuerySmResult onAcceptQuerySm(QuerySm sm, SMPPServerSession source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void onAcceptReplaceSm(ReplaceSm sm, SMPPServerSession source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void onAcceptCancelSm(CancelSm sm, SMPPServerSession source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm sm, SMPPServerSession source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void onAcceptCancelBroadcastSm(CancelBroadcastSm sm, SMPPServerSession source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm sm, SMPPServerSession source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm sm, Session source) {
            throw new UnsupportedOperationException();
        }
    }

    private final class Counter implements ServerResponseDeliveryListener {

        @Override
        public void onSubmitSmRespSent(SubmitSmResult result, SMPPServerSession source) {
            answered.release();
            if (dropAfterAnswer) {
                dropAfterAnswer = false;
                source.close();
            }
        }

        @Override
        public void onSubmitSmRespError(SubmitSmResult result, Exception cause, SMPPServerSession source) {
            // The other side is gone, as some tests want it.
        }

        @Override
        public void onSubmitMultiRespSent(SubmitMultiResult result, SMPPServerSession source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void onSubmitMultiRespError(SubmitMultiResult result, Exception cause, SMPPServerSession source) {
            throw new UnsupportedOperationException();
        }
    }

    /** jSMPP doesn't say which port it found free, so it gets a socket that does. */
    private record OnSocket(ServerSocket socket) implements ServerConnectionFactory {

        @Override
        public ServerConnection listen(int port) {
            return new ServerSocketConnection(socket);
        }

        @Override
        public ServerConnection listen(int port, int timeout) {
            return listen(port);
        }

        @Override
        public ServerConnection listen(int port, int timeout, int backlog) {
            return listen(port);
        }
    }
}

package id.loket.notice.sms;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to the SMS centre: made with the first message, made anew with growing pauses after it was lost, for receipts come over
 * it whether there is something to send or not.
 */
final class SmppLink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmppLink.class);
    private static final int MOST_DOUBLINGS = 20;

    /** There is no connection now; the message is for the operator. */
    static final class Unreachable extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Duration atLeast;

        private Unreachable(String why, Duration atLeast) {
            super(why);
            this.atLeast = atLeast;
        }

        Duration atLeast() {
            return atLeast;
        }
    }

    private final SmppSettings settings;
    private final MessageReceiverListener receiver;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private SmppSession session;
    private ScheduledExecutorService later;
    private int failures;
    private Instant notBefore = Instant.EPOCH;
    private String problem = "";
    private boolean closed;

    SmppLink(SmppSettings settings, MessageReceiverListener receiver, Clock clock) {
        this.settings = settings;
        this.receiver = receiver;
        this.clock = clock;
    }

    /** A session that is bound, as far as one knows. */
    SmppSession session() throws Unreachable {
        lock.lock();
        try {
            if (alive()) {
                return session;
            }
            Duration wait = Duration.between(clock.instant(), notBefore);
            if (wait.isPositive()) {
                throw new Unreachable(problem, wait);
            }
            return connect();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            if (later != null) {
                later.shutdownNow();
            }
        } finally {
            lock.unlock();
        }
        if (alive()) {
            session.unbindAndClose();
        }
    }

    private boolean alive() {
        return session != null && !session.isLost();
    }

    private SmppSession connect() throws Unreachable {
        SmppSession next = new SmppSession(this::open, this::lost);
        next.setEnquireLinkTimer((int) settings.enquireAfter().toMillis());
        next.setTransactionTimer(settings.answerTime().toMillis());
        // One at a time: receipts are worked off in the order in which they come.
        next.setPduProcessorDegree(1);
        next.setMessageReceiverListener(receiver);
        try {
            next.connectAndBind(settings.host(), settings.port(), bind(), settings.answerTime().toMillis());
            if (next.isLost()) {
                throw new IOException("The connection was lost at once");
            }
        } catch (IOException e) {
            throw failed(e);
        }
        if (!problem.isEmpty()) {
            LOG.warn("The SMS centre {} answers again", settings.host());
        }
        session = next;
        failures = 0;
        problem = "";
        return next;
    }

    private Unreachable failed(IOException cause) {
        int status = cause.getCause() instanceof NegativeResponseException negative ? negative.getCommandStatus() : 0;
        boolean credentials = status == SMPPConstant.STAT_ESME_RINVPASWD || status == SMPPConstant.STAT_ESME_RINVSYSID;
        String why = explain(status, credentials);
        // Whoever tries a wrong password again and again is locked out.
        Duration pause = credentials ? settings.reconnectAtMost() : pause();
        failures++;
        notBefore = clock.instant().plus(pause);
        if (!why.equals(problem)) {
            LOG.warn("{} ({})", why, cause.getClass().getSimpleName());
        }
        problem = why;
        return new Unreachable(why, pause);
    }

    private Duration pause() {
        long doubled = settings.reconnectAfter().toMillis() << Math.min(failures, MOST_DOUBLINGS);
        return Duration.ofMillis(Math.min(doubled, settings.reconnectAtMost().toMillis()));
    }

    private String explain(int status, boolean credentials) {
        if (credentials) {
            return "The SMS centre refuses the system ID or password (SMPP status 0x%02X): check LOKET_SMS_SMPP_SYSTEM_ID and _PASSWORD"
                    .formatted(status);
        }
        return status == 0
                ? "The SMS centre can't be reached: check LOKET_SMS_SMPP_HOST and _PORT, and the network"
                : "The SMS centre refuses the connection (SMPP status 0x%02X): ask its operator".formatted(status);
    }

    private void lost(SmppSession ended) {
        lock.lock();
        try {
            // A session that was never bound is the business of who tried to bind it.
            if (!closed && ended == session) {
                LOG.warn("The connection to the SMS centre {} was lost", settings.host());
                reconnectAfter(pause());
            }
        } finally {
            lock.unlock();
        }
    }

    private void reconnectAfter(Duration pause) {
        if (later == null) {
            later = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("smpp-reconnect").factory());
        }
        later.schedule(this::reconnect, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void reconnect() {
        lock.lock();
        try {
            if (!closed && !alive()) {
                connect();
            }
        } catch (Unreachable e) {
            reconnectAfter(e.atLeast());
        } finally {
            lock.unlock();
        }
    }

    private BindParameter bind() {
        return new BindParameter(
                BindType.BIND_TRX,
                settings.systemId(),
                settings.password(),
                settings.systemType(),
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                "",
                InterfaceVersion.IF_34);
    }

    private Connection open(String host, int port) throws IOException {
        Socket socket = settings.tls() ? SSLSocketFactory.getDefault().createSocket() : new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), (int) settings.answerTime().toMillis());
            if (socket instanceof SSLSocket encrypted) {
                SSLParameters parameters = encrypted.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                encrypted.setSSLParameters(parameters);
                encrypted.startHandshake();
            }
            return new SocketConnection(socket);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }
}

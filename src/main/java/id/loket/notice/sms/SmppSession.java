package id.loket.notice.sms;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.PDUReader;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.Command;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindCommandTask;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.SendCommandTask;
import org.jsmpp.session.SubmitSmCommandTask;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.util.DefaultDecomposer;

/**
 * A session that knows what became of what it sent when the connection is lost. jSMPP's own forgets an answer that is read shortly before
 * the end of the connection, and lets the others wait until their time is over: here answers to messages and to the bind are taken as soon
 * as they are read, and with the end of the connection whoever still waits is told at once.
 */
final class SmppSession extends SMPPSession {

    /** The connection was lost after something was written and before it was answered. */
    static final class Lost extends IOException {
        private static final long serialVersionUID = 1;

        private Lost(Throwable cause) {
            super(cause);
        }
    }

    private final Answers answers;
    private final Consumer<SmppSession> whenLost;
    private final AtomicBoolean lost = new AtomicBoolean();

    /** @param whenLost called once when the session ends, whoever ends it */
    SmppSession(ConnectionFactory connections, Consumer<SmppSession> whenLost) {
        this(connections, whenLost, new Answers());
    }

    private SmppSession(ConnectionFactory connections, Consumer<SmppSession> whenLost, Answers answers) {
        super(new SynchronizedPDUSender(new DefaultPDUSender()), answers, connections);
        this.answers = answers;
        this.whenLost = whenLost;
    }

    boolean isLost() {
        return lost.get();
    }

    @Override
    public void close() {
        super.close();
        if (lost.compareAndSet(false, true)) {
            answers.end();
            whenLost.accept(this);
        }
    }

    @Override
    protected Command executeSendCommand(SendCommandTask task, long timeout)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException, IOException {
        return switch (task) {
            case SubmitSmCommandTask submit -> submit(submit, timeout);
            case BindCommandTask bind -> bind(bind, timeout);
            default -> super.executeSendCommand(task, timeout);
        };
    }

    private Command submit(SendCommandTask task, long timeout)
            throws PDUException, ResponseTimeoutException, NegativeResponseException, IOException {
        int number = sequence().nextValue();
        CompletableFuture<Command> answer = answers.expect(number);
        try {
            write(task, number);
            return await(answer, timeout);
        } finally {
            answers.forget(number);
        }
    }

    /** jSMPP makes itself ready for receipts when it reads that the bind is accepted, so only the refusal is taken from it. */
    private Command bind(SendCommandTask task, long timeout) throws ResponseTimeoutException, NegativeResponseException, IOException {
        CompletableFuture<Command> answer = answers.expect(Answers.BIND);
        Thread.ofPlatform().daemon().name("smpp-bind").start(() -> {
            try {
                answer.complete(super.executeSendCommand(task, timeout));
            } catch (PDUException | ResponseTimeoutException | InvalidResponseException | NegativeResponseException | IOException e) {
                answer.completeExceptionally(e);
            }
        });
        return await(answer, timeout);
    }

    private static Command await(CompletableFuture<Command> answer, long timeout)
            throws ResponseTimeoutException, NegativeResponseException, Lost {
        try {
            Command command = answer.get(timeout, TimeUnit.MILLISECONDS);
            if (command.getCommandStatus() != SMPPConstant.STAT_ESME_ROK) {
                throw new NegativeResponseException(command.getCommandStatus());
            }
            return command;
        } catch (TimeoutException e) {
            throw new ResponseTimeoutException("No answer in " + timeout + " ms", e);
        } catch (ExecutionException e) {
            throw new Lost(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Lost(e);
        }
    }

    private void write(SendCommandTask task, int number) throws PDUException, Lost {
        try {
            task.executeTask(connection().getOutputStream(), number);
        } catch (IOException e) {
            close();
            throw new Lost(e);
        }
    }

    /** Reads what comes in, and hands the answers to who waits for them. */
    private static final class Answers implements PDUReader {

        /** Stands for the number of the bind, of which there is one; those of messages begin with 1. */
        static final int BIND = 0;

        private final PDUReader reader = new DefaultPDUReader();
        private final DefaultDecomposer decomposer = new DefaultDecomposer();
        private final Map<Integer, CompletableFuture<Command>> waiting = new ConcurrentHashMap<>();
        private volatile boolean ended;

        /** @throws IOException if the connection has ended: nothing has been sent */
        CompletableFuture<Command> expect(int number) throws IOException {
            CompletableFuture<Command> answer = new CompletableFuture<>();
            waiting.put(number, answer);
            if (ended) {
                forget(number);
                throw new IOException("The connection has ended");
            }
            return answer;
        }

        void forget(int number) {
            waiting.remove(number);
        }

        void end() {
            ended = true;
            waiting.values().forEach(a -> a.completeExceptionally(new IOException("The connection has ended")));
        }

        @Override
        public Command readPDUHeader(DataInputStream in) throws InvalidCommandLengthException, IOException {
            return reader.readPDUHeader(in);
        }

        @Override
        public byte[] readPDU(DataInputStream in, Command header) throws IOException {
            byte[] read = reader.readPDU(in, header);
            switch (header.getCommandId()) {
                case SMPPConstant.CID_SUBMIT_SM_RESP -> answer(header.getSequenceNumber(), decompose(header, read));
                case SMPPConstant.CID_GENERIC_NACK -> answer(header.getSequenceNumber(), refusal(header));
                case SMPPConstant.CID_BIND_TRANSCEIVER_RESP -> {
                    if (header.getCommandStatus() != SMPPConstant.STAT_ESME_ROK) {
                        answer(BIND, header);
                    }
                }
                default -> {
                    // The library's own.
                }
            }
            return read;
        }

        @Override
        public byte[] readPDU(DataInputStream in, int length, int id, int status, int number) throws IOException {
            return reader.readPDU(in, length, id, status, number);
        }

        private void answer(int number, Command command) {
            CompletableFuture<Command> answer = waiting.get(number);
            if (answer != null) {
                answer.complete(command);
            }
        }

        private static Command refusal(Command header) {
            if (header.getCommandStatus() == SMPPConstant.STAT_ESME_ROK) {
                header.setCommandStatus(SMPPConstant.STAT_ESME_RUNKNOWNERR);
            }
            return header;
        }

        private Command decompose(Command header, byte[] read) throws IOException {
            if (header.getCommandStatus() != SMPPConstant.STAT_ESME_ROK) {
                return header;
            }
            try {
                return decomposer.submitSmResp(read);
            } catch (PDUStringException e) {
                throw new IOException("An answer can't be read", e);
            }
        }
    }
}

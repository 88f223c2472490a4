package id.loket.notice.sms;

import id.loket.notice.Carried;
import id.loket.notice.Carrier;
import id.loket.notice.Channel;
import id.loket.notice.Outgoing;
import id.loket.notice.Receipts;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SMS over SMPP 3.4, with receipts. Of a text in several parts the next try sends only the parts that the centre hasn't taken yet, and each
 * part has its own number and receipt.
 */
final class SmppCarrier implements Carrier, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmppCarrier.class);
    private static final byte WITH_HEADER = 0x40;
    private static final byte WITH_RECEIPT = 1;

    /** About this message or recipient: nothing that time or the operator changes. */
    private static final Set<Integer> FOR_GOOD = Set.of(
            SMPPConstant.STAT_ESME_RINVMSGLEN,
            SMPPConstant.STAT_ESME_RINVDSTADR,
            SMPPConstant.STAT_ESME_RX_P_APPN,
            SMPPConstant.STAT_ESME_RX_R_APPN,
            SMPPConstant.STAT_ESME_RDELIVERYFAILURE);

    /** About the office's settings. */
    private static final Set<Integer> SENDER =
            Set.of(SMPPConstant.STAT_ESME_RINVSRCADR, SMPPConstant.STAT_ESME_RINVSRCTON, SMPPConstant.STAT_ESME_RINVSRCNPI);

    /** It gets more than it can take. */
    private static final Set<Integer> BUSY = Set.of(SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL);

    private final SmppSettings settings;
    private final Receipts receipts;
    private final Clock clock;
    private final SmppLink link;
    private final Semaphore window;
    private final MessageNumbers numbers;
    private final Pace pace = new Pace();

    SmppCarrier(SmppSettings settings, Receipts receipts, Clock clock) {
        this.settings = settings;
        this.receipts = receipts;
        this.clock = clock;
        this.link = new SmppLink(settings, new Incoming(), clock);
        this.window = new Semaphore(settings.window());
        this.numbers = new MessageNumbers(settings.receiptIds());
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public String name() {
        return "smpp";
    }

    @Override
    public Carried carry(Outgoing message) {
        SmsParts text;
        try {
            // The same number at every try: a handset recognises the parts that it has already.
            text = SmsParts.of(message.text(), message.key().hashCode() & 0xff);
        } catch (IllegalArgumentException e) {
            return new Carried.Refused(e.getMessage());
        }
        try {
            if (!window.tryAcquire(settings.answerTime().toMillis(), TimeUnit.MILLISECONDS)) {
                return new Carried.Later("The SMS centre is slow: " + settings.window() + " messages wait for its answer", null);
            }
        } catch (InterruptedException e) {
            return stopped(message.parts());
        }
        try {
            return send(message, text);
        } finally {
            window.release();
        }
    }

    @Override
    public void close() {
        link.close();
    }

    private Carried send(Outgoing message, SmsParts text) {
        List<String> taken = new ArrayList<>(message.parts());
        try {
            while (taken.size() < text.bodies().size()) {
                taken.add(numbers.ofAnswer(submit(message.to(), text, text.bodies().get(taken.size()))));
            }
        } catch (SmppLink.Unreachable e) {
            return new Carried.Later(e.getMessage(), e.atLeast(), taken);
        } catch (NegativeResponseException e) {
            return refusal(e.getCommandStatus(), taken);
        } catch (ResponseTimeoutException e) {
            return new Carried.Unknown("The SMS centre didn't answer in " + settings.answerTime().toSeconds() + " seconds", taken);
        } catch (SmppSession.Lost | InvalidResponseException e) {
            return new Carried.Unknown("The connection to the SMS centre was lost before it answered", taken);
        } catch (IOException e) {
            return new Carried.Later("The connection to the SMS centre was lost before the message was sent", null, taken);
        } catch (PDUException e) {
            return new Carried.Refused("The number can't be written in SMPP");
        } catch (InterruptedException e) {
            return stopped(taken);
        }
        return taken.stream().anyMatch(String::isEmpty) ? new Carried.Accepted("", false) : new Carried.Accepted(taken, true);
    }

    private static Carried stopped(List<String> taken) {
        Thread.currentThread().interrupt();
        return new Carried.Later("Loket is being stopped", null, taken);
    }

    /** At the pace that the centre can bear. */
    private String submit(String to, SmsParts text, byte[] body)
            throws SmppLink.Unreachable, PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException, InterruptedException {
        int at = pace.await();
        try {
            String number = write(to, text, body);
            pace.taken();
            return number;
        } catch (NegativeResponseException e) {
            if (BUSY.contains(e.getCommandStatus())) {
                pace.tooFast(at);
            }
            throw e;
        }
    }

    private String write(String to, SmsParts text, byte[] body)
            throws SmppLink.Unreachable, PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        return link.session()
                .submitShortMessage(
                        "",
                        TypeOfNumber.valueOf((byte) settings.sourceTon()),
                        NumberingPlanIndicator.valueOf((byte) settings.sourceNpi()),
                        settings.source(),
                        TypeOfNumber.valueOf((byte) settings.destinationTon()),
                        NumberingPlanIndicator.valueOf((byte) settings.destinationNpi()),
                        to.replaceFirst("^\\+", ""),
                        new ESMClass(text.several() ? WITH_HEADER : 0),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(WITH_RECEIPT),
                        (byte) 0,
                        new RawDataCoding(text.dataCoding()),
                        (byte) 0,
                        body)
                .getMessageId();
    }

    private static Carried refusal(int status, List<String> taken) {
        String code = " (SMPP status 0x%02X)".formatted(status);
        if (FOR_GOOD.contains(status)) {
            return new Carried.Refused(
                    (status == SMPPConstant.STAT_ESME_RINVDSTADR ? "The SMS centre doesn't know the number" : "The SMS centre refuses the message")
                            + code);
        }
        String why = BUSY.contains(status)
                ? "The SMS centre is busy"
                : SENDER.contains(status)
                        ? "The SMS centre refuses the sender: check LOKET_SMS_SMPP_SOURCE, _SOURCE_TON and _SOURCE_NPI"
                        : "The SMS centre doesn't take it now";
        return new Carried.Later(why + code, null, taken);
    }

    /** What comes from the centre by itself. */
    private final class Incoming implements MessageReceiverListener {

        @Override
        public void onAcceptDeliverSm(DeliverSm delivered) throws ProcessRequestException {
            try {
                SmppReceipt.of(delivered)
                        .ifPresent(r -> receipts.report(name(), numbers.ofReceipt(r.id()), r.fate(), r.detail(), clock.instant()));
            } catch (RuntimeException e) {
                LOG.error("A receipt can't be written down; the SMS centre is asked to send it again", e);
                throw new ProcessRequestException("Not now", SMPPConstant.STAT_ESME_RX_T_APPN);
            }
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
            throw new ProcessRequestException("Not asked for", SMPPConstant.STAT_ESME_RX_P_APPN);
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification alert) {
            // Nothing was asked for that it could tell of.
        }
    }
}

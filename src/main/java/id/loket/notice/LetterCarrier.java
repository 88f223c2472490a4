package id.loket.notice;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes letters to the mailing list. Once there a person dispatches them, see {@link MailingList}. */
@Component
class LetterCarrier implements Carrier {

    private static final Logger LOG = LoggerFactory.getLogger(LetterCarrier.class);

    private final MailingList mailing;

    LetterCarrier(MailingList mailing) {
        this.mailing = mailing;
    }

    @Override
    public Channel channel() {
        return Channel.LETTER;
    }

    @Override
    public String name() {
        return "mailing list";
    }

    /** A letter is written wholly or not at all, so its fate is never unknown. */
    @Override
    public Carried carry(Outgoing message) {
        try {
            return new Carried.Accepted(mailing.write(message), false);
        } catch (RuntimeException e) {
            // Its message may hold name or address, so only the kind is told.
            LOG.error("the letter of notice {} of office {} can't be written: {}", message.noticeId(), message.officeId(), e.getClass().getName());
            return new Carried.Later("The letter can't be written: " + e.getClass().getSimpleName(), null);
        }
    }
}

package id.loket.notice;

import org.springframework.stereotype.Component;

/** Takes letters to the mailing list. Once there a person dispatches them, see {@link MailingList}. */
@Component
class LetterCarrier implements Carrier {

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

    @Override
    public Carried carry(Outgoing message) {
        return new Carried.Accepted(mailing.write(message), false);
    }
}

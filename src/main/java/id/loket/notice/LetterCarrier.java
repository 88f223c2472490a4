package id.loket.notice;

import org.springframework.stereotype.Component;

/** Takes letters to the mailing list. Once there a person dispatches them, see {@link Letters}. */
@Component
class LetterCarrier implements Carrier {

    private final Letters letters;

    LetterCarrier(Letters letters) {
        this.letters = letters;
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
        return new Carried.Accepted(letters.write(message), false);
    }
}

package id.loket.complaint.mail;

import id.loket.complaint.ComplaintRefused;
import id.loket.complaint.ComplaintView;
import id.loket.complaint.Complaints;
import id.loket.complaint.handling.Order;
import id.loket.complaint.handling.Rules;
import id.loket.complaint.mail.MailRefused.Reason;
import id.loket.complaint.mail.ReceivedMail.Act;
import id.loket.complaint.mail.ReceivedMail.Done;
import id.loket.complaint.mail.ReceivedMail.Fate;
import id.loket.platform.security.SignedIn;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the complaint desk sees of mails and does with those that wait for it. Each act is kept with name and reason. */
@Service
class MailDesk {

    private static final int MOST = 100;
    private static final Set<Fate> BY_PERSONS =
            EnumSet.of(Fate.COMPLAINT, Fate.COMPLETION, Fate.NOT_SOLVED, Fate.NOTE, Fate.DISCARDED);
    private static final Set<Fate> BY_PROGRAMS = EnumSet.of(Fate.AUTOMATIC, Fate.BOUNCE, Fate.MAILING_LIST);

    private final MailStore store;
    private final MailIntake intake;
    private final Mailbox mailbox;
    private final MailboxSettings settings;
    private final Complaints complaints;
    private final Clock clock;

    MailDesk(
            MailStore store, MailIntake intake, Mailbox mailbox, MailboxSettings settings, Complaints complaints, Clock clock) {
        this.store = store;
        this.intake = intake;
        this.mailbox = mailbox;
        this.settings = settings;
        this.complaints = complaints;
        this.clock = clock;
    }

    /** @throws AccessDeniedException if the officer isn't of the desk; so do all */
    @Transactional(readOnly = true)
    MailsPage overview(SignedIn officer) {
        requireDesk(officer);
        int office = officer.officeId();
        boolean read = !settings.host().isEmpty() && mailbox.office().officeId() == office;
        return new MailsPage(
                read ? store.state(office, settings.name()).orElse(new MailboxState(null, "", null)) : null,
                store.waiting(office),
                store.newest(office, BY_PERSONS, MOST),
                store.newest(office, BY_PROGRAMS, MOST));
    }

    Optional<ReceivedMail> mail(SignedIn officer, long id) {
        requireDesk(officer);
        return store.find(officer.officeId(), id);
    }

    List<Done> acts(SignedIn officer, long id) {
        requireDesk(officer);
        return store.acts(officer.officeId(), id);
    }

    /**
     * Takes a mail from quarantine in, without the attachments that were the reason.
     *
     * @return number of its complaint
     * @throws MailRefused if it can't come in
     */
    @Transactional
    String takeIn(SignedIn by, long id) {
        ReceivedMail mail = waiting(by, id, Fate.QUARANTINED);
        byte[] raw = store.raw(by.officeId(), id);
        if (!mail.reason().mayComeIn() || raw == null) {
            throw new MailRefused(Reason.CANT_COME_IN);
        }
        String number;
        try {
            number = intake.release(by.officeId(), id, raw, mail.reason() != ReceivedMail.Reason.TOO_LARGE);
        } catch (ComplaintRefused unfit) {
            throw new MailRefused(Reason.CANT_COME_IN);
        }
        store.act(by, id, Act.TAKEN_IN, mail.reason().name(), clock.instant());
        return number;
    }

    /** Ends a mail in quarantine; it stays listed with the reason. */
    @Transactional
    void discard(SignedIn by, long id, String reason) {
        waiting(by, id, Fate.QUARANTINED);
        String why = MailReader.line(reason);
        if (why.isEmpty()) {
            throw new MailRefused(Reason.REASON_MISSING);
        }
        store.settle(by.officeId(), id, Fate.DISCARDED, "", List.of(), false);
        store.act(by, id, Act.DISCARDED, why, clock.instant());
    }

    /** The complainant isn't content with the answer: the complaint goes on, in the words of the mail. */
    @Transactional
    String reopen(SignedIn by, long id) {
        ReceivedMail mail = waiting(by, id, Fate.NOT_SOLVED);
        try {
            ComplaintView complaint = complaints.view(by, mail.complaint());
            String why = mail.text().isEmpty() ? mail.subject() : mail.text();
            complaints.order(by, mail.complaint(), new Order.SayNotSolved(MailReader.cut(why, 2_000)), complaint.state().version());
        } catch (ComplaintRefused refused) {
            throw new MailRefused(Reason.CANT_REOPEN);
        }
        store.settle(by.officeId(), id, Fate.NOT_SOLVED, mail.complaint(), mail.leftOut(), false);
        store.act(by, id, Act.REOPENED, "", clock.instant());
        return mail.complaint();
    }

    /** A word of thanks or the like: the note on the complaint is all. */
    @Transactional
    String leaveAsNote(SignedIn by, long id) {
        ReceivedMail mail = waiting(by, id, Fate.NOT_SOLVED);
        store.settle(by.officeId(), id, Fate.NOTE, mail.complaint(), mail.leftOut(), false);
        store.act(by, id, Act.LEFT_AS_NOTE, "", clock.instant());
        return mail.complaint();
    }

    private ReceivedMail waiting(SignedIn by, long id, Fate fate) {
        requireDesk(by);
        return store.lockWaiting(by.officeId(), id)
                .filter(mail -> mail.fate() == fate)
                .orElseThrow(() -> new MailRefused(Reason.DONE_ALREADY));
    }

    private static void requireDesk(SignedIn officer) {
        if (!officer.roles().contains(Rules.DESK)) {
            throw new AccessDeniedException("mails of complainants are the complaint desk's");
        }
    }
}

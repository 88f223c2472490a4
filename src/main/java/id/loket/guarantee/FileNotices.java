package id.loket.guarantee;

import id.loket.casefile.Dossier;
import id.loket.casefile.FileMoved;
import id.loket.casefile.card.CardEntry;
import id.loket.casefile.card.Visit;
import id.loket.notice.Channel;
import id.loket.notice.MailingList;
import id.loket.notice.NewNotice;
import id.loket.notice.NoticeEvent;
import id.loket.notice.Notices;
import id.loket.notice.Subject;
import id.loket.standard.StepKind;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells applicants what happens to their files (MFG-6a). A notice is written in the transaction of the movement that causes it: neither is
 * there without the other.
 */
@Component
class FileNotices {

    /** An SMS; where that can't be, a mail; where that can't be either, somebody calls. */
    private static final List<Channel> WAYS = List.of(Channel.SMS, Channel.EMAIL, Channel.CALL);

    private final Notices notices;
    private final CollectionReminders reminders;
    private final Applicants applicants;
    private final MailingList mailing;

    FileNotices(Notices notices, MailingList mailing, CollectionReminders reminders, Applicants applicants) {
        this.notices = notices;
        this.mailing = mailing;
        this.reminders = reminders;
        this.applicants = applicants;
    }

    @EventListener
    void moved(FileMoved moved) {
        switch (moved.entry()) {
            case CardEntry.HandedOver done -> handedOver(moved, done);
            case CardEntry.ReturnedToApplicant back ->
                tell(moved, NoticeEvent.RETURNED_TO_COMPLETE, Map.of("missing", back.remark()));
            case CardEntry.Rejected no -> {
                over(moved);
                tell(moved, NoticeEvent.REJECTED, Map.of("reason", no.remark()));
            }
            case CardEntry.Delivered here -> over(moved);
            case CardEntry.RefusalDelivered here -> over(moved);
            case CardEntry.Withdrawn gone -> over(moved);
            default -> {
                // nothing that the applicant has to know
            }
        }
    }

    private void handedOver(FileMoved moved, CardEntry.HandedOver done) {
        StepKind from = moved.service().sop().step(done.step()).kind();
        StepKind to = moved.service().sop().step(done.to()).kind();
        if (to == StepKind.DELIVER && moved.after().refusal()) {
            tell(moved, NoticeEvent.REJECTED, Map.of("reason", reasonOfRefusal(moved)));
        } else if (to == StepKind.DELIVER) {
            tell(moved, NoticeEvent.READY_TO_COLLECT, Map.of());
            reminders.await(moved.officeId(), moved.fileId(), moved.registration(), done.at());
        } else if (from == StepKind.CHECK) {
            Dossier file = moved.dossier();
            if (done.at().equals(file.clock().completeAt())) {
                tell(moved, NoticeEvent.FILE_RECEIVED, Map.of("due", applicants.date(file.officeId(), file.clock().dueAt())));
            }
        }
    }

    /** As the letter was last prepared. */
    private String reasonOfRefusal(FileMoved moved) {
        return moved.dossier().visits().reversed().stream()
                .filter(visit -> visit.ending() == Visit.Ending.REFUSAL_PREPARED)
                .findFirst()
                .map(visit -> visit.remarks().getLast().text())
                .orElse("");
    }

    /** Nothing that waits to be told is true any more. */
    private void over(FileMoved moved) {
        Subject subject = Subject.file(moved.registration());
        notices.cancel(moved.officeId(), subject, NoticeEvent.READY_TO_COLLECT, NoticeEvent.COLLECTION_REMINDER);
        mailing.cancel(moved.officeId(), subject);
        reminders.cancel(moved.officeId(), moved.fileId());
    }

    private void tell(FileMoved moved, NoticeEvent event, Map<String, String> fields) {
        Dossier file = moved.dossier();
        notices.post(new NewNotice(
                moved.officeId(),
                event,
                Subject.file(moved.registration()),
                moved.service().code(),
                applicants.recipient(file),
                applicants.fields(event, file, fields),
                event + "/" + moved.registration() + "/" + moved.entry().seq(),
                WAYS));
    }
}

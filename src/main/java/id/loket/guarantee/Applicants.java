package id.loket.guarantee;

import id.loket.casefile.Applicant;
import id.loket.casefile.Dossier;
import id.loket.notice.NoticeEvent;
import id.loket.notice.Recipient;
import id.loket.platform.LoketSettings;
import id.loket.platform.web.OfficeDirectory;
import id.loket.platform.web.OfficeInfo;
import id.loket.platform.web.Texts;
import id.loket.platform.web.Ui;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Applicants as those who are told, and their files in the words of a notice. */
@Component
class Applicants {

    private final OfficeDirectory offices;
    private final MessageSource messages;
    private final LoketSettings settings;

    Applicants(OfficeDirectory offices, MessageSource messages, LoketSettings settings) {
        this.offices = offices;
        this.messages = messages;
        this.settings = settings;
    }

    Recipient recipient(Dossier file) {
        Applicant who = file.application().applicant();
        return new Recipient(who.name(), who.phone(), who.email(), who.address(), "id");
    }

    /** The fields of an event: what every notice about a file says, and what this one says besides. */
    Map<String, String> fields(NoticeEvent event, Dossier file, Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(more);
        fields.put("registration", file.registration());
        fields.put("service", file.service().name().in(Texts.INDONESIAN));
        OfficeInfo office = offices.byId(file.officeId());
        fields.put("link", settings.publicUrl() + "/lacak/" + office.code() + "-" + file.application().trackingCode());
        fields.keySet().retainAll(event.fields());
        return fields;
    }

    /** 25 November 2026, in the office's zone. */
    String date(int officeId, Instant at) {
        return Ui.of(messages, Texts.INDONESIAN, at, offices.byId(officeId)).date(at.atZone(offices.byId(officeId).zone()).toLocalDate());
    }
}

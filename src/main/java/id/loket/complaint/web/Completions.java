package id.loket.complaint.web;

import id.loket.complaint.ComplaintAttachments;
import id.loket.complaint.ComplaintRefused;
import id.loket.complaint.ComplaintStatuses;
import id.loket.complaint.Complaints;
import id.loket.complaint.NoSuchComplaint;
import id.loket.complaint.handling.Order;
import id.loket.document.UploadCheck;
import id.loket.platform.security.PublicCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a complainant sends because the office asked for it (UU 25/2009 art. 44). */
@Service
public class Completions {

    private final Complaints complaints;
    private final ComplaintStatuses statuses;
    private final ComplaintAttachments attachments;

    Completions(Complaints complaints, ComplaintStatuses statuses, ComplaintAttachments attachments) {
        this.complaints = complaints;
        this.statuses = statuses;
        this.attachments = attachments;
    }

    /**
     * Adds words and files together, or neither. The desk says whether that is enough.
     *
     * @param text  empty where the files say it all
     * @param files that were checked already
     * @throws ComplaintRefused if nothing was asked for, or the complaint has too many files
     * @throws NoSuchComplaint  if the office has none with this code
     */
    @Transactional
    public void add(int officeId, String statusCode, String text, List<UploadCheck.Accepted> files) {
        String number = statuses.of(officeId, statusCode).number();
        String said = text.isEmpty()
                ? files.stream().map(UploadCheck.Accepted::safeName).collect(Collectors.joining(", "))
                : text;
        complaints.orderByComplainant(officeId, PublicCode.typed(statusCode), new Order.Remark(said));
        for (UploadCheck.Accepted file : files) {
            try {
                attachments.addByComplainant(officeId, number, file.safeName(), new ByteArrayInputStream(file.content()));
            } catch (IOException inMemory) {
                throw new UncheckedIOException(inMemory);
            }
        }
    }
}

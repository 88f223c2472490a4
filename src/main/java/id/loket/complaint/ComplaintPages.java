package id.loket.complaint;

import id.loket.casefile.CaseFileReader;
import id.loket.casefile.CaseFileView;
import id.loket.casefile.FilePrints;
import id.loket.complaint.ComplaintQueues.Queue;
import id.loket.complaint.handling.Rules;
import id.loket.platform.security.SignedIn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The list of complaints and the page of one (PGD-b to PGD-i). */
@Controller
@RequestMapping("/pengaduan")
@PreAuthorize("hasRole('OFFICER')")
class ComplaintPages {

    private static final List<Queue> ORDER_OF_WORK = List.of(Queue.DUE, Queue.DECISION, Queue.TO_SORT, Queue.MINE);

    private final Complaints complaints;
    private final ComplaintQueues queues;
    private final ComplaintWork work;
    private final ComplaintAttachments attachments;
    private final ComplaintPrints prints;
    private final CaseFileReader files;
    private final FilePrints cards;
    private final PageOfComplaint page;
    private final ComplaintWords.Of words;

    ComplaintPages(
            Complaints complaints,
            ComplaintQueues queues,
            ComplaintWork work,
            ComplaintAttachments attachments,
            ComplaintPrints prints,
            CaseFileReader files,
            FilePrints cards,
            PageOfComplaint page,
            ComplaintWords.Of words) {
        this.complaints = complaints;
        this.queues = queues;
        this.work = work;
        this.attachments = attachments;
        this.prints = prints;
        this.files = files;
        this.cards = cards;
        this.page = page;
        this.words = words;
    }

    /**
     * @param antrean the queue to show; {@code SEMUA} for all that are open; without it the first in the order of work that has something
     * @param cari    a number, a word, a name (for the desk); found among all complaints, closed ones too
     */
    @GetMapping
    ModelAndView list(
            @AuthenticationPrincipal SignedIn officer,
            @RequestParam(defaultValue = "") String antrean,
            @RequestParam(defaultValue = "") String cari) {
        List<ComplaintLine> open = queues.open(officer);
        Map<Queue, Integer> counts = queues.counts(officer, open);
        boolean searched = !cari.isBlank();
        Queue queue = searched ? null : chosen(antrean, counts);
        List<ComplaintLine> lines = searched ? queues.search(officer, cari.strip()) : queue == null ? open : queues.in(queue, officer, open);
        boolean desk = officer.roles().contains(Rules.DESK);
        return new ModelAndView(
                "complaint/queue",
                Map.of("page", new ComplaintQueuePage(counts, queue, cari.strip(), lines, open.size(), desk, words.names(officer))));
    }

    private static Queue chosen(String antrean, Map<Queue, Integer> counts) {
        for (Queue queue : Queue.values()) {
            if (queue.name().equals(antrean)) {
                return queue;
            }
        }
        return antrean.isEmpty() ? ORDER_OF_WORK.stream().filter(q -> counts.get(q) > 0).findFirst().orElse(null) : null;
    }

    @GetMapping("/{number}")
    ModelAndView complaint(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String number,
            @RequestParam(required = false) String baru,
            @RequestParam(required = false) ComplaintAction selesai) {
        return page.show(officer, number, selesai, baru != null);
    }

    /** One entry. A refusal shows the complaint as it is now, with the reason on top and all that was typed. */
    @PostMapping("/{number}")
    ModelAndView act(
            @AuthenticationPrincipal SignedIn officer,
            @PathVariable String number,
            @RequestParam ComplaintAction tindakan,
            @RequestParam int versi,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) MultipartFile berkas,
            Locale locale) {
        try {
            ComplaintView view = complaints.view(officer, number);
            Uploaded file = berkas == null || berkas.isEmpty() ? null : new Uploaded(berkas);
            if (tindakan == ComplaintAction.ATTACH) {
                attach(officer, number, file);
            } else {
                work.order(officer, number, versi, file, id -> tindakan.order(new Typed(typed), view, id));
            }
        } catch (ComplaintRefused refused) {
            return page.refused(officer, number, tindakan, typed, locale, refused);
        } catch (UnfitAttachment unfit) {
            return page.refused(officer, number, tindakan, typed, locale, unfit);
        }
        return new ModelAndView("redirect:/pengaduan/" + number + "?selesai=" + tindakan);
    }

    private void attach(SignedIn officer, String number, Uploaded file) {
        if (file == null) {
            throw ComplaintRefused.form(List.of(new ComplaintRefused.Problem(ComplaintAction.ATTACH.field("file"), "complaint.file.choose")));
        }
        work.keep(officer, number, file);
    }

    /** Of an anonymous complaint the desk lets others see an attachment once it has looked at it. */
    @PostMapping("/{number}/lampiran/{id}/buka")
    String release(@AuthenticationPrincipal SignedIn officer, @PathVariable String number, @PathVariable long id) {
        attachments.release(officer, number, id);
        return "redirect:/pengaduan/" + number + "#lampiran";
    }

    @GetMapping("/{number}/lampiran/{id}")
    ResponseEntity<byte[]> attachment(
            @AuthenticationPrincipal SignedIn officer, @PathVariable String number, @PathVariable long id) {
        ComplaintAttachments.Content content =
                attachments.content(officer, number, id).orElseThrow(() -> new NoSuchComplaint(number));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(content.name(), StandardCharsets.UTF_8).build().toString())
                .body(content.bytes());
    }

    @GetMapping("/{number}/tanda-terima.pdf")
    @PreAuthorize("hasRole('COMPLAINT_DESK')")
    ResponseEntity<byte[]> receipt(@AuthenticationPrincipal SignedIn officer, @PathVariable String number, Locale locale) {
        byte[] pdf = prints.receipt(officer, complaints.view(officer, number), locale);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(pdf);
    }

    /** The control card of the file that it is about, for who follows it up without a part in the file's service (MFG-4d). */
    @GetMapping("/{number}/kartu.pdf")
    ResponseEntity<byte[]> card(@AuthenticationPrincipal SignedIn officer, @PathVariable String number, Locale locale) {
        CaseFileView file = files.of(officer.officeId(), complaints.view(officer, number).registration());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(cards.controlCard(officer, file, locale));
    }

    /** A file of the form. */
    record Uploaded(MultipartFile file) implements ComplaintWork.Upload {
        @Override
        public String name() {
            return file.getOriginalFilename();
        }

        @Override
        public InputStream open() throws IOException {
            return file.getInputStream();
        }
    }
}

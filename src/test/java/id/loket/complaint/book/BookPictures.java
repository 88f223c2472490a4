package id.loket.complaint.book;

import com.microsoft.playwright.Page;
import id.loket.casefile.OfficeAtWork;
import id.loket.complaint.Complaints;
import id.loket.testing.SettableClock;
import java.nio.file.Path;
import java.time.YearMonth;

/** A quarter of complaints whose first report is approved after two rounds, whose second is examined and whose third is drafted. */
public final class BookPictures {

    private static final YearMonth FIRST = YearMonth.of(2028, 1);

    private final OfficeAtWork office;
    private final QuarterOfComplaints desk;
    private final MonthlyReports reports;

    public BookPictures(OfficeAtWork office, Complaints complaints, SettableClock clock, MonthlyReports reports) {
        this.office = office;
        this.desk = new QuarterOfComplaints(office, complaints, clock);
        this.reports = reports;
    }

    public void play() {
        desk.play(FIRST);
        reports.writeDue();
        does("pengaduan", FIRST, ReportAction.REMARK, "", "Sebagian besar pengaduan menyangkut waktu penyelesaian.");
        does("pengaduan", FIRST, ReportAction.SEND, "", "");
        does("sekretaris", FIRST, ReportAction.RETURN, "DIVISION_HEAD", "Jelaskan pengaduan yang terlambat dijawab.");
        does("kabid", FIRST, ReportAction.CONTRIBUTE, "DIVISION_HEAD", "Dua petugas sakit pada minggu kedua. Mulai Februari jadwal pengganti berlaku.");
        does("pengaduan", FIRST, ReportAction.SEND, "", "");
        does("sekretaris", FIRST, ReportAction.APPROVE, "", "");
        does("pengaduan", FIRST.plusMonths(1), ReportAction.SEND, "", "");
    }

    private void does(String who, YearMonth month, ReportAction action, String section, String text) {
        int version = reports.view(office.person(who), month).orElseThrow().report().version();
        reports.order(office.person(who), month, action, section, text, version);
    }

    /** With {@code -Dloket.pictures=FOLDER} the pages as pictures, to be looked at. */
    public void pictures(Page page, String base) {
        String folder = System.getProperty("loket.pictures");
        if (folder == null) {
            return;
        }
        String book = "/pengaduan/buku?dari=2028-01-01&sampai=2028-01-31";
        for (int width : new int[] {1280, 390}) {
            page.setViewportSize(width, 900);
            shoot(page, base + book, folder, "buku-" + width);
            shoot(page, base + book + "&tampilan=lengkap", folder, "buku-lengkap-" + width);
            shoot(page, base + "/pengaduan/laporan/" + FIRST, folder, "laporan-" + width);
            shoot(page, base + "/pengaduan/laporan/" + FIRST + "/banding?a=1&b=2", folder, "banding-" + width);
            shoot(page, base + "/pimpinan", folder, "pimpinan-" + width);
        }
        for (String file : new String[] {"/pengaduan/laporan/" + FIRST + "/laporan-pengaduan.pdf", book.replace("buku?", "buku/buku-pengaduan.pdf?"),
            book.replace("buku?", "buku/buku-pengaduan.pdf?") + "&tampilan=lengkap"}) {
            byte[] pdf = page.request().get(base + file).body();
            try {
                java.nio.file.Files.write(Path.of(folder, (file.contains("lengkap") ? "buku-lengkap" : file.contains("laporan/") ? "laporan" : "buku") + ".pdf"), pdf);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private static void shoot(Page page, String url, String folder, String name) {
        page.navigate(url);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")).setFullPage(true));
    }
}

package id.loket.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** Papers as they leave the office in the course of one file. */
final class Samples {

    static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    static final Letterhead OFFICE = new Letterhead("Pemerintah Kota Pekanbaru",
            "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "Jalan Contoh Nomor 1, Pekanbaru",
            "telepon 0761 000 000", "Pekanbaru", WIB, null);
    static final String TRACKING = "https://loket.example/lacak/SIKRO-2026-00184";

    static final String VERIFICATION = "https://loket.example/v/K7QM-2XTA-9RWD";
    static final List<String> HOURS = List.of("Loket pengambilan, lantai 1, Jalan Contoh Nomor 1, Pekanbaru",
            "Senin–Kamis 08.00–16.00, istirahat 12.00–13.00", "Jumat 08.00–16.30, istirahat 11.30–13.30");
    static final List<String> LEGAL = List.of(
            "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;",
            "Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan;",
            "Peraturan Menteri Kesehatan Nomor 19 Tahun 2013 tentang Penyelenggaraan Pekerjaan Refraksionis Optisien "
                    + "dan Optometris;",
            "Peraturan Wali Kota Pekanbaru Nomor 90 Tahun 2022 tentang Pendelegasian Wewenang Perizinan;");
    static final List<Channel> CHANNELS = List.of(new Channel("Loket pengaduan", "Jalan Contoh Nomor 1, Pekanbaru"),
            new Channel("Telepon", "0761 000 000"), new Channel("Surel", "pengaduan@loket.example"),
            new Channel("Ombudsman RI", "137"));

    private Samples() {
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WIB).toInstant();
    }

    static Printing printing() {
        return new Printing(at("2026-11-24T10:42"), "Contoh Muda", 1);
    }

    static ControlCardSheet controlCard() {
        return new ControlCardSheet("SIKRO-2026-00184", "Izin Kerja Refraksionis Optisien (SIKRO), permohonan baru",
                "Contoh Lima", at("2026-11-23T09:14"), at("2026-11-25T16:00"), "2 hari kerja",
                "https://loket.example/berkas/SIKRO-2026-00184", List.of(
                        row(1, StepShape.CAPSULE, "Permohonan masuk", "Contoh Loket", null, mark("2026-11-20T14:02", "Lo"),
                                mark("2026-11-20T14:05", "Lo"), "–", "3 menit", false, "3 menit"),
                        row(2, StepShape.DIAMOND, "Pemeriksaan, putaran 1", "Contoh Loket",
                                "Dikembalikan: salinan STR tidak terbaca", mark("2026-11-20T14:05", "Lo"),
                                mark("2026-11-20T14:31", "Lo"), "–", "26 menit", false, "35 menit"),
                        row(2, StepShape.DIAMOND, "Pemeriksaan, putaran 2", "Contoh Loket",
                                "Lengkap. Waktu janji mulai", mark("2026-11-23T08:52", "Lo"),
                                mark("2026-11-23T09:14", "Lo"), "–", "22 menit", false, "35 menit"),
                        row(3, StepShape.SQUARE, "Pencetakan surat", "Contoh Cetak", "Lewat standar",
                                mark("2026-11-23T13:20", "Ce"), mark("2026-11-23T13:26", "Ce"), "3 jam 6 menit",
                                "6 menit", true, "3 menit"),
                        row(4, StepShape.SQUARE, "Paraf Ahli Muda", "Contoh Muda", null, mark("2026-11-24T10:36", "Mu"),
                                null, "5 jam 10 menit", null, false, "5 menit"),
                        open(5, StepShape.SQUARE, "Paraf Ahli Madya", "10 menit"),
                        open(6, StepShape.SQUARE, "Paraf Sekretaris", "10 menit"),
                        open(7, StepShape.SQUARE, "Tanda tangan Kepala Dinas", "1 hari kerja"),
                        open(8, StepShape.SQUARE, "Penomoran", "3 menit"),
                        open(9, StepShape.CAPSULE, "Penyerahan izin", "1 menit")),
                List.of(), 8, "7F3A 91C0 55D2 E8B4", printing());
    }

    static FileReceipt fileReceipt() {
        return new FileReceipt("SIKRO-2026-00184", "Izin Kerja Refraksionis Optisien (SIKRO), permohonan baru",
                "Contoh Lima", null, at("2026-11-23T09:14"), "Contoh Loket", List.of(
                        new FileReceipt.Item("Surat permohonan bermeterai", "asli"),
                        new FileReceipt.Item("KTP-el", "salinan"),
                        new FileReceipt.Item("Ijazah refraksionis optisien", "salinan dilegalisasi"),
                        new FileReceipt.Item("STR refraksionis optisien", "salinan dilegalisasi"),
                        new FileReceipt.Item("Surat keterangan sehat", "asli"),
                        new FileReceipt.Item("Surat keterangan tempat kerja", "asli"),
                        new FileReceipt.Item("Pas foto 4×6", "2 lembar")),
                at("2026-11-25T16:00"), "2 hari kerja", TRACKING, "4 angka akhir telepon Anda", HOURS, null,
                printing());
    }

    static MissingList missingList() {
        return new MissingList("SIKRO-2026-00184", "Izin Kerja Refraksionis Optisien (SIKRO), permohonan baru",
                "Contoh Lima", 1, at("2026-11-20T14:31"), "Contoh Loket", List.of(
                        new MissingList.Item("STR refraksionis optisien", MissingList.Problem.NOT_ELIGIBLE,
                                "Salinan tidak terbaca pada nomor dan masa berlaku",
                                "Minta salinan yang dilegalisasi dan terbaca jelas."),
                        new MissingList.Item("Surat keterangan sehat", MissingList.Problem.MISSING, null, null)),
                List.of("Surat permohonan bermeterai", "KTP-el", "Ijazah refraksionis optisien",
                        "Surat keterangan tempat kerja", "Pas foto 4×6"),
                TRACKING, "4 angka akhir telepon Anda", HOURS, printing());
    }

    static PermitLetter permitLetter(PermitLetter.State state) {
        boolean issued = state == PermitLetter.State.ISSUED;
        return new PermitLetter("Surat Izin Kerja Refraksionis Optisien",
                issued ? "503/00184/SIKRO/DPMPTSP/XI/2026" : null,
                List.of("bahwa permohonan Contoh Lima telah memenuhi persyaratan untuk bekerja sebagai refraksionis "
                        + "optisien;",
                        "bahwa berdasarkan pertimbangan tersebut perlu diberikan Surat Izin Kerja Refraksionis "
                                + "Optisien;"),
                LEGAL, "dengan ini memberikan izin kepada:", List.of(
                        new PermitLetter.Field("Nama", "Contoh Lima, A.Md.RO"),
                        new PermitLetter.Field("NIK", "1471000101950001"),
                        new PermitLetter.Field("Tempat, tanggal lahir", "Kota Contoh, 1 Januari 1995"),
                        new PermitLetter.Field("Alamat", "Jalan Misal Nomor 5, Pekanbaru"),
                        new PermitLetter.Field("Nomor STR", "00 00 0 0 0 00-0000000"),
                        new PermitLetter.Field("Tempat kerja", "Optik Contoh, Jalan Umpama Nomor 7, Pekanbaru")),
                "untuk bekerja sebagai refraksionis optisien pada tempat tersebut.",
                List.of("melaksanakan pekerjaan sesuai dengan standar profesi;",
                        "izin ini batal bila tempat kerja tidak lagi sesuai dengan yang tercantum."),
                "Surat izin ini berlaku sampai dengan 1 Januari 2031.",
                issued ? LocalDate.of(2026, 11, 25) : null,
                new Signatory("Kepala Dinas", "Contoh Kadis, S.H., M.Si.", "Pembina Utama Muda", "000000000000000000"),
                List.of(new PermitLetter.Initial("Ahli Muda", state == PermitLetter.State.DRAFT ? null : "Mu"),
                        new PermitLetter.Initial("Ahli Madya", state == PermitLetter.State.DRAFT ? null : "Ma"),
                        new PermitLetter.Initial("Sekretaris", state == PermitLetter.State.DRAFT ? null : "Se")),
                "K7QM-2XTA-9RWD", VERIFICATION, state, at("2026-11-25T10:00"));
    }

    static RejectionLetter rejectionLetter() {
        return new RejectionLetter("503/00012/TOLAK/DPMPTSP/XI/2026", LocalDate.of(2026, 11, 25), "Contoh Lima",
                "Jalan Misal Nomor 5, Pekanbaru", "SIKRO-2026-00184", "Izin Kerja Refraksionis Optisien",
                LocalDate.of(2026, 11, 20),
                List.of(new RejectionLetter.Reason("STR refraksionis optisien tidak tercatat pada konsil.",
                        "Peraturan Menteri Kesehatan Nomor 41 Tahun 2015, Pasal 9"),
                        new RejectionLetter.Reason("Tempat kerja yang dicantumkan tidak memiliki izin.", null)),
                "Anda dapat mengajukan permohonan baru setelah STR tercatat; permohonan itu tidak dipungut biaya.",
                CHANNELS, new Signatory("Kepala Dinas", "Contoh Kadis, S.H., M.Si.", null, "000000000000000000"), null,
                at("2026-11-25T10:00"));
    }

    static RejectionLetter refusalLetter() {
        var letter = rejectionLetter();
        return new RejectionLetter(letter.number(), letter.date(), letter.applicant(), letter.address(),
                letter.registrationNumber(), letter.service(), letter.appliedOn(), letter.reasons(), letter.remedy(),
                letter.channels(), letter.signatory(),
                new RejectionLetter.Checks(List.of(new PermitLetter.Initial("Kepala Bidang", "Kb")), "K7QM-2XTA-9RWD", VERIFICATION),
                letter.renderedAt());
    }

    static BillSheet bill() {
        return new BillSheet("00012/SKRD/2026", LocalDate.of(2026, 11, 26), LocalDate.of(2026, 12, 28), "Contoh Lima",
                "Jalan Misal Nomor 5, Pekanbaru", "PREMISES-2026-00012", "Izin Contoh Tempat Usaha", 1_250_000,
                "Contoh Bendahara", printing());
    }

    static PaymentReceipt paymentReceipt() {
        return new PaymentReceipt("00007/TBP/2026", "00012/SKRD/2026", "Contoh Lima", "PREMISES-2026-00012",
                "Izin Contoh Tempat Usaha", 1_250_000, LocalDate.of(2026, 11, 27), "Transfer bank", "TRX-2026-0001",
                "Contoh Bendahara", printing());
    }

    static AssignmentLetter assignmentLetter() {
        return new AssignmentLetter("PREMISES-2026-00012", "Izin Contoh Tempat Usaha", "Contoh Lima",
                "Jalan Umpama Nomor 7, Pekanbaru", at("2026-11-24T09:00"),
                List.of(new AssignmentLetter.Member("Contoh Teknis", ""),
                        new AssignmentLetter.Member("Contoh Teknis Dua", "000000000000000000")),
                "Siapkan denah bangunan.",
                new Signatory("Kepala Dinas", "Contoh Kadis, S.H., M.Si.", null, "000000000000000000"), printing());
    }

    static InspectionSheet inspectionSheet(List<InspectionSheet.Photo> photos) {
        return new InspectionSheet(1, "PREMISES-2026-00012", "Izin Contoh Tempat Usaha", "Contoh Lima",
                "Jalan Umpama Nomor 7, Pekanbaru", at("2026-11-24T09:30"), "Contoh Penanggung Jawab",
                List.of(new InspectionSheet.Finding("Denah dan jalan keluar", false, "Pintu keluar terhalang"),
                        new InspectionSheet.Finding("Alat pemadam kebakaran", true, "")),
                "Lantai gudang licin.", "Direkomendasikan setelah perbaikan", "Bebaskan pintu keluar.",
                photos,
                List.of(new InspectionSheet.Member("Contoh Teknis", ""),
                        new InspectionSheet.Member("Contoh Teknis Dua", "Td")),
                printing());
    }

    static OfficeLetter officeLetter() {
        return new OfficeLetter("005/00017/DPMPTSP/XII/2026", LocalDate.of(2026, 12, 25), "Pengambilan surat izin", "Contoh Lima",
                List.of("Jalan Misal Nomor 5", "Pekanbaru 28000"),
                List.of("Surat izin yang Anda mohon sudah selesai sejak satu bulan yang lalu dan belum diambil:",
                        "Kami mohon surat itu segera diambil di loket pengambilan pada jam kerja. Bawa tanda terima dan KTP-el."),
                List.of(new OfficeLetter.Fact("Nomor registrasi", "SIKRO-2026-00184"),
                        new OfficeLetter.Fact("Selesai pada", "25 November 2026")),
                new Signatory("Kepala Dinas", "Contoh Kadis, S.H., M.Si.", null, "000000000000000000"), at("2026-12-25T08:00"));
    }

    static RegisterSheet registerSheet() {
        var name = new RegisterSheet.Cell(List.of(new RegisterSheet.Line("Contoh Pengaju", "Contoh Pengadu", true)));
        var kind = new RegisterSheet.Cell(List.of(new RegisterSheet.Line("Waktu penyelesaian", "", false)));
        return new RegisterSheet("Buku Pengaduan", LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), List.of("Sebagian"),
                List.of(new RegisterSheet.Column("Identitas pengadu", 150), new RegisterSheet.Column("Jenis", 123)),
                List.of(List.of(name, kind), List.of(kind, name)), printing());
    }

    static ReportSheet reportSheet(boolean draft) {
        var head = new Signatory("Kepala Dinas", "Contoh Kadis, S.H., M.Si.", null, null);
        return new ReportSheet("Laporan bulanan pengaduan", "November 2026", draft ? "" : "LP-PGD/001/DPMPTSP/XII/2026", draft,
                List.of("15 pengaduan diterima."), List.of(new ReportSheet.Fact("Diterima", "15"), new ReportSheet.Fact("Terbuka", "3")),
                List.of(new ReportSheet.Chart("Menurut media", "Penuh: selesai", List.of(
                        new ReportSheet.Bar("Tatap muka", 12, 3, 15, "12 selesai, 3 terbuka"),
                        new ReportSheet.Bar("Surat", 0, 0, 15, "0 selesai, 0 terbuka")))),
                List.of(new ReportSheet.Table("Menurut media, dalam angka", List.of("Media", "Diterima"),
                        List.of(List.of("Tatap muka", "15"), List.of("Jumlah", "15")), true)),
                List.of(new ReportSheet.Text("Kepala Bidang", "Contoh Kabid", List.of("Dua petugas sakit."))),
                draft ? null : new Signatory("Sekretaris", "Contoh Sekretaris", null, "000000000000000000"),
                draft ? "" : "1 Desember 2026", "", head, draft ? "" : "7f3a91c055d2e8b4", printing());
    }

    static MailingSheet mailingSheet() {
        return new MailingSheet(LocalDate.of(2026, 12, 28), "",
                List.of(new MailingSheet.Letter("005/00017/DPMPTSP/XII/2026", "Contoh Lima", "Jalan Misal Nomor 5, Pekanbaru 28000",
                                "Pengambilan surat izin", ""),
                        new MailingSheet.Letter("005/00018/DPMPTSP/XII/2026", "Contoh Enam", "Jalan Umpama Nomor 7, Pekanbaru 28000",
                                "Pengambilan surat izin", "RR000000184ID")),
                printing());
    }

    static StandardSheet standardSheet() {
        return new StandardSheet("Izin Kerja Refraksionis Optisien", "188/15/2026", LocalDate.of(2026, 1, 5),
                List.of(new StandardSheet.Component("Persyaratan", List.of(new StandardSheet.Line("1.", "Surat permohonan"))),
                        new StandardSheet.Component("Jangka waktu pelayanan", List.of(new StandardSheet.Line("", "2 hari kerja")))),
                List.of(new StandardSheet.Component("Jumlah pelaksana", List.of(new StandardSheet.Line("", "5 orang, yaitu:")))),
                new Signatory("Kepala Dinas", "Contoh Kadis, S.H., M.Si.", null, "000000000000000000"), printing());
    }

    static Charter charter() {
        return new Charter(List.of(new Charter.Promise("Izin Kerja Refraksionis Optisien", "2 hari kerja", "Gratis")),
                LocalDate.of(2026, 11, 25), new Signatory("Kepala Dinas", "Contoh Kadis, S.H., M.Si.", null, "000000000000000000"),
                "https://loket.example/layanan", printing());
    }

    static ComplaintReceipt complaintReceipt() {
        return new ComplaintReceipt("PGD-2026-00041", "Contoh Pengadu", "Jalan Misal Nomor 5, Pekanbaru", true, true, "Loket pengaduan",
                "SIKRO-2026-00184", "Izin belum selesai", "Sudah lewat dua hari kerja.\nBelum ada kabar.", "Diberi kepastian",
                at("2026-11-23T09:14"), "Contoh Pengaduan", at("2026-11-26T16:00"), "https://loket.example/aduan/1471-K7QM2XTA9RWDK7QM",
                printing());
    }

    static FaxCover faxCover() {
        return new FaxCover("Contoh Lima", "+62761000000", "Jawaban pengaduan", "PGD-2026-00041",
                List.of("Berkas Anda selesai hari ini dan dapat diambil di loket pengambilan."), 1, printing());
    }

    static CollectionReceipt collectionReceipt(byte[] signature) {
        return new CollectionReceipt("SIKRO-2026-00184", "Izin Kerja Refraksionis Optisien, permohonan baru",
                "Contoh Lima", "Surat Izin Kerja Refraksionis Optisien", "503/00184/SIKRO/DPMPTSP/XI/2026",
                new CollectionReceipt.Recipient("Contoh Enam", "KTP-el 1471000101960002", "saudara pemohon",
                        "surat kuasa bermeterai, 25 November 2026"),
                at("2026-11-25T14:20"), "Contoh Loket", signature, printing());
    }

    static ServiceSheet serviceSheet() {
        return new ServiceSheet("Izin Kerja Refraksionis Optisien (SIKRO)",
                "Untuk refraksionis optisien yang akan bekerja di Kota Pekanbaru.", List.of(
                        need("Surat permohonan bermeterai", "asli", "Formulir tersedia di loket."),
                        need("KTP-el", "salinan, 1 lembar", null),
                        need("Ijazah refraksionis optisien", "salinan dilegalisasi, 1 lembar", null),
                        need("STR refraksionis optisien", "salinan dilegalisasi, 1 lembar",
                                "Masih berlaku, atau seumur hidup."),
                        need("Surat keterangan sehat", "asli", "Dari dokter yang memiliki izin praktik."),
                        need("Surat keterangan tempat kerja", "asli", "Dari pimpinan tempat bekerja."),
                        need("Pas foto 4×6", "2 lembar", "Latar merah.")),
                "2 hari kerja", null, "Surat Izin Kerja Refraksionis Optisien", "Berlaku selama STR berlaku", List.of(
                        new ServiceSheet.Step(1, StepShape.CAPSULE, "Permohonan masuk", "Front Office", "3 menit"),
                        new ServiceSheet.Step(2, StepShape.DIAMOND, "Pemeriksaan berkas", "Front Office", "35 menit"),
                        new ServiceSheet.Step(3, StepShape.SQUARE, "Pencetakan surat", "Back Office", "3 menit"),
                        new ServiceSheet.Step(4, StepShape.SQUARE, "Paraf Ahli Muda", "JF Analis Kebijakan Ahli Muda",
                                "5 menit"),
                        new ServiceSheet.Step(5, StepShape.SQUARE, "Paraf Ahli Madya",
                                "JF Analis Kebijakan Ahli Madya", "10 menit"),
                        new ServiceSheet.Step(6, StepShape.SQUARE, "Paraf Sekretaris", "Sekretaris", "10 menit"),
                        new ServiceSheet.Step(7, StepShape.SQUARE, "Tanda tangan Kepala Dinas", "Kepala Dinas",
                                "1 hari kerja"),
                        new ServiceSheet.Step(8, StepShape.SQUARE, "Penomoran", "Back Office", "3 menit"),
                        new ServiceSheet.Step(9, StepShape.CAPSULE, "Penyerahan izin", "Front Office", "1 menit")),
                LEGAL, CHANNELS, HOURS, "https://loket.example/layanan/sikro", "Standar Pelayanan SIKRO, versi 1",
                printing());
    }

    private static ServiceSheet.Requirement need(String name, String form, String hint) {
        return new ServiceSheet.Requirement(name, form, hint);
    }

    private static ControlCardSheet.Row row(int step, StepShape shape, String activity, String officer, String remark,
            ControlCardSheet.Mark received, ControlCardSheet.Mark handedOver, String waiting, String inWork,
            boolean over, String standard) {
        return new ControlCardSheet.Row(step, shape, activity, officer, remark, received, handedOver, waiting, inWork,
                over, standard);
    }

    private static ControlCardSheet.Row open(int step, StepShape shape, String activity, String standard) {
        return row(step, shape, activity, null, null, null, null, null, null, false, standard);
    }

    private static ControlCardSheet.Mark mark(String local, String initials) {
        return new ControlCardSheet.Mark(at(local), initials);
    }
}

package id.loket.standard;

import static id.loket.standard.Definitions.SIKRO;
import static org.assertj.core.api.Assertions.assertThat;

import id.loket.worktime.WorkDuration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** SIKRO as shipped says what the office's document says. */
class SikroTest {

    private static final Locale INDONESIAN = Locale.of("id");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    @Tag("SOP-1")
    void the_applicant_asks_and_hands_the_file_in_at_the_counter() {
        SopStep step = SIKRO.sop().step(1);
        assertThat(step.kind()).isEqualTo(StepKind.INTAKE);
        assertThat(step.activity().id().lines())
                .containsExactly(
                        "Pemohon meminta informasi mengenai Prosedur Izin Kerja Refraksionis Optisien.",
                        "Petugas Desk memberikan informasi tentang Prosedur Izin Kerja Refraksionis Optisien.",
                        "Pemohon memasukan berkas ke loket penerimaan");
        assertRow(step, "FRONT_OFFICE", minutes(3), "Surat permohonan, persyaratan perizinan", "Surat permohonan, persyaratan perizinan");
        assertThat(step.withApplicant()).isTrue();
    }

    @Test
    @Tag("SOP-2")
    void the_file_is_checked_and_goes_on_or_back_to_the_applicant() {
        SopStep step = SIKRO.sop().step(2);
        assertThat(step.kind()).isEqualTo(StepKind.CHECK);
        assertThat(step.activity().id())
                .isEqualTo("Petugas menerima dan memeriksa berkas permohonan izin dari Pemohon. Jika lengkap dan memenuhi syarat, "
                        + "dilanjutkan ke proses berikutnya. Jika tidak, dikembalikan ke pemohon untuk dilengkapi.");
        assertRow(step, "FRONT_OFFICE", minutes(35), "Surat permohonan, persyaratan perizinan", "Surat permohonan, persyaratan perizinan");
        assertThat(step.returnToApplicant()).isTrue();
        assertThat(step.mayReject()).isTrue();
    }

    @Test
    @Tag("SOP-3")
    void the_back_office_prints_the_letter() {
        SopStep step = SIKRO.sop().step(3);
        assertThat(step.kind()).isEqualTo(StepKind.PREPARE);
        assertThat(step.activity().id()).isEqualTo("Petugas mencetak blanko surat kerja refraksionis optisien");
        assertRow(step, "BACK_OFFICE", minutes(3), "Surat permohonan, persyaratan perizinan", "Berkas surat yang belum diparaf");
        assertThat(step.returnTo()).containsExactly(2);
    }

    @Test
    @Tag("SOP-4")
    void the_junior_analyst_initials_the_letter() {
        SopStep step = SIKRO.sop().step(4);
        assertThat(step.kind()).isEqualTo(StepKind.INITIAL);
        assertThat(step.activity().id()).isEqualTo("JF Analis Kebijakan Ahli Muda memaraf surat Izin Kerja Refraksionis Optisien");
        assertRow(step, "JUNIOR_ANALYST", minutes(5), "Berkas surat yang belum diparaf", "Berkas surat yang sudah diparaf");
        assertThat(step.returnTo()).containsExactly(2, 3);
    }

    @Test
    @Tag("SOP-5")
    void the_senior_analyst_initials_the_letter() {
        SopStep step = SIKRO.sop().step(5);
        assertThat(step.kind()).isEqualTo(StepKind.INITIAL);
        assertThat(step.activity().id()).isEqualTo("JF Analis Kebijakan Ahli Madya memaraf surat Izin Kerja Refraksionis Optisien");
        assertRow(
                step,
                "SENIOR_ANALYST",
                minutes(10),
                "Berkas surat yang sudah diparaf JF Analis Kebijakan Ahli Muda",
                "surat yang sudah diparaf JF Analis Kebijakan Ahli Madya");
        assertThat(step.returnTo()).containsExactly(2, 3, 4);
    }

    @Test
    @Tag("SOP-6")
    void the_secretary_initials_the_letter() {
        SopStep step = SIKRO.sop().step(6);
        assertThat(step.kind()).isEqualTo(StepKind.INITIAL);
        assertThat(step.activity().id()).isEqualTo("Sekretaris memaraf surat Izin Kerja Refraksionis Optisien");
        assertRow(
                step,
                "SECRETARY",
                minutes(10),
                "surat yang sudah diparaf JF Analis Kebijakan Ahli Madya",
                "surat yang sudah diparaf Sekretaris");
        assertThat(step.returnTo()).containsExactly(2, 3, 4, 5);
    }

    @Test
    @Tag("SOP-7")
    void the_head_of_office_signs_within_a_working_day() {
        SopStep step = SIKRO.sop().step(7);
        assertThat(step.kind()).isEqualTo(StepKind.SIGN);
        assertThat(step.activity().id()).isEqualTo("Kepala Dinas Menandatangani surat Izin Kerja Refraksionis Optisien");
        assertRow(
                step,
                "HEAD_OF_OFFICE",
                new WorkDuration.WorkingDays(1),
                "surat yang sudah diparaf Sekretaris",
                "surat yang sudah ditandatangani oleh Kadis");
        assertThat(step.returnTo()).containsExactly(2, 3, 4, 5, 6);
        assertThat(step.mayReject()).isTrue();
    }

    @Test
    @Tag("SOP-8")
    void the_back_office_numbers_the_letter_after_the_signature() {
        SopStep step = SIKRO.sop().step(8);
        assertThat(step.kind()).isEqualTo(StepKind.NUMBER);
        assertThat(step.activity().id()).isEqualTo("Petugas memberi nomor surat Izin Kerja Refraksionis Optisien");
        assertRow(
                step,
                "BACK_OFFICE",
                minutes(3),
                "surat yang sudah ditandatangani oleh Kadis",
                "surat yang sudah ditandatangani dan diberi nomor");
        assertThat(SIKRO.numbering().format(184, TODAY)).isEqualTo("503/184/DPMPTSP-SIKRO/XI/2026");
    }

    @Test
    @Tag("SOP-9")
    void the_applicant_receives_the_permit_at_the_counter() {
        SopStep step = SIKRO.sop().step(9);
        assertThat(step.kind()).isEqualTo(StepKind.DELIVER);
        assertThat(step.activity().id()).isEqualTo("Pemohon menerima Surat Izin Kerja Refraksionis Optisien");
        assertRow(step, "FRONT_OFFICE", minutes(1), "surat yang sudah ditandatangani dan diberi nomor", "Berkas surat");
        assertThat(step.withApplicant()).isTrue();
        assertThat(SIKRO.sop().next(9)).isEmpty();
    }

    @Test
    @Tag("SOP-total")
    void the_steps_add_up_to_70_minutes_and_a_day_which_stays_apart_from_the_promise_of_two_days() {
        assertThat(SIKRO.sop().total()).containsExactly(minutes(70), new WorkDuration.WorkingDays(1));
        assertThat(SIKRO.promise()).isEqualTo(new WorkDuration.WorkingDays(2));
    }

    @Test
    @Tag("DLV-1")
    void a_first_application_in_person_needs_seven_papers() {
        assertThat(SIKRO.requirementsFor(ApplicationKind.NEW, false, Map.of(), TODAY))
                .extracting(r -> r.name().in(INDONESIAN))
                .containsExactly(
                        "Surat permohonan bermeterai",
                        "KTP-el",
                        "Ijazah refraksionis optisien",
                        "STR refraksionis optisien",
                        "Surat keterangan sehat",
                        "Surat keterangan tempat kerja",
                        "Pas foto 4x6");
    }

    @Test
    @Tag("DLV-1")
    void renewal_a_representative_and_a_second_workplace_each_need_one_paper_more() {
        assertThat(added(ApplicationKind.RENEWAL, false, "no")).containsExactly("PREVIOUS_PERMIT");
        assertThat(added(ApplicationKind.NEW, true, "no")).containsExactly("POWER_OF_ATTORNEY");
        assertThat(added(ApplicationKind.NEW, false, "yes")).containsExactly("FIRST_PERMIT");
        assertThat(added(ApplicationKind.RENEWAL, true, "yes"))
                .containsExactly("POWER_OF_ATTORNEY", "FIRST_PERMIT", "PREVIOUS_PERMIT");
    }

    @Test
    @Tag("DLV-1")
    void a_scan_is_at_most_one_and_a_half_megabyte_of_pdf_jpeg_or_png() {
        assertThat(SIKRO.requirements()).allSatisfy(r -> {
            assertThat(r.maxBytes()).isEqualTo(3 * 1024 * 1024 / 2);
            assertThat(r.scan().accept()).containsExactlyInAnyOrder(ScanLimits.Format.values());
        });
    }

    @Test
    @Tag("DLV-2")
    void the_procedure_runs_through_the_seven_columns_of_the_document() {
        assertThat(SIKRO.actors())
                .extracting(a -> a.name().id())
                .containsExactly(
                        "Pemohon",
                        "Front Office",
                        "Back Office",
                        "JF Analis Kebijakan Ahli Muda",
                        "JF Analis Kebijakan Ahli Madya",
                        "Sekretaris",
                        "Kepala Dinas");
        assertThat(SIKRO.sop().steps())
                .extracting(SopStep::kind)
                .containsExactly(
                        StepKind.INTAKE,
                        StepKind.CHECK,
                        StepKind.PREPARE,
                        StepKind.INITIAL,
                        StepKind.INITIAL,
                        StepKind.INITIAL,
                        StepKind.SIGN,
                        StepKind.NUMBER,
                        StepKind.DELIVER);
        assertThat(SIKRO.initials())
                .extracting(Actor::role)
                .containsExactly("JUNIOR_ANALYST", "SENIOR_ANALYST", "SECRETARY");
        assertThat(SIKRO.signatory().role()).isEqualTo("HEAD_OF_OFFICE");
    }

    @Test
    @Tag("DLV-3")
    void the_promise_is_two_working_days() {
        assertThat(SIKRO.promise()).isEqualTo(new WorkDuration.WorkingDays(2));
    }

    @Test
    @Tag("DLV-4")
    void the_service_is_free_of_charge() {
        assertThat(SIKRO.fee().isFree()).isTrue();
    }

    @Test
    @Tag("DLV-5")
    void the_product_is_the_numbered_letter_with_the_applicants_data() {
        assertThat(SIKRO.product().id()).startsWith("Surat Izin Kerja Refraksionis Optisien");
        Map<String, String> values = Map.of(
                "applicant.name", "Contoh Lima", "fields.degree", "A.Md.RO", "fields.workplaceName", "Optik Contoh",
                "fields.workplaceAddress", "Jalan Umpama 7");
        assertThat(SIKRO.letter().data())
                .extracting(row -> row.value().fill(values::get))
                .contains("Contoh Lima, A.Md.RO", "Optik Contoh, Jalan Umpama 7");
    }

    @Test
    @Tag("DLV-5")
    void the_permit_holds_five_years_but_no_longer_than_the_registration() {
        assertThat(SIKRO.validity().until(TODAY, Map.of("strValidity", "LIFELONG"))).contains(LocalDate.of(2031, 11, 24));
        assertThat(SIKRO.validity().until(TODAY, Map.of("strValidity", "UNTIL", "strValidUntil", "2029-03-31")))
                .contains(LocalDate.of(2029, 3, 31));
    }

    @Test
    @Tag("DLV-6")
    void complaints_are_taken_by_four_channels_and_handled_by_clauses_a_to_k() {
        Complaints complaints = SIKRO.delivery().complaints();
        assertThat(complaints.channels()).hasSize(4);
        assertThat(codes(complaints.handling())).containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k");
    }

    @Test
    @Tag("MFG-1")
    void the_legal_basis_is_a_to_d_and_the_letter_cites_all_of_it() {
        assertThat(SIKRO.legalBasis())
                .extracting(Legal::code, l -> l.citation().id().split(" tentang ")[0])
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", "Undang-Undang Nomor 25 Tahun 2009"),
                        org.assertj.core.groups.Tuple.tuple("b", "Permenkes RI Nomor 19 Tahun 2013"),
                        org.assertj.core.groups.Tuple.tuple("c", "Peraturan Wali Kota Pekanbaru Nomor 169 Tahun 2021"),
                        org.assertj.core.groups.Tuple.tuple("d", "Peraturan Wali Kota Pekanbaru Nomor 90 Tahun 2022"));
        assertThat(SIKRO.recalled()).isEqualTo(SIKRO.legalBasis());
    }

    @Test
    void the_other_inner_components_are_complete() {
        Internal internal = SIKRO.internal();
        assertThat(internal.facilities().stream().map(Facility::code)).containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
        assertThat(internal.competences()).extracting(Competence::code).containsExactly("a", "b", "c", "d");
        assertThat(codes(internal.internalControl())).containsExactly("a", "b", "c", "d");
        assertThat(internal.staffing().total()).isEqualTo(5);
        assertThat(internal.staffing().groups()).extracting(Staffing.Group::count).containsExactly(3, 1, 1);
        assertThat(codes(internal.guarantees())).containsExactly("a", "b");
        assertThat(codes(internal.safety())).containsExactly("a", "b");
        assertThat(codes(internal.evaluation())).containsExactly("a", "a.1", "a.2", "a.3", "a.4", "b");
    }

    @Test
    void every_text_of_the_service_is_also_in_english() {
        assertThat(Definitions.SIKRO_FILE.lines().filter(l -> l.matches("\\s*-? ?id: .*|.*\\{ id: .*")).count())
                .isEqualTo(Definitions.SIKRO_FILE.lines().filter(l -> l.matches("\\s*en: .*|.*\\bid: .*, en: .*")).count());
        assertThat(SIKRO.name().in(Locale.ENGLISH)).isEqualTo("Work Permit for Refractionist Opticians");
    }

    @Test
    void the_date_of_the_registration_is_asked_only_where_it_ends() {
        FormField date = SIKRO.field("strValidUntil").orElseThrow();
        assertThat(date.asked(Map.of("strValidity", "UNTIL")::get)).isTrue();
        assertThat(date.asked(Map.of("strValidity", "LIFELONG")::get)).isFalse();
        assertThat(date.asked(Map.<String, String>of()::get)).isFalse();
    }

    private static void assertRow(SopStep step, String actor, WorkDuration time, String inputs, String output) {
        assertThat(step.actor()).isEqualTo(actor);
        assertThat(step.time()).isEqualTo(time);
        assertThat(String.join(", ", step.inputs().stream().map(Text::id).toList())).isEqualTo(inputs);
        assertThat(step.output().id()).isEqualTo(output);
    }

    private static List<String> added(ApplicationKind kind, boolean represented, String secondWorkplace) {
        Set<String> always = Set.of(
                "APPLICATION_LETTER", "ID_CARD", "DIPLOMA", "STR", "HEALTH_CERTIFICATE", "WORKPLACE_LETTER", "PHOTO");
        return SIKRO.requirementsFor(kind, represented, Map.of("secondWorkplace", secondWorkplace), TODAY).stream()
                .map(Requirement::code)
                .filter(code -> !always.contains(code))
                .toList();
    }

    private static List<String> codes(List<Clause> clauses) {
        return clauses.stream().map(Clause::code).toList();
    }

    private static WorkDuration minutes(int n) {
        return new WorkDuration.Minutes(n);
    }
}

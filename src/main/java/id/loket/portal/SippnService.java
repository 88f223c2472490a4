package id.loket.portal;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.loket.document.StandardSheet;
import id.loket.document.StandardSheet.Component;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A service in the fields in which the national register of public services (SIPPN) publishes it; see {@code docs/sippn.md}.
 *
 * @param decree number of the decree that set the standard; "" where it isn't known
 */
record SippnService(
        @JsonProperty("kode") String code,
        @JsonProperty("nama_layanan") String name,
        @JsonProperty("no_sk") String decree,
        @JsonProperty("berlaku_mulai") String effectiveFrom,
        @JsonProperty("persyaratan") List<String> requirements,
        @JsonProperty("sistem_mekanisme_prosedur") List<String> procedure,
        @JsonProperty("jangka_waktu_penyelesaian") String promise,
        @JsonProperty("biaya_tarif") String fee,
        @JsonProperty("produk_pelayanan") String product,
        @JsonProperty("penanganan_pengaduan") List<String> complaints,
        @JsonProperty("dasar_hukum") List<String> legalBasis) {

    /** The words SIPPN has for a service that costs nothing. */
    private static final String FREE = "Tidak dipungut biaya";

    static SippnService of(String code, boolean free, StandardSheet sheet) {
        List<Component> d = sheet.delivery();
        return new SippnService(
                code,
                sheet.service(),
                sheet.decree() == null ? "" : sheet.decree(),
                sheet.effectiveFrom().toString(),
                lines(d.get(0)),
                lines(d.get(1)),
                String.join("; ", lines(d.get(2))),
                free ? FREE : String.join("; ", lines(d.get(3))),
                String.join("; ", lines(d.get(4))),
                lines(d.get(5)),
                lines(sheet.internal().getFirst()));
    }

    private static List<String> lines(Component component) {
        return component.lines().stream().map(StandardSheet.Line::text).toList();
    }

    /** The fields in order, lists on lines of one cell. */
    List<String> cells() {
        return List.of(
                code,
                name,
                decree,
                effectiveFrom,
                numbered(requirements),
                numbered(procedure),
                promise,
                fee,
                product,
                numbered(complaints),
                numbered(legalBasis));
    }

    static List<String> heads() {
        return List.of(
                "kode",
                "nama_layanan",
                "no_sk",
                "berlaku_mulai",
                "persyaratan",
                "sistem_mekanisme_prosedur",
                "jangka_waktu_penyelesaian",
                "biaya_tarif",
                "produk_pelayanan",
                "penanganan_pengaduan",
                "dasar_hukum");
    }

    private static String numbered(List<String> lines) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> i + 1 + ". " + lines.get(i))
                .collect(Collectors.joining("\n"));
    }
}

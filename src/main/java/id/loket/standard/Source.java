package id.loket.standard;

/**
 * Where parts of a definition were taken from.
 *
 * @param title what it is, e.g. "Standar pelayanan SIPA Kabupaten Siak, SK 14/HK/KPTS/2022"
 * @param site  where it was published, e.g. "sippn.menpan.go.id"; null where it is a regulation
 * @param used  what was taken from it; null for everything
 */
public record Source(String title, String site, String used) {
    public Source {
        new Faults().expect(title != null && !title.isBlank(), "title", "source-title").raise();
    }
}

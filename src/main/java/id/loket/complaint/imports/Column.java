package id.loket.complaint.imports;

import java.util.List;
import java.util.Locale;

/** What a table may tell of a complaint, and what such a column is usually called: in LAPOR's own table, and in the plain one. */
public enum Column {
    OUTSIDE_NUMBER("tracking id", "nomor lapor", "nomor laporan", "id laporan", "nomor tiket", "tautan", "link", "url", "nomor", "number"),
    STORY("isi laporan awal", "isi laporan", "isi laporan akhir", "isi pengaduan", "isi", "uraian", "pesan", "komentar", "text"),
    SUBJECT("judul laporan", "judul", "perihal", "topik", "title"),
    SENT_ON("tanggal laporan masuk", "tanggal laporan", "tanggal masuk", "tanggal", "waktu", "received on"),
    HAPPENED_ON("tanggal kejadian", "happened on"),
    WANTED("penyelesaian yang diminta", "harapan", "wanted solution"),
    REGISTRATION("nomor berkas", "nomor registrasi", "nomor registrasi berkas", "file number"),
    NAME("nama pelapor", "nama pengadu", "nama akun", "nama", "pelapor", "akun", "name"),
    ADDRESS("alamat pelapor", "alamat", "address"),
    PHONE("telepon pelapor", "nomor telepon", "telepon", "no hp", "nomor hp", "hp", "telephone"),
    EMAIL("surel pelapor", "email pelapor", "surel", "email", "e mail"),
    ANONYMOUS("anonim", "rahasiakan nama", "anonymous"),
    CONFIDENTIAL("rahasia", "rahasiakan isi", "confidential");

    private final List<String> names;

    Column(String... names) {
        this.names = List.of(names);
    }

    /** Best known first, as they are compared. */
    List<String> names() {
        return names;
    }

    /** Whether a table without it says too little. */
    public boolean needed() {
        return this == OUTSIDE_NUMBER || this == STORY;
    }

    /** What a column is called, as it is compared. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}

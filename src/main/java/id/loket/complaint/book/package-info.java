/** The complaint book (<i>Buku Pengaduan</i>, PGD-j2) and the monthly report that is counted from it (PGD-j3, PGD-k). */
@org.springframework.modulith.NamedInterface("book")
package id.loket.complaint.book;

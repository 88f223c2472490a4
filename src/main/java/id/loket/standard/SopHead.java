package id.loket.standard;

import java.time.LocalDate;
import java.util.List;

/**
 * The head of the SOP sheet (PermenPANRB 35/2012). Name, legal basis, date of effect and who sets it are known from the rest of the
 * definition. What isn't given is an empty box that the office fills in.
 *
 * @param number         <i>nomor SOP</i>; null where the office hasn't given one
 * @param createdOn      <i>tanggal pembuatan</i>; null where it isn't known
 * @param revisedOn      <i>tanggal revisi</i>; null for the first
 * @param qualifications <i>kualifikasi pelaksana</i>
 * @param relatedSops    <i>keterkaitan</i>
 * @param equipment      <i>peralatan/perlengkapan</i>
 * @param warnings       <i>peringatan</i>
 * @param records        <i>pencatatan dan pendataan</i>
 */
public record SopHead(
        String number,
        LocalDate createdOn,
        LocalDate revisedOn,
        List<Text> qualifications,
        List<Text> relatedSops,
        List<Text> equipment,
        List<Text> warnings,
        List<Text> records) {

    /** The head of an SOP that nothing is known of. */
    public static final SopHead EMPTY = new SopHead(null, null, null, null, null, null, null, null);

    public SopHead {
        qualifications = Faults.copy(qualifications);
        relatedSops = Faults.copy(relatedSops);
        equipment = Faults.copy(equipment);
        warnings = Faults.copy(warnings);
        records = Faults.copy(records);
        new Faults()
                .expect(number == null || !number.isBlank(), "number", "empty-number")
                .expect(
                        createdOn == null || revisedOn == null || !revisedOn.isBefore(createdOn),
                        "revisedOn",
                        "revised-before")
                .raise();
    }
}

package id.loket.standard;

import id.loket.worktime.WorkDuration;
import java.util.List;

/**
 * The six components that are published (<i>service delivery</i>).
 *
 * @param requirements component 1
 * @param scans        what scans of the requirements may be, where a requirement says nothing else
 * @param procedure    component 2, the SOP
 * @param promise      component 3: from the complete file to the product, in the office's working time
 * @param fee          component 4
 * @param product      component 5
 * @param complaints   component 6
 */
public record Delivery(
        List<Requirement> requirements,
        ScanLimits scans,
        Sop procedure,
        WorkDuration promise,
        Fee fee,
        Text product,
        Complaints complaints) {

    public Delivery {
        requirements = Faults.copy(requirements);
        new Faults()
                .expect(!requirements.isEmpty(), "requirements", "missing-component", 1, "requirements")
                .given(scans, "scans")
                .expect(procedure != null, "procedure", "missing-component", 2, "procedure")
                .expect(promise != null, "promise", "missing-component", 3, "promise")
                .expect(fee != null, "fee", "missing-component", 4, "fee")
                .expect(product != null, "product", "missing-component", 5, "product")
                .expect(complaints != null, "complaints", "missing-component", 6, "complaints")
                .comparing("requirements")
                .unique(requirements, Requirement::code, "requirements", "code")
                .raise();
        requirements = within(requirements, scans);
    }

    private static List<Requirement> within(List<Requirement> requirements, ScanLimits scans) {
        return Reading.again(() -> requirements.stream().map(r -> r.scannedWithin(scans)).toList());
    }
}

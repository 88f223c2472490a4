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
        Faults faults = new Faults()
                .expect(!Faults.copy(requirements).isEmpty(), "requirements", "component 1, requirements, is missing")
                .given(scans, "scans")
                .expect(procedure != null, "procedure", "component 2, procedure, is missing")
                .expect(promise != null, "promise", "component 3, promise, is missing")
                .expect(fee != null, "fee", "component 4, fee, is missing; write FREE where nothing is paid")
                .expect(product != null, "product", "component 5, product, is missing")
                .expect(complaints != null, "complaints", "component 6, complaints, is missing");
        faults.raise();
        requirements = requirements.stream().map(r -> r.scannedWithin(scans)).toList();
        faults.unique(requirements, Requirement::code, "requirements", "code");
        faults.raise();
    }
}

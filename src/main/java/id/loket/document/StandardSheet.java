package id.loket.document;

import java.time.LocalDate;
import java.util.List;

/**
 * The service standard as it is published: both groups of components of PermenPANRB 15/2014 (DLV-1 to DLV-6, MFG-1 to MFG-8).
 *
 * @param service       name of the service
 * @param decree        number of the decree that set it; null leaves a blank
 * @param effectiveFrom first day in force
 * @param delivery      the six components of the service delivery
 * @param internal      the eight components of the internal management
 * @param signatory     who set it; a name that isn't known is empty
 * @param printing      when and by whom
 */
public record StandardSheet(String service, String decree, LocalDate effectiveFrom, List<Component> delivery,
        List<Component> internal, Signatory signatory, Printing printing) {

    /** A component: its name and what it says, a line each. */
    public record Component(String name, List<Line> lines) {
    }

    /** @param code letter or number in front; empty for none */
    public record Line(String code, String text) {
    }
}

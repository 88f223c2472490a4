package id.loket.document;

import java.time.LocalDate;
import java.util.List;

/**
 * A service standard as it is published: the components of both groups in two tables (PermenPANRB 15/2014).
 *
 * @param service       name of the service
 * @param decree        number of the decree that sets it; null leaves room for it
 * @param date          of the standard
 * @param effectiveOn   first day in force, in words
 * @param delivery      components of the service delivery, numbered from 1
 * @param internal      components of the inner management, numbered from 1
 * @param remarks       what is still an example, or what a reader must know; may be empty
 * @param sources       where it was taken from; may be empty
 * @param signatory     who sets it
 * @param version       of the standard, for the foot
 * @param printing      when and by whom
 */
public record StandardSheet(
        String service,
        String decree,
        LocalDate date,
        String effectiveOn,
        List<Component> delivery,
        List<Component> internal,
        List<String> remarks,
        List<String> sources,
        Signatory signatory,
        String version,
        Printing printing) {

    /**
     * One component.
     *
     * @param name  as the guideline names it
     * @param items what it says; more than one are numbered by their marks
     */
    public record Component(String name, List<Item> items) {}

    /**
     * One thing that a component says.
     *
     * @param mark  letter or number before it; null for none
     * @param text  what it says
     * @param under said below it, a line each
     */
    public record Item(String mark, String text, List<String> under) {
        public Item(String mark, String text) {
            this(mark, text, List.of());
        }
    }
}

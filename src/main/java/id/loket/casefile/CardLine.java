package id.loket.casefile;

/**
 * A control card in a list.
 *
 * @param service its name
 * @param step    where the file is, or was last
 * @param late    whether the promise is overrun, or was
 */
public record CardLine(WorkLists.Row row, String service, String step, boolean late) {}

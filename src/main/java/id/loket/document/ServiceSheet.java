package id.loket.document;

import java.util.List;

/**
 * What a service asks and promises, to hand out at the counter (SOP-1, DLV-1 to DLV-6).
 *
 * @param name         name of the service
 * @param summary      who needs it and for what
 * @param requirements what to bring
 * @param promise      the promise in words
 * @param fee          the fee in words; null prints that the service is free of charge
 * @param product      what the applicant gets
 * @param validity     how long it holds; null for nothing to say
 * @param steps        of the SOP
 * @param legalBasis   one line each
 * @param complaints   where to complain
 * @param hours        where and when the counter is open, one line each
 * @param url          the service's page: what the QR opens
 * @param standard     number and date of the published standard; null for none
 * @param printing     when and by whom
 */
public record ServiceSheet(String name, String summary, List<Requirement> requirements, String promise, String fee,
        String product, String validity, List<Step> steps, List<String> legalBasis, List<Channel> complaints,
        List<String> hours, String url, String standard, Printing printing) {

    /**
     * One thing to bring.
     *
     * @param name what
     * @param form original, copy, certified copy, scan and how many, in words; may be empty
     * @param hint more about it; null for nothing
     */
    public record Requirement(String name, String form, String hint) {
    }

    /** One step of the SOP: shape, what happens, who does it and how long it takes, all in words. */
    public record Step(int no, StepShape shape, String activity, String who, String time) {
    }
}

package id.loket.complaint;

import id.loket.complaint.handling.Reach;

/**
 * Who complained. What isn't given is empty.
 *
 * @param phone        in E.164 form
 * @param fax          in E.164 form
 * @param anonymous    whether the name is for the desk only
 * @param confidential whether the content is for the desk and those who decide only
 */
public record Complainant(
        String name, String address, String phone, String fax, String email, boolean anonymous, boolean confidential) {

    /** Nothing of who it was, as others than the desk see an anonymous complaint. */
    static Complainant hidden(boolean confidential) {
        return new Complainant("", "", "", "", "", true, confidential);
    }

    public Reach reach() {
        return new Reach(!phone.isEmpty(), !fax.isEmpty(), !email.isEmpty());
    }
}

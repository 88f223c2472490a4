package id.loket.platform.web;

import java.util.List;
import java.util.Locale;

/** The accounts that the sign-in page offers in demo mode; the office module implements it. */
public interface DemoAccounts {

    /** The password of every demo account. It is printed on the sign-in page, so it guards nothing. */
    String PASSWORD = "contoh-2026";

    /** The accounts in the order in which a file meets them. */
    List<DemoAccount> list(Locale locale);

    /**
     * @param login what to type as user name
     * @param role the role in words
     * @param work one line on what this role does
     */
    record DemoAccount(String login, String role, String work) {}
}

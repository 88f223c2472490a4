package id.loket.platform.web;

import java.util.List;

/**
 * What the sign-in page shows.
 *
 * @param failed whether the last try failed
 * @param signedOut whether the reader has just signed out
 * @param newPassword whether the reader has just chosen a new password
 * @param waitMinutes how long no further try is looked at after too many; 0: not at all
 * @param demoAccounts shown in demo mode only
 */
public record LoginPage(
        boolean failed,
        boolean signedOut,
        boolean newPassword,
        long waitMinutes,
        List<DemoAccounts.DemoAccount> demoAccounts) {}

package id.loket.platform.web;

import java.util.List;

/**
 * What the sign-in page shows.
 *
 * @param failed whether the last try failed
 * @param signedOut whether the reader has just signed out
 * @param demoAccounts shown in demo mode only
 */
public record LoginPage(boolean failed, boolean signedOut, List<DemoAccounts.DemoAccount> demoAccounts) {}

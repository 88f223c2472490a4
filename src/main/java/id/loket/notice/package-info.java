/**
 * Notices to applicants and officers by SMS, e-mail, letter or call (MFG-6a). A module that has something to say calls
 * {@link id.loket.notice.Notices#post} in the transaction that gives the cause; after it the notice is delivered, through a
 * {@link id.loket.notice.Carrier}, until it is sent or a person is asked to call.
 */
package id.loket.notice;

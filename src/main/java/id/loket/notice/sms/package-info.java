/** SMS: over SMPP 3.4, over a gateway asked by HTTP, or into a file; {@link id.loket.notice.sms.SmsSettings} says which. */
package id.loket.notice.sms;

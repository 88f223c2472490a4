/** E-mail over SMTP. */
package id.loket.notice.mail;

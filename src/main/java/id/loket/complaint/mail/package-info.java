/** Complaints that come by mail: read from a mailbox, put into their thread, or kept apart where a person has to look first (PGD-g). */
package id.loket.complaint.mail;

/** Complaints: taken in by every channel, decided by the right people, answered by the way they came, in one book (PGD-a to PGD-k). */
package id.loket.complaint;

/**
 * What may be done with a complaint, by whom and by when (PGD-a to PGD-i; UU 25/2009 art. 42 to 50). Plain Java: no framework, no clock of
 * its own, no database.
 */
@org.springframework.modulith.NamedInterface
package id.loket.complaint.handling;

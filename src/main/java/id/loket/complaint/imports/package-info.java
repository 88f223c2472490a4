/** Complaints that come as a table out of another system, such as LAPOR, and their answers on the way back. */
package id.loket.complaint.imports;

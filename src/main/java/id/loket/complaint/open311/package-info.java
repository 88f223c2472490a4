/** Complaints from outside applications and their state for everybody, as Open311 GeoReport v2 has it. */
package id.loket.complaint.open311;

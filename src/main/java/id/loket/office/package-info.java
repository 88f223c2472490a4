/** Offices: who they are, who works there in which role, when they are open, and how they count. */
package id.loket.office;

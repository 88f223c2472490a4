/** What citizens see: the services of an office, where their file is, and whether a permit is real. No account, no personal data beyond what they bring. */
package id.loket.portal;

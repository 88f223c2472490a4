/** Complaints that nobody of the office writes down: from the public form and from outside applications. */
@org.springframework.modulith.NamedInterface("web")
package id.loket.complaint.web;

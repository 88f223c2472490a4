/** Who is signed in and what is open to everyone. */
@org.springframework.modulith.NamedInterface("security")
package id.loket.platform.security;

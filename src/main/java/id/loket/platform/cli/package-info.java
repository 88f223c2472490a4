/** Commands of the launcher besides {@code run}. */
@org.springframework.modulith.NamedInterface("cli")
package id.loket.platform.cli;

/** The database: the embedded server, the ways in, times in columns. */
@org.springframework.modulith.NamedInterface("db")
package id.loket.platform.db;

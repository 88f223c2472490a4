/**
 * What the office promises: service definitions, one file for each version of each service, holding the 14 components of a service
 * standard (Law 25/2009 article 21, PermenPANRB 15/2014) and the SOP table in its official columns (PermenPANRB 35/2012).
 *
 * <p>The records are plain Java, immutable, and refuse in their constructors what makes no sense. {@link
 * id.loket.standard.ServiceDefinitions} reads them from YAML, {@link id.loket.standard.Standards} keeps each office's versions.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Standard")
package id.loket.standard;

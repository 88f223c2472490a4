/**
 * The flow chart of an SOP (PermenPANRB 35/2012): which symbol stands where, and how the lines run. Plain Java: no framework, no fonts, no
 * input or output. {@link id.loket.standard.chart.Flow} says what is connected, {@link id.loket.standard.chart.Chart} draws it.
 */
@org.springframework.modulith.NamedInterface("chart")
package id.loket.standard.chart;

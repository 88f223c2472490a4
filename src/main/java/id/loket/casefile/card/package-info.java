/**
 * The control card (<i>kartu kendali</i>, clauses MFG-4a to MFG-4c): the entries, the states, the one transition table, the chain and the times.
 * Plain Java: no framework, no clock of its own, no input or output.
 */
@org.springframework.modulith.NamedInterface("card")
package id.loket.casefile.card;

/**
 * Working time: office hours, holidays, joint leave, special hours, and the arithmetic on them. Every deadline of Loket is computed
 * here. Plain Java: no framework, no clock of its own, no input or output.
 */
package id.loket.worktime;

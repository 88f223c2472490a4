/**
 * The guarantees of a service (<i>jaminan pelayanan</i>, MFG-6a and MFG-6b): who is to be told what happens to a file is told, and who doesn't
 * collect within a month is written to. Hangs on the movements of files.
 */
package id.loket.guarantee;

/** What the leadership of an office looks at. */
package id.loket.oversight;

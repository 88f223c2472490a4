/** The carrier of an office that has no gateway yet, such as the demo office: a file in the data folder. */
package id.loket.notice.file;

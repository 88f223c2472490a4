/**
 * Papers of any kind: PDF, QR codes, and the check of what is handed in as a scan.
 *
 * <p>Knows nothing of files, permits or services. Whoever wants a paper fills the plain record of that paper
 * ({@link id.loket.document.PermitLetter}, {@link id.loket.document.FileReceipt} ...) and gives it to
 * {@link id.loket.document.Papers}.
 */
package id.loket.document;

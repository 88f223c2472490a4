/**
 * Inspections: when the technical team comes, what it found, and its recommendation, at the steps where a team looks at the place.
 */
package id.loket.inspection;

package id.loket.platform.web;

/**
 * Something to mend in a form.
 *
 * @param field id of the field the summary links to
 * @param message what to mend, in the reader's language
 */
public record FieldError(String field, String message) {}

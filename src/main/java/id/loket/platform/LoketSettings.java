package id.loket.platform;

/** Settings. */
public record LoketSettings(String publicUrl) {}

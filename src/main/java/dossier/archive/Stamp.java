package dossier.archive;

/// What was known of a file when it was last read: enough to tell whether it changed.
///
/// @param sizeBytes size in bytes
/// @param modifiedMillis last modification, milliseconds since 1970
/// @param sha256 lower-case hexadecimal SHA-256 of the bytes, 64 characters
/// @param sidecar fingerprint of the sidecars that apply to the file, empty when none does
public record Stamp(long sizeBytes, long modifiedMillis, String sha256, String sidecar) {}

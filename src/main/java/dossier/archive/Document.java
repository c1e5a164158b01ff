package dossier.archive;

/// A document, or an archive file, whose bytes have been seen: on disk or inside an archive file.
///
/// @param location where it is
/// @param sizeBytes size in bytes, unpacked
/// @param sha256 lower-case hexadecimal SHA-256 of its bytes, 64 characters
/// @param sidecar what its sidecars say; [Sidecar#NONE] when there is none
public record Document(Location location, long sizeBytes, String sha256, Sidecar sidecar) {

  /// The same as if its bytes could not be had: its place tells it from others.
  public Document placed() {
    return new Document(location, sizeBytes, ArchiveFile.NO_HASH, sidecar);
  }
}

package dossier.archive;

import java.nio.file.Path;

/// A file of the corpus as it lies on disk: a document, or an archive file with documents inside.
///
/// @param location where it is, below the corpus folder
/// @param path where it is on this machine
/// @param sizeBytes size in bytes
/// @param modifiedMillis last modification, milliseconds since 1970
/// @param sidecar what its sidecars say; [Sidecar#NONE] when there is none
public record Original(
    Location location, Path path, long sizeBytes, long modifiedMillis, Sidecar sidecar) {}

package dossier.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Walks the documents inside an archive file: zip, 7z, tar, ar, arj, cpio, a dump of Unix, the
/// mails of a mailbox (mbox), and a single file, or a tar file, packed with gzip, bzip2, xz,
/// compress, LZMA, LZ4, Snappy or zlib.
///
/// Encrypted 7z files and entries of zip files open with the password in their sidecar, else with
/// that of the archive they lie in. A damaged archive gives what stands before the damage.
///
/// Names of entries are data: nothing is ever written to a place an archive names. One entry lies
/// unpacked at a time (and the archives around it, where they are nested). Formats that are zip
/// files inside, such as DOCX, ODT and EPUB, are documents.
public final class ArchiveFile {

  /// SHA-256 of a document whose bytes could not be had.
  public static final String NO_HASH = "0".repeat(64);

  private ArchiveFile() {}

  /// How far an archive file may go, all nested archives together.
  ///
  /// @param entries entries at most
  /// @param unpackedBytes bytes unpacked at most
  /// @param ratio bytes unpacked at most for each byte of the outermost file, from `ratioFromBytes`
  ///   on
  /// @param ratioFromBytes up to here any ratio is allowed
  /// @param entryBytes size of one entry at most
  /// @param depth how deep archives may be nested: 1 is an archive without archives inside
  public record Limits(
      long entries,
      long unpackedBytes,
      int ratio,
      long ratioFromBytes,
      long entryBytes,
      int depth) {

    /// What the portal allows.
    public static final Limits STANDARD =
        new Limits(1_000_000, 50_000_000_000L, 200, 100_000_000, 4_000_000_000L, 8);
  }

  /// Why an entry or an archive could not be unpacked.
  public enum Problem {
    ENCRYPTED,
    DAMAGED,
    OVER_LIMIT,
    /// It is packed in a way that is not read.
    UNSUPPORTED
  }

  /// Whom walking tells. Documents come in the order of the archive, which is the same every time.
  public interface Visitor {

    /// Whether a document may be passed by without unpacking it, because it is known from an
    /// earlier walk; asked only of names that can be no archive.
    boolean passes(Location location);

    /// A document lies unpacked at `file` until this returns.
    void document(Document document, Path file);

    /// An entry is no document.
    void skipped(Document document, String rule);

    /// An entry could not be unpacked.
    void unreadable(Document document, Problem problem, String detail);

    /// An archive, the outermost or one inside it, is about to be walked.
    void opened(Document archive, String mediaType);

    /// An archive has been walked.
    ///
    /// @param documents how many documents are in it, those of archives inside it included
    /// @param cut why walking stopped before the end, empty when it did not
    void closed(Document archive, String mediaType, int documents, String cut);

    /// Work goes on; called at least once for every few megabytes.
    void progress();
  }

  /// The media type of an archive file, null when the file is something else.
  ///
  /// @param name its name, which decides where the content leaves a doubt
  /// @throws IOException when the file cannot be read
  public static @Nullable String mediaType(Path file, String name) throws IOException {
    Format format = Format.of(file, name);
    return format == null ? null : format.mediaType();
  }

  /// Whether files of this media type are walked, so that what is inside them can be had.
  public static boolean isArchive(String mediaType) {
    return Stream.of(Format.values()).anyMatch(format -> format.mediaType().equals(mediaType));
  }

  /// Walks an archive file, and the archives inside it.
  ///
  /// @param archive the archive file as a document, with what its sidecars say
  /// @param temp an own folder to unpack into, left empty
  /// @return false when the file is no archive, and nothing was told
  /// @throws IOException when the file cannot be read, or `temp` not be written
  public static boolean walk(Document archive, Path file, Path temp, Limits limits, Visitor visitor)
      throws IOException {
    Format format = Format.of(file, archive.location().name());
    if (format == null) {
      return false;
    }
    Budget budget = new Budget(limits, Files.size(file), visitor);
    new Walk(temp, limits, budget, visitor).archive(archive, file, format, 1);
    return true;
  }

  /// Copies one document out of an archive file.
  ///
  /// @param entries names of the entries from the outermost archive inwards, as
  ///   [Location#entries()] gives them
  /// @param sidecar what the archive file's sidecars say, for its password
  /// @param temp an own folder for archives inside archives, left empty
  /// @throws NoSuchFileException when there is no such entry
  /// @throws IOException when it is encrypted, damaged or over the limits
  public static void copy(
      Path file, List<String> entries, Sidecar sidecar, Path temp, Limits limits, OutputStream out)
      throws IOException {
    if (entries.isEmpty() || entries.size() > limits.depth()) {
      throw new NoSuchFileException(String.join("!/", entries));
    }
    Budget budget = new Budget(limits, Files.size(file), null);
    String name = String.valueOf(file.getFileName());
    new Fetch(temp, budget, limits).copy(file, name, entries, sidecar, out);
  }
}

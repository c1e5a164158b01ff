package dossier.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.commons.compress.PasswordRequiredException;
import org.jspecify.annotations.Nullable;

/// One walk through an archive file and the archives inside it.
final class Walk {

  private static final long SIDECARS_BYTES = 16 << 20;

  private final Path temp;
  private final ArchiveFile.Limits limits;
  private final Budget budget;
  private final ArchiveFile.Visitor visitor;
  private int documents;

  Walk(Path temp, ArchiveFile.Limits limits, Budget budget, ArchiveFile.Visitor visitor) {
    this.temp = temp;
    this.limits = limits;
    this.budget = budget;
    this.visitor = visitor;
  }

  /// Walks one archive; what goes wrong with it is told, not thrown.
  void archive(Document self, Path file, Format format, int depth) throws IOException {
    String name = self.location().name();
    Map<String, byte[]> sidecars;
    Cursor opened;
    try {
      sidecars = sidecars(file, name, format);
      opened = format.open(file, name, budget);
    } catch (IOException | RuntimeException e) {
      documents++;
      visitor.unreadable(self, problem(e), words(e));
      return;
    }
    int before = documents;
    visitor.opened(self, format.mediaType());
    String cut;
    try (Cursor cursor = opened) {
      cut = entries(self, cursor, sidecars, depth);
    }
    visitor.closed(self, format.mediaType(), documents - before, cut);
  }

  /// A first pass for the sidecars, so that they are known before their documents whatever the
  /// order. Only names are read where the format has a directory.
  private Map<String, byte[]> sidecars(Path file, String name, Format format) throws IOException {
    Map<String, byte[]> found = new HashMap<>();
    Names names = new Names();
    long bytes = 0;
    try (Cursor cursor = format.open(file, name, budget.fresh())) {
      for (Cursor.Entry e = cursor.next(); e != null; e = cursor.next()) {
        String entry = e.file() ? names.of(e.name()) : "";
        if (isSidecar(entry, e) && bytes < SIDECARS_BYTES) {
          try (InputStream in = cursor.open()) {
            byte[] yaml = in.readNBytes(Sidecars.MAX_BYTES);
            found.put(entry, yaml);
            bytes += yaml.length;
          }
        }
      }
    } catch (Budget.Exceeded e) {
      return found; // the walk itself will meet the limit and say so
    }
    return found;
  }

  private static boolean isSidecar(String name, Cursor.Entry entry) {
    return Sidecars.looksLikeOne(name)
        && noise(name) == null
        && !entry.encrypted()
        && entry.sizeBytes() <= Sidecars.MAX_BYTES;
  }

  /// @return why walking stopped before the end, empty when it did not
  private String entries(Document self, Cursor cursor, Map<String, byte[]> sidecars, int depth)
      throws IOException {
    Names names = new Names();
    while (true) {
      Cursor.Entry entry;
      try {
        entry = cursor.next();
        if (entry == null) {
          return "";
        }
        budget.entry();
      } catch (IOException | RuntimeException e) {
        return words(e);
      }
      if (entry.file()) {
        String name = names.of(entry.name());
        Sidecar sidecar = Sidecars.of(sidecars, name, self.sidecar());
        Document document =
            new Document(
                self.location().entry(name),
                Math.max(entry.sizeBytes(), 0),
                ArchiveFile.NO_HASH,
                sidecar);
        entry(document, name, entry, cursor, sidecars.containsKey(name), depth);
      }
    }
  }

  private void entry(
      Document document, String name, Cursor.Entry entry, Cursor cursor, boolean sidecar, int depth)
      throws IOException {
    boolean plainly = Format.isDocumentName(name);
    String rule = sidecar ? "sidecar" : noise(name);
    if (rule == null && document.sidecar().isIgnored()) {
      visitor.skipped(document, Sidecars.IGNORED);
      return;
    }
    if (plainly && rule == null && visitor.passes(document.location())) {
      documents++;
      return;
    }
    if (entry.encrypted()) {
      unreadable(document, ArchiveFile.Problem.ENCRYPTED, "the entry is encrypted");
      return;
    }
    Path file = Files.createTempFile(temp, "entry", "");
    try {
      Document unpacked = unpack(document, cursor, file);
      if (unpacked == null) {
        return;
      }
      Format format = plainly ? null : Format.of(file, unpacked.location().name());
      if (rule != null) {
        visitor.skipped(unpacked, rule);
      } else if (format == null) {
        documents++;
        visitor.document(unpacked, file);
      } else if (depth >= limits.depth()) {
        unreadable(unpacked, ArchiveFile.Problem.OVER_LIMIT, "archives nested too deeply");
      } else {
        archive(unpacked, file, format, depth + 1);
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /// A name that climbs is odd, but what it names is not hidden.
  private static @Nullable String noise(String name) {
    return Noise.rule(name.replace("../", ""));
  }

  private void unreadable(Document document, ArchiveFile.Problem problem, String detail) {
    documents++;
    visitor.unreadable(document, problem, detail);
  }

  /// @return the document with its true size and hash; null when it could not be unpacked, which
  ///   has then been told
  private @Nullable Document unpack(Document document, Cursor cursor, Path file)
      throws IOException {
    MessageDigest digest = Hash.sha256();
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    long before = budget.unpacked();
    try (OutputStream out = Files.newOutputStream(file)) {
      try (InputStream in = cursor.open()) {
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          size += n;
          if (size > limits.entryBytes()) {
            throw new Budget.Exceeded("larger than " + limits.entryBytes() / 1_000_000 + " MB");
          }
          digest.update(buffer, 0, n);
          write(out, buffer, n);
        }
      } catch (UncheckedIOException e) {
        throw e.getCause();
      } catch (IOException | RuntimeException e) {
        unreadable(document, problem(e), words(e));
        if (e instanceof Budget.Exceeded) {
          budget.forgive(budget.unpacked() - before);
        }
        return null;
      }
    }
    String sha256 = HexFormat.of().formatHex(digest.digest());
    return new Document(document.location(), size, sha256, document.sidecar());
  }

  /// A full disk is our trouble, not the archive's.
  private static void write(OutputStream out, byte[] buffer, int length) {
    try {
      out.write(buffer, 0, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ArchiveFile.Problem problem(Exception e) {
    return switch (e) {
      case PasswordRequiredException p -> ArchiveFile.Problem.ENCRYPTED;
      case Budget.Exceeded b -> ArchiveFile.Problem.OVER_LIMIT;
      default -> ArchiveFile.Problem.DAMAGED;
    };
  }

  static String words(Exception e) {
    return switch (problem(e)) {
      case ENCRYPTED -> "the archive is encrypted";
      case OVER_LIMIT -> String.valueOf(e.getMessage());
      case DAMAGED -> "the archive is damaged or cut off";
    };
  }
}

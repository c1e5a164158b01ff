package dossier.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One walk through an archive file and the archives inside it.
final class Walk {

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
    String password = self.sidecar().password();
    Map<String, byte[]> sidecars;
    Cursor opened;
    Cursor.Entry first;
    try {
      sidecars = InnerSidecars.of(format, file, name, password, budget);
      opened = Cursors.open(format, file, name, password, budget);
      first = first(opened);
    } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
      unreadable(self, Trouble.of(e));
      return;
    }
    int before = documents;
    visitor.opened(self, format.mediaType());
    String cut;
    try (Cursor cursor = opened) {
      cut = entries(self, cursor, first, sidecars, depth);
    }
    visitor.closed(self, format.mediaType(), documents - before, cut);
  }

  /// An archive that does not even give its first entry is damaged as a whole.
  private Cursor.@Nullable Entry first(Cursor cursor) throws IOException {
    try {
      budget.entry();
      return cursor.next();
    } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
      cursor.close();
      throw e;
    }
  }

  /// @return why walking stopped before the end, empty when it did not
  private String entries(
      Document self,
      Cursor cursor,
      Cursor.@Nullable Entry first,
      Map<String, byte[]> sidecars,
      int depth)
      throws IOException {
    Names names = new Names();
    Cursor.Entry entry = first;
    while (entry != null) {
      if (entry.file()) {
        String name = names.of(entry.name());
        Sidecar sidecar = Sidecars.of(sidecars, name, self.sidecar());
        long size = Math.max(entry.sizeBytes(), 0);
        Document document =
            new Document(self.location().entry(name), size, ArchiveFile.NO_HASH, sidecar);
        String rule = sidecars.containsKey(name) ? "sidecar" : Noise.ruleInside(name);
        if (rule != null || sidecar.isIgnored()) {
          visitor.skipped(document, rule != null ? rule : Sidecars.IGNORED);
        } else {
          entry(document, entry, cursor, depth);
        }
      }
      try {
        entry = cursor.next();
        if (entry != null) {
          budget.entry();
        }
      } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
        return Trouble.of(e).words();
      }
    }
    return cursor.cut();
  }

  private void entry(Document document, Cursor.Entry entry, Cursor cursor, int depth)
      throws IOException {
    boolean plainly = Format.isDocumentName(document.location().name());
    if (plainly && entry.sizeBytes() != 0 && visitor.passes(document.location())) {
      documents++;
      return;
    }
    if (entry.encrypted() && document.sidecar().password() == null) {
      unreadable(document, Trouble.NO_PASSWORD);
      return;
    }
    Path file = Files.createTempFile(temp, "entry", "");
    try {
      Document unpacked = unpack(document, entry, cursor, file);
      if (unpacked != null) {
        unpacked(unpacked, file, depth);
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void unpacked(Document document, Path file, int depth) throws IOException {
    String name = document.location().name();
    String rule = document.sizeBytes() == 0 ? Noise.EMPTY : Sidecars.rule(name, Set.of());
    Format format = Format.of(file, name);
    if (rule != null) {
      visitor.skipped(document, rule);
    } else if (format == null) {
      documents++;
      visitor.document(document, file);
    } else if (depth >= limits.depth()) {
      unreadable(
          document,
          new Trouble(ArchiveFile.Problem.OVER_LIMIT, "archives are nested too deeply here"));
    } else {
      archive(document, file, format, depth + 1);
    }
  }

  private void unreadable(Document document, Trouble trouble) {
    documents++;
    visitor.unreadable(document, trouble.problem(), trouble.words());
  }

  /// @return the document with its true size and hash; null when it could not be unpacked, which
  ///   has then been told
  private @Nullable Document unpack(Document document, Cursor.Entry entry, Cursor cursor, Path file)
      throws IOException {
    MessageDigest digest = Hash.sha256();
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    long before = budget.unpacked();
    // Made new and never truncated: some file systems bring a truncated file to the disk at once.
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
      try (InputStream in = cursor.open(document.sidecar().password())) {
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
      } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
        unreadable(document, entry.encrypted() ? Trouble.ofEncrypted(e) : Trouble.of(e));
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
}

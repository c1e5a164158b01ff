package dossier.archive;

import java.io.IOException;
import java.io.InputStream;
import java.lang.Character.UnicodeScript;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.regex.Pattern;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// The entries of a zip file, in the order of its directory.
final class ZipCursor implements Cursor {

  private static final Charset DOS_LATIN = Charset.forName("IBM437");
  private static final Charset DOS_CYRILLIC = Charset.forName("IBM866");

  /// A word of both alphabets comes from reading Latin letters with accents as Cyrillic.
  private static final Pattern MIXED_WORD =
      Pattern.compile("[A-Za-z]\\p{IsCyrillic}|\\p{IsCyrillic}[A-Za-z]");

  private final ZipFile zip;
  private final Path file;
  private final Budget budget;
  private final Enumeration<ZipArchiveEntry> entries;
  private @Nullable ZipArchiveEntry current;
  private @Nullable ZipVault vault;

  ZipCursor(ZipFile zip, Path file, Budget budget) {
    this.zip = zip;
    this.file = file;
    this.budget = budget;
    this.entries = zip.getEntries();
  }

  @Override
  public @Nullable Entry next() {
    if (!entries.hasMoreElements()) {
      return null;
    }
    ZipArchiveEntry entry = entries.nextElement();
    current = entry;
    return new Entry(
        name(entry),
        !entry.isDirectory() && !entry.isUnixSymlink(),
        entry.getGeneralPurposeBit().usesEncryption(),
        entry.getSize());
  }

  @Override
  public InputStream open(@Nullable String password) throws IOException {
    ZipArchiveEntry entry = current;
    if (entry == null) {
      throw new IllegalStateException("no entry yet");
    }
    if (!entry.getGeneralPurposeBit().usesEncryption()) {
      return budget.counted(zip.getInputStream(entry));
    }
    if (password == null) {
      throw new PasswordRequiredException(entry.getName());
    }
    if (vault == null) {
      vault = new ZipVault(file);
    }
    return budget.counted(vault.open(entry, password));
  }

  /// Zip files say whether a name is UTF-8 or in the code page of DOS; Windows, and many programs,
  /// write other code pages without saying so. UTF-8 that decodes is UTF-8; a name whose letters
  /// are all Cyrillic in the Russian code page is taken for that.
  static String name(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    if (raw == null
        || entry.getNameSource() != ZipArchiveEntry.NameSource.NAME
        || entry.getGeneralPurposeBit().usesUTF8ForNames()) {
      return entry.getName();
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      String cyrillic = new String(raw, DOS_CYRILLIC);
      boolean allCyrillic =
          !MIXED_WORD.matcher(cyrillic).find()
              && cyrillic
                  .chars()
                  .filter(c -> c > 0x7f)
                  .allMatch(c -> UnicodeScript.of(c) == UnicodeScript.CYRILLIC);
      return allCyrillic ? cyrillic : new String(raw, DOS_LATIN);
    }
  }

  @Override
  public void close() throws IOException {
    if (vault != null) {
      vault.close();
    }
    zip.close();
  }
}

package dossier.index;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// [Ties] in a file beside the index, so that a start need not find them again. It is no part of
/// any commit and may be old: what it says of texts is true of them whenever they are held. Without
/// it, or when it is damaged, the next start takes longer, and nothing else is different.
///
/// A header and a checksum as in Lucene's own files; between them how many texts are known, their
/// hashes, how many groups, and of each how many texts and their hashes.
final class TiesFile {

  private static final Logger LOG = LoggerFactory.getLogger(TiesFile.class);

  static final String NAME = "ties";
  private static final String DRAFT = "ties.new";
  private static final String CODEC = "dossier-ties";

  /// Changes when hashes, signatures or what counts as a version do.
  private static final int VERSION = 1;

  private final Directory directory;
  private final boolean readOnly;
  private Ties kept;

  TiesFile(Directory directory, boolean readOnly) {
    this.directory = directory;
    this.readOnly = readOnly;
    this.kept = read(directory);
  }

  /// What the file says; nothing when there is none that can be read.
  Ties kept() {
    return kept;
  }

  /// Writes down what is known when more than so many texts became known since.
  void keep(Ties now, int most) {
    if (!readOnly && kept.unknown(now.known()).length > most) {
      write(now);
      kept = now;
    }
  }

  private static Ties read(Directory directory) {
    try (IndexInput whole = directory.openInput(NAME, IOContext.READONCE)) {
      CodecUtil.checksumEntireFile(whole); // before anything in it is believed
    } catch (FileNotFoundException | NoSuchFileException none) {
      return Ties.NONE;
    } catch (IOException e) {
      return unread(e);
    }
    try (ChecksumIndexInput file = directory.openChecksumInput(NAME)) {
      CodecUtil.checkHeader(file, CODEC, VERSION, VERSION);
      long[] known = values(file);
      int count = file.readVInt();
      List<long[]> groups = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        groups.add(values(file));
      }
      CodecUtil.checkFooter(file);
      return new Ties(known, groups);
    } catch (IOException e) {
      return unread(e);
    }
  }

  private static Ties unread(IOException why) {
    LOG.warn("What is known of near versions cannot be read; they are all looked for again", why);
    return Ties.NONE;
  }

  private static long[] values(IndexInput file) throws IOException {
    int size = file.readVInt();
    if (size < 0 || size > (file.length() - file.getFilePointer()) / Long.BYTES) {
      throw new CorruptIndexException("no room for " + size + " values", file);
    }
    long[] values = new long[size];
    file.readLongs(values, 0, size);
    return values;
  }

  /// Puts what is known in place of what was. A failure is told and changes nothing else: the file
  /// before it stays, or there is none.
  private void write(Ties ties) {
    try {
      IOUtils.deleteFilesIgnoringExceptions(directory, DRAFT);
      try (IndexOutput file = directory.createOutput(DRAFT, IOContext.DEFAULT)) {
        CodecUtil.writeHeader(file, CODEC, VERSION);
        write(file, ties.known());
        file.writeVInt(ties.groups().size());
        for (long[] group : ties.groups()) {
          write(file, group);
        }
        CodecUtil.writeFooter(file);
      }
      if (Arrays.asList(directory.listAll()).contains(NAME)) {
        directory.deleteFile(NAME);
      }
      directory.rename(DRAFT, NAME);
    } catch (IOException e) {
      LOG.warn("What is known of near versions cannot be kept; the next start takes longer", e);
    }
  }

  private static void write(IndexOutput file, long[] values) throws IOException {
    file.writeVInt(values.length);
    for (long value : values) {
      file.writeLong(value);
    }
  }
}

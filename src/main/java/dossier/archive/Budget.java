package dossier.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Counts what an archive file gives against its limits.
final class Budget {

  /// A limit was passed; the message says which, in plain words.
  static final class Exceeded extends IOException {
    private static final long serialVersionUID = 1L;

    Exceeded(String message) {
      super(message);
    }
  }

  private static final int PROGRESS_EVERY = 4 << 20;
  private static final int FORGIVEN = 20;

  private final ArchiveFile.Limits limits;
  private final long packedBytes;
  private final ArchiveFile.@Nullable Visitor visitor;
  private long entries;
  private long unpacked;
  private long toldAt;
  private int forgiven;

  /// @param packedBytes size of the outermost file
  Budget(ArchiveFile.Limits limits, long packedBytes, ArchiveFile.@Nullable Visitor visitor) {
    this.limits = limits;
    this.packedBytes = packedBytes;
    this.visitor = visitor;
  }

  /// The same limits, nothing spent: for a second look at the same bytes.
  Budget fresh() {
    return new Budget(limits, packedBytes, visitor);
  }

  /// Counts an entry, whatever it is.
  void entry() throws Exceeded {
    entries++;
    if (entries % 1000 == 0 && visitor != null) {
      visitor.progress();
    }
    check();
  }

  /// How many bytes came out so far.
  long unpacked() {
    return unpacked;
  }

  /// Counts bytes as they come out.
  void unpacked(long bytes) throws Exceeded {
    unpacked += bytes;
    if (unpacked - toldAt >= PROGRESS_EVERY && visitor != null) {
      toldAt = unpacked;
      visitor.progress();
    }
    check();
  }

  private void check() throws Exceeded {
    if (entries > limits.entries()) {
      throw new Exceeded("more than " + limits.entries() + " entries");
    }
    if (unpacked > limits.unpackedBytes()) {
      throw new Exceeded("unpacks to more than " + limits.unpackedBytes() / 1_000_000 + " MB");
    }
    if (unpacked > limits.ratioFromBytes() && unpacked / limits.ratio() > packedBytes) {
      throw new Exceeded("unpacks to more than " + limits.ratio() + " times its size");
    }
  }

  /// Forgets the bytes of an entry that was given up, so that those behind it still have a chance;
  /// an archive full of such entries is given up as a whole.
  void forgive(long bytes) {
    if (++forgiven <= FORGIVEN) {
      unpacked -= bytes;
    }
  }

  /// A stream whose bytes are counted, those that are skipped over too.
  InputStream counted(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int value = super.read();
        unpacked(value < 0 ? 0 : 1);
        return value;
      }

      @Override
      public int read(byte[] buffer, int from, int length) throws IOException {
        int n = super.read(buffer, from, length);
        unpacked(Math.max(n, 0));
        return n;
      }

      @Override
      public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        unpacked(skipped);
        return skipped;
      }
    };
  }
}

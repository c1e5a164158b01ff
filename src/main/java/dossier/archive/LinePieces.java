package dossier.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Parts a stream into lines with their ends, and lines that are very long into pieces.
final class LinePieces implements Closeable {

  private static final int LONGEST = 8 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[16 * LONGEST];
  private int from;
  private int to;

  LinePieces(InputStream in) {
    this.in = in;
  }

  /// The next line, or piece of one; null at the end.
  byte @Nullable [] next() throws IOException {
    if (to - from < LONGEST) {
      fill();
    }
    if (from == to) {
      return null;
    }
    int most = Math.min(to, from + LONGEST);
    int end = from;
    while (end < most && buffer[end] != '\n') {
      end++;
    }
    byte[] piece = Arrays.copyOfRange(buffer, from, Math.min(end + 1, most));
    from += piece.length;
    return piece;
  }

  private void fill() throws IOException {
    System.arraycopy(buffer, from, buffer, 0, to - from);
    to -= from;
    from = 0;
    int n = 0;
    while (n >= 0 && to < LONGEST) {
      n = in.read(buffer, to, buffer.length - to);
      to += Math.max(n, 0);
    }
  }

  /// Bytes as characters of the same numbers.
  static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

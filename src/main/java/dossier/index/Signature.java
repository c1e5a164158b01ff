package dossier.index;

import dossier.report.Report;
import dossier.report.Series;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// What is kept of a report to find its near versions: how much two texts have in common can be
/// told from their signatures alone. It is a MinHash (Broder 1997) over the runs of three words,
/// case, accents and page furniture aside; of each minimum eight bits are kept (Li and König 2010).
///
/// A row is [#MINIMA] bytes; then, as ints, what keeps two reports apart, hashed: language, series,
/// volume, issue, 0 for none; and last the number of words.
final class Signature {

  /// How many minima. The share in common is told with a standard error of at most 4.5 per cent.
  static final int MINIMA = 128;

  static final int LANGUAGE = MINIMA;
  static final int SERIES = LANGUAGE + 4;
  static final int VOLUME = SERIES + 4;
  static final int ISSUE = VOLUME + 4;
  static final int WORDS = ISSUE + 4;

  /// Bytes of a row.
  static final int LENGTH = WORDS + 4;

  /// Of fewer different runs nobody can tell a version from a report like it.
  private static final int FEWEST = 36;

  private static final int RUN = 3;
  private static final int GOLDEN = 0x9E3779B9;
  private static final int[] FACTORS = new int[MINIMA];
  private static final int[] FLIPS = new int[MINIMA];

  static {
    Random random = new Random(1997); // The same for ever: what is stored depends on it.
    for (int i = 0; i < MINIMA; i++) {
      FACTORS[i] = random.nextInt() | 1;
      FLIPS[i] = random.nextInt();
    }
  }

  private final int[] minima = new int[MINIMA];
  private final int[] last = new int[RUN];
  private final Set<Integer> runs = new HashSet<>();
  private int words;

  private Signature() {
    Arrays.fill(minima, Integer.MAX_VALUE);
  }

  /// The row of a report; null when it says too little to have versions.
  ///
  /// @param text its text without page furniture
  static @Nullable BytesRef of(Report report, String text) {
    Signature signature = new Signature();
    signature.read(text);
    if (signature.runs.size() < FEWEST) {
      return null;
    }
    ByteBuffer row = ByteBuffer.allocate(LENGTH);
    for (int minimum : signature.minima) {
      row.put((byte) ((minimum * GOLDEN) >>> 24));
    }
    Series series = report.series();
    row.putInt(hash(report.language()))
        .putInt(hash(series == null ? null : series.id()))
        .putInt(hash(series == null ? null : series.volume()))
        .putInt(hash(series == null ? null : series.issue()))
        .putInt(signature.words);
    return new BytesRef(row.array());
  }

  private static int hash(@Nullable String printed) {
    return printed == null || printed.isBlank()
        ? 0
        : mixed(Documents.number(printed).hashCode()) | 1;
  }

  private void read(String text) {
    int word = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x2E80 && Character.isIdeographic(c)) {
        take(word);
        take(c);
        word = 0;
      } else if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        // As in the hash of Fowler, Noll and Vo; the sign bit says that there is a word.
        word = ((word ^ Character.toLowerCase(c)) * 0x01000193) | (1 << 31);
      } else if (!isInside(c)) {
        take(word);
        word = 0;
      }
    }
    take(word);
  }

  /// Whether a character may stand inside a word and says nothing.
  private static boolean isInside(char c) {
    return c >= 0x80
        && switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK, Character.FORMAT -> true;
          default -> false;
        };
  }

  private void take(int word) {
    if (word == 0) {
      return;
    }
    last[words % RUN] = word;
    words++;
    if (words < RUN) {
      return;
    }
    int run = 0;
    for (int i = 0; i < RUN; i++) {
      run = (run + last[(words + i) % RUN]) * 0x85EBCA6B;
      run ^= run >>> 15;
    }
    int hash = mixed(run);
    if (runs.size() < FEWEST) {
      runs.add(hash);
    }
    for (int i = 0; i < MINIMA; i++) {
      minima[i] = Math.min(minima[i], (hash ^ FLIPS[i]) * FACTORS[i]);
    }
  }

  /// The finalizer of MurmurHash3 (Appleby).
  private static int mixed(int hash) {
    int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
    mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
    return mixed ^ (mixed >>> 16);
  }
}

package dossier.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.txt.Icu4jEncodingDetector;
import org.jspecify.annotations.Nullable;

/// The characters of a text file, in whatever encoding it is.
///
/// @param words line ends are `\n`
/// @param missing what could not be read
record TextFile(String words, List<String> missing) {

  /// More than this is not read: 64 MiB.
  private static final int LONGEST = 64 << 20;

  /// How much the guesses look at: 64 KiB.
  private static final int SAMPLE = 1 << 16;

  /// Stands for bytes that could not be decoded.
  private static final char REPLACED = '\ufffd';

  static TextFile read(Path file) throws IOException {
    return read(file, bytes -> "");
  }

  /// @param declared finds the name of the charset the file itself gives, or nothing
  static TextFile read(Path file, Function<byte[], String> declared) throws IOException {
    byte[] bytes;
    boolean cut;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LONGEST);
      cut = in.read() >= 0;
    }
    List<String> missing = cut ? List.of("The file is too long: its end was not read.") : List.of();
    return new TextFile(lines(decode(bytes, declared.apply(bytes))), missing);
  }

  /// Decodes bytes: by their mark, by the zeros of UTF-16, as UTF-8 when they are that, as
  /// declared, else by a guess from the frequency of letters.
  ///
  /// @param declared name of the charset the file itself gives, may be empty
  private static String decode(byte[] bytes, String declared) throws IOException {
    if (starts(bytes, 0xef, 0xbb, 0xbf)) {
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    }
    if (starts(bytes, 0xfe, 0xff) || starts(bytes, 0xff, 0xfe)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    Charset wide = utf16(bytes);
    if (wide != null) {
      return new String(bytes, wide);
    }
    String utf8 = utf8(bytes);
    return utf8 != null ? utf8 : new String(bytes, guess(bytes, declared));
  }

  private static boolean starts(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /// UTF-16 without a mark has zeros on one side of its pairs, but signs of Chinese may have them
  /// on the other: spaces and line ends tell the sides apart, and where no spaces are used, the
  /// commas and full stops of Chinese and Japanese.
  private static @Nullable Charset utf16(byte[] bytes) {
    int pairs = Math.min(bytes.length, SAMPLE) / 2;
    int high = 0;
    int low = 0;
    for (int i = 0; i < pairs; i++) {
      high += isSign(bytes[2 * i], bytes[2 * i + 1]) ? 1 : 0;
      low += isSign(bytes[2 * i + 1], bytes[2 * i]) ? 1 : 0;
    }
    if (Math.max(high, low) * 40 < pairs || pairs == 0) {
      return null;
    }
    if (low * 10 < high) {
      return StandardCharsets.UTF_16BE;
    }
    return high * 10 < low ? StandardCharsets.UTF_16LE : null;
  }

  private static boolean isSign(byte high, byte low) {
    return high == 0
        ? low == ' ' || low == '\n' || low == '\r'
        : (high == 0x30 && (low == 1 || low == 2)) || (high == (byte) 0xff && low == 0x0c);
  }

  /// A few bad bytes among many good characters are damage, not another charset.
  private static @Nullable String utf8(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int bad = bytes.length == LONGEST ? -1 : 0; // cut, perhaps within a character
    int good = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bad += c == REPLACED ? 1 : 0;
      good += c >= 0x80 && c != REPLACED ? 1 : 0;
    }
    bad -= bad > 0 ? replacedBefore(bytes) : 0;
    return bad <= 0 || good >= 20 * bad ? text : null;
  }

  /// How often the file itself has the sign for what could not be decoded.
  private static int replacedBefore(byte[] bytes) {
    int count = 0;
    for (int i = 2; i < bytes.length; i++) {
      boolean sign =
          bytes[i - 2] == (byte) 0xef && bytes[i - 1] == (byte) 0xbf && bytes[i] == (byte) 0xbd;
      count += sign ? 1 : 0;
    }
    return count;
  }

  private static Charset guess(byte[] bytes, String declared) throws IOException {
    try {
      if (!declared.isEmpty() && Charset.isSupported(declared)) {
        return Charset.forName(declared);
      }
    } catch (IllegalCharsetNameException e) {
      declared = ""; // whatever it says, it is not the name of a charset
    }
    byte[] sample = Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE));
    EncodingDetector detector = new Icu4jEncodingDetector();
    Charset found = detector.detect(new ByteArrayInputStream(sample), new Metadata());
    if (found == null) {
      return Charset.forName("windows-1252");
    }
    // The two differ in few letters, and the detector likes the one nobody uses any more.
    return found.name().equals("x-MacCyrillic") ? Charset.forName("windows-1251") : found;
  }

  private static String lines(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /// Whether this is no text at all: more than one character in fifty is a control character or
  /// stands for bytes that could not be decoded.
  boolean looksBinary() {
    int sample = Math.min(words.length(), SAMPLE);
    long odd =
        words
            .substring(0, sample)
            .chars()
            .filter(
                c -> (c < ' ' && c != '\n' && c != '\t' && c != '\f') || c == REPLACED || c == 0x7f)
            .count();
    return odd * 50 > sample;
  }
}

package dossier.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/// What the header of a mail says it is about, fit for a file name.
final class Subject {

  /// The line, with those that go on with it.
  private static final Pattern LINE =
      Pattern.compile(
          "^Subject:([^\\r\\n]*(?:\\r?\\n[ \\t][^\\r\\n]*){0,20})",
          Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

  private static final Pattern UNFIT = Pattern.compile("[\\s\\p{Cntrl}/\\\\:*?\"<>|!]+");

  private static final int LONGEST = 80;

  private Subject() {}

  /// At most 80 characters; empty when there is none.
  static String of(byte[] header) {
    Matcher line = LINE.matcher(text(header));
    if (!line.find()) {
      return "";
    }
    String decoded =
        DecoderUtil.decodeEncodedWords(
            line.group(1).replaceAll("[\\r\\n]+", ""), DecodeMonitor.SILENT);
    String fit = UNFIT.matcher(decoded).replaceAll(" ").strip();
    int characters = fit.codePointCount(0, fit.length());
    return characters <= LONGEST
        ? fit
        : fit.substring(0, fit.offsetByCodePoints(0, LONGEST)).strip();
  }

  private static String text(byte[] header) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(header)).toString();
    } catch (CharacterCodingException e) {
      return LinePieces.latin(header);
    }
  }
}

package dossier.web;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/// What can be said of the encoding of a plain text that somebody wrote somewhere.
final class Charsets {

  private Charsets() {}

  /// The media type to send a text under: with `charset=utf-8` when its beginning is UTF-8, else
  /// without a charset, so that the browser goes by the mark at its beginning or guesses.
  ///
  /// @param head the first bytes
  /// @param whole whether they are all there are
  static String plain(byte[] head, boolean whole) {
    ByteBuffer bytes = ByteBuffer.wrap(head);
    CharBuffer characters = CharBuffer.allocate(head.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, characters, whole);
    return result.isError() ? "text/plain" : "text/plain; charset=utf-8";
  }
}

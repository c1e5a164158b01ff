package dossier.exchange;

import dossier.exchange.OaiRequest.Verb;
import dossier.search.Engine.Chronicle.Entry;
import dossier.search.Engine.Chronicle.Mark;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// A place in a list of records: what was asked for, and behind which record it goes on. As a
/// resumption token it is all that is known of a harvest, so a token stays good for ever. It holds
/// nothing that has to be kept secret or unforged; a sum at its end tells a damaged one.
///
/// @param from the first moment; null for the beginning
/// @param until the first moment that is too late; null for no end
/// @param set as asked for; empty for all
/// @param behind null at the beginning
/// @param passed how many records come before
record OaiToken(
    Verb verb,
    @Nullable Instant from,
    @Nullable Instant until,
    String set,
    @Nullable Mark behind,
    long passed) {

  /// What is longer was not written here.
  private static final int LONGEST = 1_000;

  private static final String APART = "\n";

  /// The place behind a page.
  OaiToken next(List<Entry> page) {
    return new OaiToken(verb, from, until, set, page.getLast().mark(), passed + page.size());
  }

  /// Only a place that is not the beginning has a text.
  String text() {
    Mark place = behind;
    if (place == null) {
      return "";
    }
    String plain =
        String.join(
            APART,
            verb.written,
            from == null ? "" : from.toString(),
            until == null ? "" : until.toString(),
            set,
            place.changed().toString(),
            place.id(),
            Long.toString(passed));
    byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
    ByteBuffer whole = ByteBuffer.allocate(bytes.length + 4).put(bytes).putInt(sum(bytes));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
  }

  /// The place a text stands for; null when it stands for none of this verb.
  static @Nullable OaiToken read(String text, Verb verb) {
    if (text.length() > LONGEST) {
      return null;
    }
    try {
      byte[] whole = Base64.getUrlDecoder().decode(text);
      if (whole.length < 4) {
        return null;
      }
      byte[] bytes = new byte[whole.length - 4];
      ByteBuffer buffer = ByteBuffer.wrap(whole).get(bytes);
      String[] parts = new String(bytes, StandardCharsets.UTF_8).split(APART, -1);
      if (buffer.getInt() != sum(bytes) || parts.length != 7 || !parts[0].equals(verb.written)) {
        return null;
      }
      OaiToken place =
          new OaiToken(
              verb,
              moment(parts[1]),
              moment(parts[2]),
              parts[3],
              new Mark(Instant.parse(parts[4]), parts[5]),
              Long.parseLong(parts[6]));
      // What is written again as it stood has nothing in it that was not read.
      return place.text().equals(text) && place.passed > 0 ? place : null;
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException notOurs) {
      return null; // The harvester is told that this is no token.
    }
  }

  private static @Nullable Instant moment(String text) {
    return text.isEmpty() ? null : Instant.ofEpochMilli(Instant.parse(text).toEpochMilli());
  }

  private static int sum(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return (int) sum.getValue();
  }
}

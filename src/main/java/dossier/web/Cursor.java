package dossier.web;

import dossier.search.Hit;
import dossier.search.Hit.Place;
import dossier.search.Question;
import dossier.search.QuestionUrl;
import io.javalin.http.BadRequestResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// A place in the hits of a question as text that programs hand back unread: how many bytes long
/// the address of the question is and its CRC-32, the rank, the id and the CRC-32 of all that, in
/// base64url. It says where to go on, and nothing that has to be kept secret or unforged: the sums
/// are there to tell a mistake from a place.
final class Cursor {

  /// Longer is none: an id has 64 characters at most.
  private static final int LONGEST = 160;

  private static final int FRAME = 4 + 4 + 8 + 4;

  private Cursor() {}

  /// The text of the place behind the last of some hits; null when there is none, or none by this
  /// order.
  static @Nullable String behind(List<Hit> hits, Question question) {
    if (hits.isEmpty() || question.sort() == Question.Sort.RELEVANCE) {
      return null;
    }
    Place place = Place.behind(hits.getLast().report(), question.sort());
    byte[] id = place.id().getBytes(StandardCharsets.UTF_8);
    byte[] address = address(question);
    ByteBuffer bytes = ByteBuffer.allocate(FRAME + id.length);
    bytes.putInt(address.length).putInt(sum(address, address.length));
    bytes.putLong(place.rank()).put(id);
    bytes.putInt(sum(bytes.array(), bytes.position()));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /// The place a text stands for.
  ///
  /// @throws BadRequestResponse when it stands for none of this question: the message tells the
  ///   program's author what to do
  static Place read(String text, Question question) {
    if (question.sort() == Question.Sort.RELEVANCE) {
      throw new BadRequestResponse(
          "“after” goes with sort=newest, oldest or added: by relevance every report that comes or "
              + "goes moves the others. Use “page” there.");
    }
    ByteBuffer bytes = ByteBuffer.wrap(decoded(text));
    byte[] address = address(question);
    if (bytes.getInt() != address.length || bytes.getInt() != sum(address, address.length)) {
      throw new BadRequestResponse(
          "“after” is the place in another search: words, filters and sort must stay the same from "
              + "one page to the next. Only “size” may change.");
    }
    long rank = bytes.getLong();
    byte[] id = new byte[bytes.remaining() - 4];
    bytes.get(id);
    return new Place(rank, new String(id, StandardCharsets.UTF_8));
  }

  private static byte[] decoded(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text.length() <= LONGEST ? text : "");
      int end = bytes.length - 4;
      // What is written again as it stood has no stray bits at its end.
      boolean whole = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text);
      if (whole && end > FRAME - 4 && ByteBuffer.wrap(bytes).getInt(end) == sum(bytes, end)) {
        return bytes;
      }
    } catch (IllegalArgumentException notBase64) {
      throw damaged();
    }
    throw damaged();
  }

  private static BadRequestResponse damaged() {
    return new BadRequestResponse(
        "“after” is no place in a search: take “next” or “nextAfter” of an answer as it is, or "
            + "leave “after” out to begin again.");
  }

  private static byte[] address(Question question) {
    String address = QuestionUrl.write(question.page(1, Question.DEFAULT_SIZE));
    return address.getBytes(StandardCharsets.UTF_8);
  }

  private static int sum(byte[] bytes, int length) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, length);
    return (int) sum.getValue();
  }
}

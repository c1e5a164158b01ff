package dossier.text;

import dossier.archive.Document;
import dossier.archive.Location;
import dossier.archive.Sidecar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes and reads frames: length in bytes (4, big-endian), type (1), fields. Text is its length
/// in bytes (4) and UTF-8; null is length -1.
final class Wire {

  /// No honest frame is longer: 64 MiB.
  private static final int LONGEST = 64 << 20;

  private Wire() {}

  static void write(DataOutputStream out, Frame frame) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    encode(new DataOutputStream(bytes), frame);
    out.writeInt(bytes.size());
    bytes.writeTo(out);
    out.flush();
  }

  /// The next frame, [Frame.Gone] when the stream has ended.
  ///
  /// @throws IOException when the stream holds something else than frames
  static Frame read(DataInputStream in) throws IOException {
    try {
      int length = in.readInt();
      if (length < 1 || length > LONGEST) {
        throw new IOException("a frame of " + length + " bytes");
      }
      byte[] bytes = in.readNBytes(length);
      if (bytes.length < length) {
        return new Frame.Gone();
      }
      return decode(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (EOFException e) {
      return new Frame.Gone();
    } catch (RuntimeException e) {
      throw new IOException("not a frame", e);
    }
  }

  private static void encode(DataOutputStream out, Frame frame) throws IOException {
    switch (frame) {
      case Frame.Read read -> {
        out.writeByte(1);
        document(out, read.document());
        text(out, read.path());
        out.writeInt(read.known());
        out.writeInt(read.most());
        text(out, read.ocr());
      }
      case Frame.Answer answer -> {
        out.writeByte(2);
        out.writeBoolean(answer.wanted());
      }
      case Frame.Seen seen -> {
        out.writeByte(3);
        document(out, seen.document());
      }
      case Frame.Passages passages -> {
        out.writeByte(4);
        passages(out, passages.passages());
      }
      case Frame.Finished finished -> {
        out.writeByte(5);
        finished(out, finished);
      }
      case Frame.Refused refused -> {
        out.writeByte(6);
        document(out, refused.document());
        text(out, refused.reason().name());
        text(out, refused.detail());
        text(out, refused.mediaType());
        properties(out, refused.properties());
        text(out, refused.parser());
      }
      case Frame.Left _ -> out.writeByte(7);
      case Frame.Skipped skipped -> {
        out.writeByte(8);
        document(out, skipped.document());
        text(out, skipped.rule());
      }
      case Frame.Opened opened -> {
        out.writeByte(9);
        document(out, opened.document());
        text(out, opened.mediaType());
      }
      case Frame.Closed closed -> {
        out.writeByte(10);
        document(out, closed.document());
        text(out, closed.mediaType());
        out.writeInt(closed.documents());
        text(out, closed.cut());
      }
      case Frame.Alive alive -> {
        out.writeByte(11);
        out.writeInt(alive.characters());
      }
      case Frame.Done _ -> out.writeByte(12);
      case Frame.Gone _ -> throw new IllegalArgumentException("never sent");
    }
  }

  private static Frame decode(DataInputStream in) throws IOException {
    int type = in.readByte();
    return switch (type) {
      case 1 -> new Frame.Read(document(in), need(in), in.readInt(), in.readInt(), need(in));
      case 2 -> new Frame.Answer(in.readBoolean());
      case 3 -> new Frame.Seen(document(in));
      case 4 -> new Frame.Passages(passages(in));
      case 5 -> finished(in);
      case 6 ->
          new Frame.Refused(
              document(in), Reason.valueOf(need(in)), need(in), need(in), properties(in), need(in));
      case 7 -> new Frame.Left();
      case 8 -> new Frame.Skipped(document(in), need(in));
      case 9 -> new Frame.Opened(document(in), need(in));
      case 10 -> new Frame.Closed(document(in), need(in), in.readInt(), need(in));
      case 11 -> new Frame.Alive(in.readInt());
      case 12 -> new Frame.Done();
      default -> throw new IOException("a frame of type " + type);
    };
  }

  private static void passages(DataOutputStream out, List<Passage> passages) throws IOException {
    out.writeInt(passages.size());
    for (Passage passage : passages) {
      text(out, passage.kind().name());
      out.writeByte(passage.level());
      out.writeInt(passage.page());
      text(out, passage.text());
    }
  }

  private static List<Passage> passages(DataInputStream in) throws IOException {
    List<Passage> passages = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      passages.add(
          new Passage(Passage.Kind.valueOf(need(in)), in.readByte(), in.readInt(), need(in)));
    }
    return passages;
  }

  private static void finished(DataOutputStream out, Frame.Finished finished) throws IOException {
    text(out, finished.mediaType());
    out.writeBoolean(finished.paged());
    out.writeInt(finished.pages());
    properties(out, finished.properties());
    text(out, finished.language());
    texts(out, finished.missing());
    text(out, finished.parser());
    out.writeInt(finished.recognised());
  }

  private static void properties(DataOutputStream out, Properties properties) throws IOException {
    text(out, properties.title());
    texts(out, properties.authors());
    text(out, properties.created());
    text(out, properties.modified());
    text(out, properties.published());
    text(out, properties.description());
  }

  private static Properties properties(DataInputStream in) throws IOException {
    return new Properties(text(in), needs(in), text(in), text(in), text(in), text(in));
  }

  private static Frame.Finished finished(DataInputStream in) throws IOException {
    return new Frame.Finished(
        need(in),
        in.readBoolean(),
        in.readInt(),
        properties(in),
        need(in),
        needs(in),
        need(in),
        in.readInt());
  }

  private static void document(DataOutputStream out, Document document) throws IOException {
    text(out, document.location().path());
    out.writeLong(document.sizeBytes());
    text(out, document.sha256());
    Sidecar sidecar = document.sidecar();
    text(out, sidecar.id());
    text(out, sidecar.title());
    text(out, sidecar.series());
    text(out, sidecar.issn());
    text(out, sidecar.volume());
    text(out, sidecar.issue());
    text(out, sidecar.published());
    texts(out, sidecar.authors());
    text(out, sidecar.language());
    text(out, sidecar.summary());
    texts(out, sidecar.regions());
    texts(out, sidecar.threats());
    text(out, sidecar.password());
    Boolean ignore = sidecar.ignore();
    out.writeByte(ignore == null ? -1 : ignore ? 1 : 0);
    text(out, sidecar.fingerprint());
    texts(out, sidecar.problems());
  }

  private static Document document(DataInputStream in) throws IOException {
    return new Document(new Location(need(in)), in.readLong(), need(in), sidecar(in));
  }

  private static Sidecar sidecar(DataInputStream in) throws IOException {
    return new Sidecar(
        text(in),
        text(in),
        text(in),
        text(in),
        text(in),
        text(in),
        text(in),
        needs(in),
        text(in),
        text(in),
        texts(in),
        texts(in),
        text(in),
        ignore(in),
        need(in),
        needs(in));
  }

  private static @Nullable Boolean ignore(DataInputStream in) throws IOException {
    byte ignore = in.readByte();
    return ignore < 0 ? null : Boolean.valueOf(ignore > 0);
  }

  private static void texts(DataOutputStream out, @Nullable List<String> texts) throws IOException {
    out.writeInt(texts == null ? -1 : texts.size());
    for (String text : texts == null ? List.<String>of() : texts) {
      text(out, text);
    }
  }

  private static @Nullable List<String> texts(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(need(in));
    }
    return texts;
  }

  private static List<String> needs(DataInputStream in) throws IOException {
    List<String> texts = texts(in);
    if (texts == null) {
      throw new IOException("a list is missing");
    }
    return texts;
  }

  private static void text(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static @Nullable String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      return null;
    }
    if (length > in.available()) {
      throw new IOException("text longer than its frame");
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static String need(DataInputStream in) throws IOException {
    String text = text(in);
    if (text == null) {
      throw new IOException("a text is missing");
    }
    return text;
  }
}

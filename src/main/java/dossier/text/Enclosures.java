package dossier.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TemporaryResources;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.EmbeddedContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// Takes what lies inside a document, such as the attachments of an e-mail.
///
/// A document inside becomes a report of its own. What has no name and is plain words or HTML, such
/// as a further part of an e-mail's body, is part of the document around it. Images, sounds and
/// films hold no text and are passed by. Tika's own limits do not hold under nesting; those of the
/// [Allowance] do.
final class Enclosures implements EmbeddedDocumentExtractor {

  private final TikaReader tika;
  private final Task task;
  private final Shaper shaper;
  private final List<String> missing = new ArrayList<>();
  private int count;
  private boolean toldLimit;

  Enclosures(TikaReader tika, Task task, Shaper shaper) {
    this.tika = tika;
    this.task = task;
    this.shaper = shaper;
  }

  /// What could not be read, one sentence each.
  List<String> missing() {
    return missing;
  }

  @Override
  public boolean shouldParseEmbedded(Metadata metadata) {
    String type = metadata.get(Metadata.CONTENT_TYPE);
    return type == null || DocumentReader.holdsText(type);
  }

  @Override
  public void parseEmbedded(
      InputStream in, ContentHandler handler, Metadata metadata, boolean outputHtml)
      throws SAXException, IOException {
    try (TemporaryResources temporary = new TemporaryResources()) {
      // The parser that gave the stream closes it; an open container in it is worth keeping.
      TikaInputStream stream =
          in instanceof TikaInputStream whole
              ? whole
              : TikaInputStream.get(CloseShieldInputStream.wrap(in), temporary, metadata);
      String type = tika.type(stream, metadata);
      if (!DocumentReader.holdsText(type)) {
        return;
      }
      Allowance allowance = task.allowance().inside();
      if (allowance == null) {
        tooMany();
        return;
      }
      String name = name(metadata);
      if (name.isEmpty() && type.startsWith("text/")) {
        part(stream, handler, metadata);
      } else if (stream.getOpenContainer() != null && !stream.hasFile()) {
        count++;
        Task inner = inner(named(name, type), task.file(), allowance);
        task.inside().read(inner.name(), tika.read(inner, stream, metadata, type));
      } else {
        count++;
        task.inside().file(inner(named(name, type), stream.getPath(), allowance));
      }
    }
  }

  private Task inner(String name, Path file, Allowance allowance) {
    return new Task(name, file, allowance, task.password(), task.ocr(), task.inside());
  }

  private void tooMany() {
    if (!toldLimit) {
      missing.add("There are more documents inside it, or deeper ones, than are read.");
      toldLimit = true;
    }
  }

  private void part(TikaInputStream stream, ContentHandler handler, Metadata metadata)
      throws SAXException, IOException {
    shaper.startEmbedded();
    try {
      ContentHandler body = new EmbeddedContentHandler(new BodyContentHandler(handler));
      tika.parsePart(stream, body, metadata, task, shaper);
    } catch (EncryptedDocumentException e) {
      lost("opens only with a password");
    } catch (TikaException e) {
      if (WriteLimitReachedException.isWriteLimitReached(e)) {
        throw new SAXException(e);
      }
      lost("is damaged or of a format that is not read");
    } finally {
      shaper.endEmbedded();
    }
  }

  private static String name(Metadata metadata) {
    String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
    String clean = name == null ? "" : Tidy.clean(name, false);
    return clean.substring(clean.lastIndexOf('/') + 1);
  }

  private String named(String name, String type) {
    return name.isEmpty() ? count + tika.extension(type) : name;
  }

  private void lost(String why) {
    missing.add("A part of it " + why + ".");
  }
}

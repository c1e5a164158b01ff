package dossier.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.EmbeddedContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// Reads the documents inside a document, such as attachments of an e-mail: their text follows
/// under a heading with their name. Tika's own limits on them do not hold under nesting; these do.
final class Attachments implements EmbeddedDocumentExtractor {

  private static final int MOST = 2000;
  private static final int DEEPEST = 8;

  private final Parser parser;
  private final ParseContext context;
  private final Shaper shaper;
  private final List<String> missing = new ArrayList<>();
  private int count;
  private int depth;
  private boolean toldLimit;

  Attachments(Parser parser, ParseContext context, Shaper shaper) {
    this.parser = parser;
    this.context = context;
    this.shaper = shaper;
  }

  /// What could not be read, one sentence each.
  List<String> missing() {
    return missing;
  }

  @Override
  public boolean shouldParseEmbedded(Metadata metadata) {
    String type = metadata.get(Metadata.CONTENT_TYPE);
    if (type != null
        && (type.startsWith("image/") || type.startsWith("audio/") || type.startsWith("video/"))) {
      return false;
    }
    if (count >= MOST || depth >= DEEPEST) {
      if (!toldLimit) {
        missing.add("There are more documents inside it, or deeper ones, than are read.");
        toldLimit = true;
      }
      return false;
    }
    return true;
  }

  @Override
  public void parseEmbedded(
      InputStream in, ContentHandler handler, Metadata metadata, boolean outputHtml)
      throws SAXException, IOException {
    count++;
    depth++;
    String name = name(metadata);
    shaper.startEmbedded(name);
    try {
      // The parser that gave the stream closes it; an open container in it is worth keeping.
      InputStream stream = in instanceof TikaInputStream ? in : CloseShieldInputStream.wrap(in);
      ContentHandler body = new EmbeddedContentHandler(new BodyContentHandler(handler));
      parser.parse(stream, body, metadata, context);
    } catch (EncryptedDocumentException e) {
      lost(name, "opens only with a password");
    } catch (TikaException e) {
      if (WriteLimitReachedException.isWriteLimitReached(e)) {
        throw new SAXException(e);
      }
      lost(name, "is damaged or of a format that is not read");
    } finally {
      shaper.endEmbedded();
      depth--;
    }
  }

  private static String name(Metadata metadata) {
    String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
    String clean = name == null ? "" : Tidy.clean(name, false);
    return clean.substring(clean.lastIndexOf('/') + 1);
  }

  private void lost(String name, String why) {
    String what = name.isEmpty() ? "A document inside it " : "“" + name + "” inside it ";
    missing.add(what + why + ".");
  }
}

package dossier.text;

import java.nio.CharBuffer;
import org.apache.tika.exception.WriteLimitReachedException;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Hands Tika's XHTML to a [Shaper].
final class ShaperHandler extends DefaultHandler {

  private final Shaper shaper;

  ShaperHandler(Shaper shaper) {
    this.shaper = shaper;
  }

  @Override
  public void startElement(String uri, String local, String qualified, Attributes attributes) {
    String classes = attributes.getValue("class");
    // Tika's only lists of terms are the headers of Outlook's messages.
    Shaper.Part part = local.equals("dl") ? Shaper.Part.FURNITURE : Shaper.Part.AS_AROUND;
    shaper.start(local, classes == null ? "" : classes, part);
  }

  @Override
  public void endElement(String uri, String local, String qualified) {
    shaper.end(local);
  }

  @Override
  public void characters(char[] chars, int start, int length) throws SAXException {
    if (!shaper.text(CharBuffer.wrap(chars, start, length))) {
      throw new WriteLimitReachedException(Allowance.DOCUMENT);
    }
  }

  /// Line ends of PDF pages come this way, and tabs that only indent Tika's XHTML.
  @Override
  public void ignorableWhitespace(char[] chars, int start, int length) throws SAXException {
    if (length != 1 || chars[start] != '\t') {
      characters(chars, start, length);
    }
  }
}

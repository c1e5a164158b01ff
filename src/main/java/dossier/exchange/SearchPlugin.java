package dossier.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// How browsers and other programs search here: a description by OpenSearch 1.1
/// (<https://github.com/dewitt/opensearch>).
///
/// @param icon path of the portal's icon, an SVG
/// @param contact e-mail address of whoever runs the portal; may be empty
public record SearchPlugin(Site site, String icon, String contact) {

  /// The media type of the description.
  public static final String MEDIA_TYPE = "application/opensearchdescription+xml";

  /// The media type of suggestions in the form browsers ask for.
  public static final String SUGGESTIONS = "application/x-suggestions+json";

  private static final String NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/";

  /// The most characters of a short name.
  private static final int SHORT = 16;

  /// The description as XML.
  public byte[] write() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement("", "OpenSearchDescription", NAMESPACE);
      xml.writeDefaultNamespace(NAMESPACE);
      write(xml);
      xml.writeEndDocument();
      xml.flush();
      return out.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("memory takes every description", e);
    }
  }

  private void write(XMLStreamWriter xml) throws XMLStreamException {
    String title = Clean.line(site.title());
    int end = Math.min(SHORT, title.codePointCount(0, title.length()));
    text(xml, "ShortName", title.substring(0, title.offsetByCodePoints(0, end)).strip());
    text(xml, "LongName", title);
    text(xml, "Description", "Search the reports of " + title + " by their full text.");
    if (!contact.isEmpty()) {
      text(xml, "Contact", contact);
    }
    url(xml, "text/html", "results", "/search?q={searchTerms}&page={startPage?}");
    url(xml, Feed.ATOM, "results", "/search.atom?q={searchTerms}");
    url(xml, "application/json", "results", "/search.json?q={searchTerms}&page={startPage?}");
    url(xml, SUGGESTIONS, "suggestions", "/suggest.opensearch.json?q={searchTerms}");
    url(xml, MEDIA_TYPE, "self", "/opensearch.xml");
    xml.writeStartElement("Image");
    xml.writeAttribute("width", "16");
    xml.writeAttribute("height", "16");
    xml.writeAttribute("type", "image/svg+xml");
    xml.writeCharacters(site.at(icon));
    xml.writeEndElement();
    xml.writeEmptyElement("Query");
    xml.writeAttribute("role", "example");
    xml.writeAttribute("searchTerms", "border");
    text(xml, "Language", "*");
    text(xml, "InputEncoding", "UTF-8");
    text(xml, "OutputEncoding", "UTF-8");
  }

  private void url(XMLStreamWriter xml, String type, String relation, String template)
      throws XMLStreamException {
    xml.writeEmptyElement("Url");
    xml.writeAttribute("type", type);
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("template", site.at(template));
  }

  private static void text(XMLStreamWriter xml, String element, String text)
      throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}

package dossier.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Atom 1.0, by RFC 4287. When a report appeared is no date of the entry, which is about when it
/// came into the archive, and so stands as `dc:date`.
final class AtomFeed {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String DC = "http://purl.org/dc/elements/1.1/";

  private final Feed feed;
  private final Site site;

  AtomFeed(Feed feed, Site site) {
    this.feed = feed;
    this.site = site;
  }

  void write(OutputStream out) throws IOException {
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.setDefaultNamespace(ATOM);
      xml.writeStartElement(ATOM, "feed");
      xml.writeDefaultNamespace(ATOM);
      xml.writeNamespace("dc", DC);
      head(xml);
      for (Feed.Entry entry : feed.entries()) {
        entry(xml, entry);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException("The feed could not be written", e);
    }
  }

  private void head(XMLStreamWriter xml) throws XMLStreamException {
    text(xml, "id", site.tag(feed.page()));
    text(xml, "title", Clean.line(feed.title()));
    text(xml, "updated", feed.updated().truncatedTo(ChronoUnit.MILLIS).toString());
    link(xml, "self", Feed.ATOM, site.at(feed.atom()));
    link(xml, "alternate", "text/html", site.at(feed.page()));
    link(xml, "alternate", Feed.JSON, site.at(feed.json()));
    author(xml, Clean.line(site.title()));
  }

  private void entry(XMLStreamWriter xml, Feed.Entry entry) throws XMLStreamException {
    Reference one = Reference.of(entry.report(), site);
    xml.writeStartElement(ATOM, "entry");
    if (!one.language().isEmpty()) {
      xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", one.language());
    }
    text(xml, "id", site.tag("/r/" + one.id()));
    text(xml, "title", one.title());
    text(xml, "updated", one.added().truncatedTo(ChronoUnit.MILLIS).toString());
    link(xml, "alternate", "text/html", one.url());
    link(xml, "related", one.mediaType(), one.original());
    for (Author author : one.authors()) {
      author(xml, author.name());
    }
    categories(xml, "/region/", one.regions());
    categories(xml, "/threat/", one.threats());
    String why = Clean.line(entry.why());
    if (!why.isEmpty()) {
      text(xml, "summary", why);
    }
    if (one.published() != null) {
      xml.writeStartElement("dc", "date", DC);
      xml.writeCharacters(one.date("-"));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void categories(XMLStreamWriter xml, String path, List<Reference.Subject> labels)
      throws XMLStreamException {
    for (Reference.Subject label : labels) {
      if (label.about()) {
        xml.writeEmptyElement(ATOM, "category");
        xml.writeAttribute("term", label.id());
        xml.writeAttribute("scheme", site.at(path));
        xml.writeAttribute("label", label.label());
      }
    }
  }

  private static void author(XMLStreamWriter xml, String name) throws XMLStreamException {
    xml.writeStartElement(ATOM, "author");
    text(xml, "name", name);
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String relation, String type, String address)
      throws XMLStreamException {
    xml.writeEmptyElement(ATOM, "link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", address);
  }

  private static void text(XMLStreamWriter xml, String element, String text)
      throws XMLStreamException {
    xml.writeStartElement(ATOM, element);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}

package dossier.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// A sitemap by <https://www.sitemaps.org/protocol.html>: addresses for crawlers, or other
/// sitemaps, written one after another.
public final class Sitemap implements Closeable {

  /// How many addresses a sitemap may hold.
  public static final int MOST = 50_000;

  /// The media type.
  public static final String MEDIA_TYPE = "application/xml; charset=UTF-8";

  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

  private final XMLStreamWriter xml;
  private final Site site;
  private final String element;

  private Sitemap(OutputStream out, Site site, String whole, String element) throws IOException {
    this.site = site;
    this.element = element;
    try {
      xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement("", whole, NAMESPACE);
      xml.writeDefaultNamespace(NAMESPACE);
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /// A sitemap of pages.
  ///
  /// @param out stays the caller's to close
  /// @throws IOException when nothing can be written
  public static Sitemap pages(OutputStream out, Site site) throws IOException {
    return new Sitemap(out, site, "urlset", "url");
  }

  /// A sitemap of sitemaps.
  ///
  /// @param out stays the caller's to close
  /// @throws IOException when nothing can be written
  public static Sitemap parts(OutputStream out, Site site) throws IOException {
    return new Sitemap(out, site, "sitemapindex", "sitemap");
  }

  /// Adds an address.
  ///
  /// @param path of the portal, with nothing in it that an address escapes
  /// @param changed when it changed last; null when nothing says so
  /// @throws IOException when nothing can be written
  public void add(String path, @Nullable Instant changed) throws IOException {
    try {
      xml.writeStartElement(element);
      text("loc", site.at(path));
      if (changed != null) {
        text("lastmod", changed.truncatedTo(ChronoUnit.SECONDS).toString());
      }
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  private void text(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  /// Writes what it ends with.
  @Override
  public void close() throws IOException {
    try {
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  private static IOException failed(XMLStreamException e) {
    return e.getNestedException() instanceof IOException gone
        ? gone
        : new IOException("The sitemap could not be written", e);
  }
}

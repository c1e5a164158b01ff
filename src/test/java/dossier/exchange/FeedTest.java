package dossier.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.thaiopensource.relaxng.jaxp.CompactSyntaxSchemaFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class FeedTest {

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private static final Feed FEED =
      new Feed(
          "Dossier: sleeper & <cells> \u0000",
          "/search?q=sleeper+%26+cells",
          "/search.atom?q=sleeper+%26+cells",
          "/search.feed.json?q=sleeper+%26+cells",
          Instant.parse("2026-11-23T09:14:07.123456Z"),
          Desk.all().stream()
              .map(report -> new Feed.Entry(report, "p. 1: " + Desk.HOSTILE))
              .toList());

  @Test
  void atomKeepsToTheSchemaWhateverReportsSay() throws Exception {
    String atom = atom(FEED);

    validate(atom);
    validate(atom(new Feed("Empty", "/search", "/search.atom", "/x", Instant.EPOCH, List.of())));
    assertThrows(
        SAXException.class, () -> validate(atom.replaceFirst("<updated>[^<]*<", "<updated>x<")));
  }

  @Test
  void atomSaysWhatWasAddedWhyItMatchedAndWhatItIsAbout() throws Exception {
    Element feed = parsed(atom(FEED)).getDocumentElement();

    assertEquals("tag:archive.example.org,2026:search?q=sleeper+%26+cells", text(feed, "id", 0));
    assertEquals("2026-11-23T09:14:07.123Z", text(feed, "updated", 0));
    assertEquals(
        "https://archive.example.org/search.atom?q=sleeper+%26+cells",
        ((Element) feed.getElementsByTagNameNS(ATOM, "link").item(0)).getAttribute("href"));
    Element quiet = (Element) feed.getElementsByTagNameNS(ATOM, "entry").item(0);
    assertEquals("tag:archive.example.org,2026:r/quiet", text(quiet, "id", 0));
    assertEquals("2026-01-02T03:04:05.678Z", text(quiet, "updated", 0));
    assertEquals("p. 1: " + Clean.line(Desk.HOSTILE), text(quiet, "summary", 0));
    assertEquals(3, quiet.getElementsByTagNameNS(ATOM, "author").getLength());
    Element category = (Element) quiet.getElementsByTagNameNS(ATOM, "category").item(0);
    assertEquals("kazakhstan", category.getAttribute("term"));
    assertEquals("Kazakhstan", category.getAttribute("label"));
    assertEquals("https://archive.example.org/region/", category.getAttribute("scheme"));
    assertEquals(2, quiet.getElementsByTagNameNS(ATOM, "category").getLength());
    for (int i = 0; i < feed.getElementsByTagNameNS(ATOM, "id").getLength(); i++) {
      URI.create(text(feed, "id", i));
    }
  }

  @Test
  void jsonFeedHasWhatTheFormatAsksFor() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FEED.writeJson(out, Desk.SITE);
    JsonNode feed = new ObjectMapper().readTree(out.toByteArray());

    assertEquals("https://jsonfeed.org/version/1.1", feed.at("/version").asText());
    assertFalse(feed.at("/title").asText().isEmpty());
    assertEquals(
        "https://archive.example.org/search.feed.json?q=sleeper+%26+cells",
        feed.at("/feed_url").asText());
    assertEquals(3, feed.at("/items").size());
    for (JsonNode item : feed.at("/items")) {
      assertTrue(item.at("/id").isTextual());
      assertTrue(item.at("/content_text").isTextual());
      assertTrue(item.at("/url").asText().startsWith("https://archive.example.org/r/"));
      Instant.parse(item.at("/date_published").asText());
    }
    JsonNode quiet = feed.at("/items/0");
    assertEquals("[\"Kazakhstan\",\"Sleeper cells\"]", quiet.at("/tags").toString());
    assertEquals("Marta Oyelaran", quiet.at("/authors/0/name").asText());
    assertEquals("2024-05-02", quiet.at("/_report/published").asText());
    assertTrue(feed.at("/items/1/authors").isMissingNode(), "an empty list says nothing");
  }

  private static String atom(Feed feed) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    feed.writeAtom(out, Desk.SITE);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void validate(String atom) throws SAXException, IOException {
    Schema schema =
        new CompactSyntaxSchemaFactory()
            .newSchema(Path.of("src/test/resources/atom/atom.rnc").toFile());
    schema.newValidator().validate(new StreamSource(new StringReader(atom)));
  }

  private static Document parsed(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  private static String text(Element within, String name, int index) {
    return within.getElementsByTagNameNS(ATOM, name).item(index).getTextContent();
  }
}

package dossier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.thaiopensource.relaxng.jaxp.CompactSyntaxSchemaFactory;
import dossier.index.LuceneEngine;
import dossier.ingest.Progress;
import dossier.report.Label;
import dossier.report.Report;
import dossier.search.Engine.Change;
import dossier.search.Sample;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A harvester asks a portal over a real index; every answer is held against the schema. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OaiTest {

  private static final String HOSTILE = "]]> \u0000\u000b\uFFFE\uD800 <b>&amp; \u2028 \"'";
  private static final String ALL = "metadataPrefix=oai_dc";

  private final HttpClient client = HttpClient.newHttpClient();
  private LuceneEngine engine;
  private Portal portal;
  private Schema schema;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    schema =
        new CompactSyntaxSchemaFactory()
            .newSchema(Path.of("src/test/resources/oai/oai-pmh.rnc").toFile());
    engine = LuceneEngine.open(folder, Sample.VOCABULARIES);
    engine.write(List.of(put(Sample.report("gone").region("mali", Label.Strength.ABOUT))));
    engine.write(List.of(put(Sample.report("moved").series("Steppe Review", null, "1", "1"))));
    engine.commit();
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < 240; i++) {
      Sample report = Sample.report("r" + i).title("Report " + i).says("Text.");
      changes.add(put(i % 3 == 0 ? report.region("kazakhstan", Label.Strength.ABOUT) : report));
    }
    changes.add(
        put(
            Sample.report("odd")
                .title("Odd " + HOSTILE)
                .summary(HOSTILE)
                .author("Marta Oyelaran", HOSTILE)
                .series("Steppe Review", "9999-0016", "9", "7")
                .dated("2024-06")
                .region("asia", Label.Strength.ABOUT)
                .region("mali", Label.Strength.MENTIONS)
                .threat("sleeper-cells", Label.Strength.ABOUT)));
    changes.add(new Change.Drop("gone", null));
    changes.add(new Change.Drop("moved", "odd"));
    engine.write(changes);
    engine.commit();
    PortalSettings settings =
        new PortalSettings(
            "127.0.0.1",
            0,
            URI.create("https://archive.example.org"),
            "Steppe <Archive>",
            "corpus",
            null,
            "desk@archive.example.org",
            PortalSettings.Limits.DEFAULT);
    portal =
        Portal.start(
            settings,
            engine,
            () -> Sample.VOCABULARIES,
            PortalCase::original,
            new TestDesk(() -> Progress.NONE));
  }

  private static Change put(Sample report) {
    Report built = report.build();
    return new Change.Put(built);
  }

  @AfterAll
  void close() throws Exception {
    portal.close();
    engine.close();
    client.close();
  }

  private HttpRequest.Builder request(String parameters) {
    return HttpRequest.newBuilder(
        URI.create("http://localhost:" + portal.port() + "/oai" + parameters));
  }

  private Document get(String parameters) throws Exception {
    return read(request("?" + parameters).build());
  }

  private Document read(HttpRequest request) throws Exception {
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(200, response.statusCode());
    assertEquals(
        "text/xml;charset=utf-8",
        PortalCase.header(response, "content-type")
            .replace(" ", "")
            .toLowerCase(java.util.Locale.ROOT));
    validate(response.body());
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(response.body())));
  }

  private void validate(String xml) throws Exception {
    schema.newValidator().validate(new StreamSource(new StringReader(xml)));
  }

  private static List<String> texts(Document xml, String element) {
    NodeList found = xml.getElementsByTagNameNS("*", element);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  private static String text(Document xml, String element) {
    return texts(xml, element).getFirst();
  }

  private static Element first(Document xml, String element) {
    return (Element) xml.getElementsByTagNameNS("*", element).item(0);
  }

  @Test
  void theRepositorySaysWhoItIs() throws Exception {
    Document xml = get("verb=Identify");
    assertEquals("Steppe <Archive>", text(xml, "repositoryName"));
    assertEquals("https://archive.example.org/oai", text(xml, "baseURL"));
    assertEquals("desk@archive.example.org", text(xml, "adminEmail"));
    assertEquals("transient", text(xml, "deletedRecord"));
    assertEquals("oai:archive.example.org:quiet-rooms", text(xml, "sampleIdentifier"));
    String earliest = text(xml, "earliestDatestamp");
    Document whole = get("verb=ListIdentifiers&" + ALL + "&from=" + earliest);
    assertEquals("243", first(whole, "resumptionToken").getAttribute("completeListSize"));
    assertEquals(List.of("oai_dc"), texts(get("verb=ListMetadataFormats"), "metadataPrefix"));
    get("verb=ListMetadataFormats&identifier=oai:archive.example.org:gone");
  }

  @Test
  void theSchemaWouldTellAWrongAnswer() {
    assertThrows(SAXException.class, () -> validate("<OAI-PMH/>"));
  }

  @ParameterizedTest
  @CsvSource({
    "ListIdentifiers,''",
    "ListRecords,''",
    "ListRecords,region",
    "ListIdentifiers,region:asia"
  })
  void aHarvestHoldsEveryRecordOnce(String verb, String set) throws Exception {
    Map<String, Integer> seen = new TreeMap<>();
    String next = "verb=" + verb + "&" + ALL + (set.isEmpty() ? "" : "&set=" + set);
    int answers = 0;
    while (next != null) {
      Document xml = get(next);
      texts(xml, "identifier").stream()
          .filter(id -> id.startsWith("oai:"))
          .forEach(id -> seen.merge(id, 1, Integer::sum));
      List<String> token = texts(xml, "resumptionToken");
      next =
          token.isEmpty() || token.getFirst().isEmpty()
              ? null
              : "verb=" + verb + "&resumptionToken=" + token.getFirst();
      answers++;
    }
    assertEquals(set.isEmpty() ? 243 : set.equals("region") ? 82 : 81, seen.size());
    assertEquals(new TreeSet<>(List.of(1)), new TreeSet<>(seen.values()));
    assertEquals(set.isEmpty() ? 3 : 1, answers);
  }

  @Test
  void aRecordIsDublinCoreThatXmlCanCarry() throws Exception {
    Document xml = get("verb=GetRecord&" + ALL + "&identifier=oai:archive.example.org:odd");
    assertTrue(text(xml, "title").startsWith("Odd ]]> <b>&amp;"), text(xml, "title"));
    assertEquals("Oyelaran, Marta", text(xml, "creator"));
    assertEquals("2024-06", text(xml, "date"));
    assertEquals(List.of("Sleeper cells"), texts(xml, "subject"));
    assertEquals(List.of("Asia"), texts(xml, "coverage"));
    assertEquals("Steppe Review 9(7)", text(xml, "relation"));
    assertTrue(texts(xml, "identifier").contains("https://archive.example.org/r/odd"));
    assertEquals(
        List.of("region:asia", "threat:terrorism:sleeper-cells", "series:steppe-review"),
        texts(xml, "setSpec"));
    Document kazakhstan = get("verb=GetRecord&" + ALL + "&identifier=oai:archive.example.org:r0");
    assertEquals(
        List.of("region:asia:central-asia:kazakhstan", "region:turkic-states:kazakhstan"),
        texts(kazakhstan, "setSpec"));
  }

  @Test
  void aDroppedRecordIsDeletedAndStaysInItsSets() throws Exception {
    Document xml = get("verb=GetRecord&" + ALL + "&identifier=oai:archive.example.org:gone");
    assertEquals("deleted", first(xml, "header").getAttribute("status"));
    assertEquals(List.of("region:africa:mali"), texts(xml, "setSpec"));
    Document mali = get("verb=ListRecords&" + ALL + "&set=region:africa");
    assertEquals(List.of("oai:archive.example.org:gone"), texts(mali, "identifier"));
    Document series = get("verb=ListIdentifiers&" + ALL + "&set=series:steppe-review");
    assertEquals(2, texts(series, "identifier").size(), "the moved one too");
  }

  @Test
  void setsFollowTheVocabulary() throws Exception {
    List<String> sets = texts(get("verb=ListSets"), "setSpec");
    assertTrue(
        sets.containsAll(
            List.of(
                "region",
                "region:asia:central-asia",
                "region:turkic-states:kazakhstan",
                "threat:cyber:espionage",
                "series:steppe-review")),
        sets.toString());
    assertEquals(sets.size(), new TreeSet<>(sets).size());
  }

  @Test
  void timesAreDaysOrSeconds() throws Exception {
    String odd = "verb=GetRecord&" + ALL + "&identifier=oai:archive.example.org:odd";
    String second = text(get(odd), "datestamp");
    String day = second.substring(0, 10);
    String list = "verb=ListIdentifiers&" + ALL + "&set=series&";
    assertEquals(second, text(get(list + "from=" + second + "&until=" + second), "datestamp"));
    assertEquals(2, texts(get(list + "from=" + day + "&until=" + day), "datestamp").size());
    assertEquals("noRecordsMatch", code(list + "from=2999-01-01"));
    assertEquals("noRecordsMatch", code(list + "until=1999-01-01T00:00:00Z"));
  }

  private String code(String parameters) throws Exception {
    return first(get(parameters), "error").getAttribute("code");
  }

  @ParameterizedTest
  @CsvSource({
    "badVerb, ''",
    "badVerb, verb=Nothing",
    "badVerb, verb=Identify&verb=Identify",
    "badArgument, verb=Identify&from=2020-01-01",
    "badArgument, verb=ListRecords",
    "badArgument, verb=ListRecords&metadataPrefix=",
    "badArgument, verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc",
    "badArgument, verb=ListRecords&metadataPrefix=oai_dc&from=2020-02-30",
    "badArgument, verb=ListRecords&metadataPrefix=oai_dc&from=2020-01-01T00:00Z",
    "badArgument, verb=ListRecords&metadataPrefix=oai_dc&from=",
    "badArgument, verb=ListRecords&metadataPrefix=oai_dc&from=2020-01-01&until=2020-01-01T00:00:00Z",
    "badArgument, verb=ListRecords&metadataPrefix=oai_dc&from=2020-01-02&until=2020-01-01",
    "badArgument, verb=ListRecords&metadataPrefix=oai_dc&set=%00",
    "badArgument, verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x",
    "badArgument, verb=GetRecord&metadataPrefix=oai_dc",
    "badArgument, verb=GetRecord&metadataPrefix=oai_dc&identifier=a%20%3Cb%3E",
    "badArgument, verb=Identify&%3Cx%3E%00=1",
    "cannotDisseminateFormat, verb=ListRecords&metadataPrefix=marc21",
    "cannotDisseminateFormat, verb=GetRecord&metadataPrefix=marc21&identifier=x:y",
    "idDoesNotExist, verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:archive.example.org:nothing",
    "idDoesNotExist, verb=GetRecord&metadataPrefix=oai_dc&identifier=odd",
    "idDoesNotExist, verb=ListMetadataFormats&identifier=oai:other.example.org:odd",
    "noRecordsMatch, verb=ListRecords&metadataPrefix=oai_dc&set=region:nowhere",
    "noRecordsMatch, verb=ListRecords&metadataPrefix=oai_dc&set=region:kazakhstan",
    "badResumptionToken, verb=ListSets&resumptionToken=x",
    "badResumptionToken, verb=ListRecords&resumptionToken=",
    "badResumptionToken, verb=ListRecords&resumptionToken=%00%FF",
    "badResumptionToken, verb=ListRecords&resumptionToken=TGlzdFJlY29yZHM"
  })
  void whatCannotBeAnsweredSaysWhy(String code, String parameters) throws Exception {
    assertEquals(code, code(parameters));
  }

  @Test
  void aChangedTokenIsNone() throws Exception {
    String token = text(get("verb=ListRecords&" + ALL), "resumptionToken");
    assertEquals("badResumptionToken", code("verb=ListIdentifiers&resumptionToken=" + token));
    for (int i = 0; i < token.length(); i += 7) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      assertEquals("badResumptionToken", code("verb=ListRecords&resumptionToken=" + changed));
    }
    assertFalse(texts(get("verb=ListRecords&resumptionToken=" + token), "title").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"verb=Identify", "verb=ListRecords&metadataPrefix=oai_dc&set=threat"})
  void aFormIsAnsweredAsAnAddressIs(String form) throws Exception {
    HttpRequest post =
        request("")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    assertEquals(texts(get(form), "identifier"), texts(read(post), "identifier"));
    assertEquals(
        first(get(form), "request").getAttribute("verb"),
        first(read(post), "request").getAttribute("verb"));
  }
}

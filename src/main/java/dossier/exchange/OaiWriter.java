package dossier.exchange;

import dossier.report.Report;
import dossier.search.Engine.Chronicle.Entry;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// An answer of OAI-PMH as XML.
final class OaiWriter {

  /// The only format of records.
  static final String PREFIX = "oai_dc";

  private static final String OAI = "http://www.openarchives.org/OAI/2.0/";
  private static final String OAI_DC = OAI + "oai_dc/";
  private static final String IDENTIFIER = OAI + "oai-identifier";
  private static final String DC = "http://purl.org/dc/elements/1.1/";
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String OAI_DC_SCHEMA = OAI + "oai_dc.xsd";

  /// What the description of identifiers takes for the name of a repository.
  private static final Pattern DOMAIN =
      Pattern.compile("[A-Za-z][A-Za-z0-9-]*(\\.[A-Za-z][A-Za-z0-9-]*)+");

  private final XMLStreamWriter xml;
  private final Site site;
  private final OaiSets sets;
  private final Instant now;

  OaiWriter(OutputStream out, Site site, Instant now) throws XMLStreamException {
    this.xml =
        XMLOutputFactory.newDefaultFactory()
            .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
    this.site = site;
    this.sets = new OaiSets(site.vocabularies());
    this.now = now;
  }

  /// The id of a report; empty when this is no identifier of one here.
  static String id(String identifier, Site site) {
    String before = identifier(site, "");
    String id = identifier.startsWith(before) ? identifier.substring(before.length()) : "";
    return Report.ID.matcher(id).matches() ? id : "";
  }

  private static String identifier(Site site, String id) {
    return "oai:" + host(site) + ":" + id;
  }

  private static String host(Site site) {
    String host = URI.create(site.base()).getHost();
    return host == null ? "localhost" : host.replaceAll("[\\[\\]]", "").replace(':', '-');
  }

  /// Opens the answer to a request.
  void begin(OaiRequest request) throws XMLStreamException {
    open(request.arguments());
    start(request.verb().written);
  }

  /// The whole of a refusal.
  ///
  /// @param arguments those the answer repeats
  void refuse(Map<String, String> arguments, OaiRequest.Refusal refusal) throws XMLStreamException {
    open(arguments);
    start("error");
    xml.writeAttribute("code", refusal.code());
    xml.writeCharacters(refusal.getMessage());
  }

  private void open(Map<String, String> arguments) throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.setDefaultNamespace(OAI);
    start("OAI-PMH");
    xml.writeDefaultNamespace(OAI);
    xml.writeNamespace("xsi", XSI);
    schema(OAI, OAI + "OAI-PMH.xsd");
    text("responseDate", stamp(now));
    start("request");
    for (Map.Entry<String, String> argument : arguments.entrySet()) {
      xml.writeAttribute(argument.getKey(), argument.getValue());
    }
    xml.writeCharacters(site.at(Repository.PATH));
    xml.writeEndElement();
  }

  /// Ends what is open.
  void close() throws XMLStreamException {
    xml.writeEndDocument();
    xml.flush();
  }

  void identify(String contact, Instant earliest) throws XMLStreamException {
    text("repositoryName", Clean.line(site.title()));
    text("baseURL", site.at(Repository.PATH));
    text("protocolVersion", "2.0");
    text("adminEmail", contact.isEmpty() ? "webmaster@" + domain() : contact);
    text("earliestDatestamp", stamp(earliest));
    // A store that is built anew knows nothing of what it once held.
    text("deletedRecord", "transient");
    text("granularity", "YYYY-MM-DDThh:mm:ssZ");
    text("compression", "gzip");
    if (DOMAIN.matcher(host(site)).matches()) {
      start("description");
      xml.writeStartElement("", "oai-identifier", IDENTIFIER);
      xml.writeDefaultNamespace(IDENTIFIER);
      schema(IDENTIFIER, IDENTIFIER + ".xsd");
      own("scheme", "oai");
      own("repositoryIdentifier", host(site));
      own("delimiter", ":");
      own("sampleIdentifier", identifier(site, "quiet-rooms"));
      xml.writeEndElement();
      xml.writeEndElement();
    }
  }

  /// A name that mail can be sent to, though nobody may read it.
  private String domain() {
    return DOMAIN.matcher(host(site)).matches() ? host(site) : "localhost.invalid";
  }

  private void own(String element, String text) throws XMLStreamException {
    xml.writeStartElement("", element, IDENTIFIER);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  void formats() throws XMLStreamException {
    start("metadataFormat");
    text("metadataPrefix", PREFIX);
    text("schema", OAI_DC_SCHEMA);
    text("metadataNamespace", OAI_DC);
    xml.writeEndElement();
  }

  void sets(List<OaiSets.Named> all) throws XMLStreamException {
    for (OaiSets.Named set : all) {
      start("set");
      text("setSpec", set.spec());
      text("setName", set.name());
      xml.writeEndElement();
    }
  }

  void header(Entry entry) throws XMLStreamException {
    start("header");
    if (entry.report() == null) {
      xml.writeAttribute("status", "deleted");
    }
    text("identifier", identifier(site, entry.mark().id()));
    text("datestamp", stamp(entry.mark().changed()));
    for (String set : sets.of(entry.labels())) {
      text("setSpec", set);
    }
    xml.writeEndElement();
  }

  void record(Entry entry) throws XMLStreamException {
    start("record");
    header(entry);
    Report report = entry.report();
    if (report != null) {
      start("metadata");
      dublinCore(Reference.of(report, site));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void dublinCore(Reference one) throws XMLStreamException {
    xml.writeStartElement("oai_dc", "dc", OAI_DC);
    xml.writeNamespace("oai_dc", OAI_DC);
    xml.writeNamespace("dc", DC);
    schema(OAI_DC, OAI_DC_SCHEMA);
    dc("title", one.title());
    for (Author author : one.authors()) {
      dc("creator", author.sorted());
    }
    subjects("subject", one.threats());
    dc("description", one.summary());
    dc("publisher", one.institution());
    dc("date", one.date("-"));
    dc("type", "Text");
    dc("type", "report");
    dc("format", one.mediaType());
    dc("identifier", one.url());
    dc("source", one.issn().isEmpty() ? "" : "urn:ISSN:" + one.issn());
    dc("language", one.language());
    dc("relation", one.series().isEmpty() ? "" : (one.series() + " " + one.number()).strip());
    subjects("coverage", one.regions());
    xml.writeEndElement();
  }

  private void subjects(String element, List<Reference.Subject> labels) throws XMLStreamException {
    for (Reference.Subject label : labels) {
      if (label.about()) {
        dc(element, label.label());
      }
    }
  }

  private void dc(String element, String text) throws XMLStreamException {
    if (!text.isEmpty()) {
      xml.writeStartElement("dc", element, DC);
      xml.writeCharacters(text);
      xml.writeEndElement();
    }
  }

  /// @param token empty at the end of a list
  void token(String token, long passed, long total) throws XMLStreamException {
    start("resumptionToken");
    xml.writeAttribute("completeListSize", Long.toString(total));
    xml.writeAttribute("cursor", Long.toString(passed));
    xml.writeCharacters(token);
    xml.writeEndElement();
  }

  private static String stamp(Instant when) {
    return when.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private void schema(String namespace, String place) throws XMLStreamException {
    xml.writeAttribute("xsi", XSI, "schemaLocation", namespace + " " + place);
  }

  private void start(String element) throws XMLStreamException {
    xml.writeStartElement("", element, OAI);
  }

  private void text(String element, String text) throws XMLStreamException {
    start(element);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}

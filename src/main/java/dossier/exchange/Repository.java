package dossier.exchange;

import dossier.exchange.OaiRequest.Code;
import dossier.exchange.OaiRequest.Refusal;
import dossier.search.Engine;
import dossier.search.Engine.Chronicle;
import dossier.search.Engine.Chronicle.Entry;
import dossier.search.Engine.Chronicle.Stretch;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/// The archive as a repository of OAI-PMH 2.0
/// (<https://www.openarchives.org/OAI/openarchivesprotocol.html>), for those who harvest its
/// records. An answer holds at most [#MOST] of them, and a token to go on with.
///
/// @param engine whose reports these are
/// @param site where they are read
/// @param contact e-mail address of whoever runs the portal
public record Repository(Engine engine, Site site, String contact) {

  /// Where it is asked.
  public static final String PATH = "/oai";

  /// The media type of its answers.
  public static final String MEDIA_TYPE = "text/xml; charset=UTF-8";

  /// How many records an answer holds.
  public static final int MOST = 100;

  /// The end of a stretch without end.
  private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

  /// Answers a request.
  ///
  /// @param arguments names and values as they were sent
  /// @param now when it was asked
  /// @throws IOException when the storage fails, or nothing can be written
  public void answer(Map<String, List<String>> arguments, Instant now, OutputStream out)
      throws IOException {
    try {
      OaiWriter writer = new OaiWriter(out, site, now);
      Map<String, String> shown = Map.of();
      try {
        OaiRequest request = OaiRequest.read(arguments);
        shown = request.arguments();
        answer(request, writer);
      } catch (Refusal refusal) {
        writer.refuse(refusal.echoes() ? shown(shown, arguments) : Map.of(), refusal);
      }
      writer.close();
    } catch (XMLStreamException e) {
      throw new IOException("The answer to a harvester could not be written", e);
    }
  }

  private static Map<String, String> shown(
      Map<String, String> read, Map<String, List<String>> arguments) {
    return read.isEmpty() ? OaiRequest.single(arguments) : read;
  }

  /// What an answer consists of, put together before the first byte of it is written: until then it
  /// may become a refusal.
  private void answer(OaiRequest request, OaiWriter xml)
      throws IOException, XMLStreamException, Refusal {
    switch (request.verb()) {
      case IDENTIFY -> identify(request, xml);
      case LIST_METADATA_FORMATS -> {
        if (!request.identifier().isEmpty()) {
          entry(request);
        }
        xml.begin(request);
        xml.formats();
      }
      case LIST_SETS -> {
        OaiSets sets = new OaiSets(site.vocabularies());
        List<OaiSets.Named> all = sets.all(engine);
        xml.begin(request);
        xml.sets(all);
      }
      case GET_RECORD -> {
        Entry entry = entry(request);
        xml.begin(request);
        xml.record(entry);
      }
      case LIST_IDENTIFIERS, LIST_RECORDS -> list(request, xml);
    }
  }

  private void identify(OaiRequest request, OaiWriter xml) throws IOException, XMLStreamException {
    Stretch all = new Stretch(Instant.EPOCH, NEVER, null, "", null);
    List<Entry> first = engine.chronicle().entries(all, 1).entries();
    xml.begin(request);
    xml.identify(contact, first.isEmpty() ? Instant.EPOCH : first.getFirst().mark().changed());
  }

  private Entry entry(OaiRequest request) throws IOException, Refusal {
    String id = OaiWriter.id(request.identifier(), site);
    Entry entry = id.isEmpty() ? null : engine.chronicle().entry(id);
    if (entry == null) {
      throw new Refusal(Code.ID_DOES_NOT_EXIST, "There is no record of this identifier.");
    }
    return entry;
  }

  private void list(OaiRequest request, OaiWriter xml)
      throws IOException, XMLStreamException, Refusal {
    OaiToken place = request.place();
    Stretch stretch = stretch(place);
    Chronicle.Part part = engine.chronicle().entries(stretch, MOST + 1);
    if (part.entries().isEmpty()) {
      throw request.resumed()
          ? new Refusal(Code.BAD_RESUMPTION_TOKEN, "Nothing is left behind this place.")
          : new Refusal(
              Code.NO_RECORDS_MATCH, "No record is of this set and changed in this time.");
    }
    boolean more = part.entries().size() > MOST;
    List<Entry> page = part.entries().subList(0, Math.min(MOST, part.entries().size()));
    xml.begin(request);
    for (Entry entry : page) {
      if (request.verb() == OaiRequest.Verb.LIST_RECORDS) {
        xml.record(entry);
      } else {
        xml.header(entry);
      }
    }
    if (more || request.resumed()) {
      String next = more ? place.next(page).text() : "";
      // Records that change while they are listed move to the end, and count once.
      xml.token(next, place.passed(), Math.max(part.total(), place.passed() + page.size()));
    }
  }

  private Stretch stretch(OaiToken place) throws Refusal {
    OaiSets.Chosen set = new OaiSets(site.vocabularies()).read(place.set());
    Instant from = place.from() == null ? Instant.EPOCH : place.from();
    Instant until = place.until() == null ? NEVER : place.until();
    if (set == null) {
      throw new Refusal(Code.NO_RECORDS_MATCH, "There is no such set.");
    }
    return new Stretch(from, until, set.facet(), set.value(), place.behind());
  }
}

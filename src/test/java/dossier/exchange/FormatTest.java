package dossier.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.undercouch.citeproc.bibtex.BibTeXConverter;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.ris.RISLibrary;
import de.undercouch.citeproc.ris.RISParser;
import de.undercouch.citeproc.ris.RISReference;
import de.undercouch.citeproc.ris.RISType;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.jbibtex.LaTeXParser;
import org.jbibtex.LaTeXPrinter;
import org.junit.jupiter.api.Test;

/** What was written is read back by other people's programs. */
class FormatTest {

  private static final String TITLE = Clean.line(Desk.HOSTILE);

  @Test
  void aTableHasAHeaderAndNothingASpreadsheetComputes() throws Exception {
    String table = Desk.written(Format.CSV, Desk.all());

    assertTrue(table.startsWith("\uFEFFid,title,"), table);
    List<CSVRecord> rows = rows(table);
    assertEquals(3, rows.size());
    assertEquals("Quiet rooms along the border", rows.get(0).get("title"));
    assertEquals(
        "Marta Oyelaran; Sample OSINT Unit; Иванов Пётр Сергеевич", rows.get(0).get("authors"));
    assertEquals("2024-05-02", rows.get(0).get("published"));
    assertEquals("Kazakhstan", rows.get(0).get("regions"));
    assertEquals("Mali", rows.get(0).get("mentions"));
    assertEquals("9", rows.get(0).get("pages"));
    assertEquals("https://archive.example.org/r/quiet", rows.get(0).get("url"));
    assertEquals("", rows.get(1).get("published"));
    assertEquals("'" + TITLE, rows.get(2).get("title"));
    for (CSVRecord row : rows) {
      for (String cell : row) {
        assertFalse(cell.matches("(?s)[=+\\-@\t\r\n＝＋－＠].*"), cell);
      }
    }
    for (String cell : List.of("=1", "+1", "-1", "@x", "\tx", "\rx", "＝1")) {
      assertEquals("'" + cell, CsvExport.defused(cell));
    }
  }

  private static List<CSVRecord> rows(String table) throws Exception {
    CSVFormat form = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = form.parse(new StringReader(table.substring(1)))) {
      return parser.getRecords();
    }
  }

  @Test
  void jsonLinesAreOneObjectALine() throws Exception {
    String[] lines = Desk.written(Format.JSON_LINES, Desk.all()).split("\n", -1);

    assertEquals(4, lines.length);
    assertEquals("", lines[3]);
    JsonNode quiet = new ObjectMapper().readTree(lines[0]);
    assertEquals("Geopolitical Report", quiet.at("/series").asText());
    assertEquals("day", quiet.at("/publishedPrecision").asText());
    assertEquals("about", quiet.at("/regions/0/strength").asText());
    assertEquals("Sleeper cells", quiet.at("/threats/0/label").asText());
    assertTrue(new ObjectMapper().readTree(lines[1]).at("/published").isNull());
    assertEquals(TITLE, new ObjectMapper().readTree(lines[2]).at("/title").asText());
  }

  @Test
  void risIsReadBackAndNoTextEndsItsRecord() throws Exception {
    String ris = Desk.written(Format.RIS, Desk.all());

    RISLibrary library = new RISParser().parse(new java.io.BufferedReader(new StringReader(ris)));
    assertEquals(3, library.getReferences().size());
    RISReference quiet = library.getReferences().get(0);
    assertEquals(RISType.RPRT, quiet.getType());
    assertEquals("Quiet rooms along the border", quiet.getTitle());
    assertEquals(
        List.of("Oyelaran, Marta", "Sample OSINT Unit", "Иванов, Пётр Сергеевич"),
        List.of(quiet.getAuthors()));
    assertEquals("42", quiet.getVolume());
    assertEquals("2785-2598", quiet.getIsbnOrIssn());
    assertEquals("https://archive.example.org/r/quiet", quiet.getURL());
    assertEquals("2024", quiet.getYear());
    assertTrue(ris.contains("DA  - 2024/05/02/\r\n"), ris);
    assertTrue(ris.contains("L1  - https://archive.example.org/r/quiet/original\r\n"), ris);
    assertEquals(RISType.RPRT, library.getReferences().get(2).getType());
    assertEquals(TITLE, library.getReferences().get(2).getTitle());
  }

  @Test
  void bibtexIsReadBackAndNoTextEndsItsField() throws Exception {
    String bibtex = Desk.written(Format.BIBTEX, Desk.all());

    Map<Key, BibTeXEntry> entries = parsed(bibtex).getEntries();
    assertEquals(
        List.of("oyelaran2024quiet-quiet", "anonndnote-bare"),
        entries.keySet().stream().map(Key::getValue).limit(2).toList());
    assertEquals(3, entries.size(), bibtex);
    for (BibTeXEntry entry : entries.values()) {
      assertEquals("techreport", entry.getType().getValue());
    }
    BibTeXEntry quiet = entries.get(new Key("oyelaran2024quiet-quiet"));
    assertEquals("Sample OSINT Unit", plain(quiet, "institution"));
    assertEquals("42", plain(quiet, "volume"));
    assertEquals("13", plain(quiet, "number"));
    BibTeXEntry hostile = entries.values().stream().toList().get(2);
    // LaTeX prints an apostrophe for the straight one.
    assertEquals(narrow(TITLE).replace('\'', '’'), plain(hostile, "title"));
    CSLItemData item = new BibTeXConverter().toItemData(quiet);
    assertEquals("Oyelaran", item.getAuthor()[0].getFamily());
    assertEquals("Sample OSINT Unit", item.getAuthor()[1].getLiteral());
    assertEquals("2024", plain(quiet, "year"));
    assertEquals("May", plain(quiet, "month"));
    assertEquals("2024-05-02", plain(quiet, "date"));
  }

  private static BibTeXDatabase parsed(String bibtex) throws Exception {
    BibTeXParser parser = new BibTeXParser();
    BibTeXDatabase database = parser.parse(new StringReader(bibtex));
    assertEquals(List.of(), parser.getExceptions());
    return database;
  }

  private static String plain(BibTeXEntry entry, String field) throws Exception {
    String latex = narrow(entry.getField(new Key(field)).toUserString());
    return new LaTeXPrinter().print(new LaTeXParser().parse(new StringReader(latex)));
  }

  /** The reader of LaTeX knows no character beyond the first 65,536. */
  private static String narrow(String text) {
    return text.replace("\uD83D\uDEF0", "?");
  }

  @Test
  void cslJsonIsAnArrayOfReports() throws Exception {
    JsonNode items = new ObjectMapper().readTree(Desk.written(Format.CSL_JSON, Desk.all()));

    assertEquals(3, items.size());
    JsonNode quiet = items.get(0);
    assertEquals("report", quiet.at("/type").asText());
    assertEquals("Oyelaran", quiet.at("/author/0/family").asText());
    assertEquals("Sample OSINT Unit", quiet.at("/author/1/literal").asText());
    assertEquals("[[2024,5,2]]", quiet.at("/issued/date-parts").toString());
    assertEquals("Geopolitical Report", quiet.at("/collection-title").asText());
    assertTrue(items.get(1).at("/issued").isMissingNode());
    assertEquals("[[301]]", items.get(2).at("/issued/date-parts").toString());
    assertEquals(TITLE, items.get(2).at("/title").asText());
    assertEquals("[\n]\n", Desk.written(Format.CSL_JSON, List.of()));
  }
}

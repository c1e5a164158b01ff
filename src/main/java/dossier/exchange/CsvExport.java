package dossier.exchange;

import dossier.report.Report;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// A table by RFC 4180, with a byte order mark: without it Excel takes UTF-8 for something else.
/// Several values of a cell are parted by `; `.
final class CsvExport implements Exporter {

  /// What makes a spreadsheet compute a cell, wide forms included: see OWASP on CSV injection.
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private static final CSVFormat FORM =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "id",
              "title",
              "authors",
              "published",
              "series",
              "issn",
              "volume",
              "issue",
              "language",
              "pages",
              "type",
              "regions",
              "threats",
              "mentions",
              "summary",
              "url",
              "original",
              "added")
          .get();

  private final CSVPrinter table;
  private final Site site;

  CsvExport(Writer out, Site site) throws IOException {
    out.write('\uFEFF');
    this.table = new CSVPrinter(out, FORM);
    this.site = site;
  }

  @Override
  public void write(Report report) throws IOException {
    Reference one = Reference.of(report, site);
    List<String> cells =
        List.of(
            one.id(),
            one.title(),
            one.authors().stream().map(Author::name).collect(Collectors.joining("; ")),
            one.date("-"),
            one.series(),
            one.issn(),
            one.volume(),
            one.issue(),
            one.language(),
            one.pages() == 0 ? "" : Integer.toString(one.pages()),
            one.mediaType(),
            labels(one.regions().stream(), true),
            labels(one.threats().stream(), true),
            labels(Stream.concat(one.regions().stream(), one.threats().stream()), false),
            one.summary(),
            one.url(),
            one.original(),
            one.added().toString());
    table.printRecord(cells.stream().map(CsvExport::defused));
  }

  private static String labels(Stream<Reference.Subject> labels, boolean about) {
    return labels
        .filter(label -> label.about() == about)
        .map(Reference.Subject::label)
        .collect(Collectors.joining("; "));
  }

  /// What a spreadsheet would compute, as text.
  static String defused(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  @Override
  public void close() throws IOException {
    table.flush();
  }
}

package dossier.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import dossier.report.Published;
import dossier.report.Report;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One JSON object a line, in the words of `/search.json`.
final class JsonLinesExport implements Exporter {

  private static final ObjectMapper JSON = new ObjectMapper();

  private record Line(
      String id,
      String url,
      String original,
      String title,
      List<String> authors,
      @Nullable String series,
      @Nullable String issn,
      @Nullable String volume,
      @Nullable String issue,
      @Nullable String published,
      @Nullable String publishedPrecision,
      boolean publishedEstimated,
      @Nullable String language,
      String mediaType,
      @Nullable Integer pages,
      List<Carried> regions,
      List<Carried> threats,
      String summary,
      String added) {}

  private record Carried(String id, String label, String strength) {}

  private final Writer out;
  private final Site site;

  JsonLinesExport(Writer out, Site site) {
    this.out = out;
    this.site = site;
  }

  @Override
  public void write(Report report) throws IOException {
    Reference one = Reference.of(report, site);
    Published published = one.published();
    Line line =
        new Line(
            one.id(),
            one.url(),
            one.original(),
            one.title(),
            one.authors().stream().map(Author::name).toList(),
            known(one.series()),
            known(one.issn()),
            known(one.volume()),
            known(one.issue()),
            known(one.date("-")),
            published == null ? null : published.precision().name().toLowerCase(Locale.ROOT),
            published != null && published.source() == Published.Source.TEXT,
            known(one.language()),
            one.mediaType(),
            one.pages() == 0 ? null : one.pages(),
            carried(one.regions()),
            carried(one.threats()),
            one.summary(),
            one.added().toString());
    out.write(JSON.writeValueAsString(line));
    out.write('\n');
  }

  private static @Nullable String known(String text) {
    return text.isEmpty() ? null : text;
  }

  private static List<Carried> carried(List<Reference.Subject> labels) {
    return labels.stream()
        .map(label -> new Carried(label.id(), label.label(), label.about() ? "about" : "mentions"))
        .toList();
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}

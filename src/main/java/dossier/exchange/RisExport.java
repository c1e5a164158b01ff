package dossier.exchange;

import dossier.report.Report;
import java.io.IOException;
import java.io.Writer;

/// RIS, as reference managers read it: a report (`RPRT`) with its series as secondary title. Lines
/// end as the format wants, with CR LF.
final class RisExport implements Exporter {

  private final Writer out;
  private final Site site;

  RisExport(Writer out, Site site) {
    this.out = out;
    this.site = site;
  }

  @Override
  public void write(Report report) throws IOException {
    Reference one = Reference.of(report, site);
    line("TY", "RPRT");
    line("ID", one.id());
    line("TI", one.title());
    for (Author author : one.authors()) {
      line("AU", author.sorted());
    }
    line("T2", one.series());
    line("PB", one.institution());
    line("VL", one.volume());
    line("IS", one.issue());
    line("SN", one.issn());
    String date = one.date("/");
    line("PY", date.isEmpty() ? "" : date.substring(0, 4));
    // Year, month, day and what else there is to say, each of which may be empty.
    line("DA", date.isEmpty() ? "" : date + "/".repeat(3 - (date.length() - 4) / 3));
    line("LA", one.language());
    line("AB", one.summary());
    for (String keyword : one.keywords()) {
      line("KW", keyword);
    }
    line("UR", one.url());
    line("L1", one.mediaType().equals("application/pdf") ? one.original() : "");
    line("DB", Clean.line(site.title()));
    out.write("ER  - \r\n\r\n");
  }

  private void line(String tag, String value) throws IOException {
    if (!value.isEmpty()) {
      out.write(tag + "  - " + value + "\r\n");
    }
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}

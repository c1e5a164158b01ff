package dossier.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import dossier.report.Report;
import java.io.IOException;
import java.io.Writer;

/// CSL-JSON: one array of items.
final class CslJsonExport implements Exporter {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Writer out;
  private final Site site;
  private boolean any;

  CslJsonExport(Writer out, Site site) throws IOException {
    this.out = out;
    this.site = site;
    out.write("[");
  }

  @Override
  public void write(Report report) throws IOException {
    out.write(any ? ",\n" : "\n");
    any = true;
    out.write(JSON.writeValueAsString(CslItem.of(Reference.of(report, site))));
  }

  @Override
  public void close() throws IOException {
    out.write("\n]\n");
    out.flush();
  }
}

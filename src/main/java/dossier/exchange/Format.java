package dossier.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/// The formats reports are exported in. All are UTF-8.
public enum Format {
  /// A table, with a header, for spreadsheets.
  CSV("csv", "text/csv; charset=utf-8; header=present", "CSV table"),
  /// One JSON object a line, for programs.
  JSON_LINES("jsonl", "application/jsonl; charset=utf-8", "JSON Lines"),
  /// For EndNote, Zotero, Mendeley.
  RIS("ris", "application/x-research-info-systems; charset=utf-8", "RIS"),
  /// For LaTeX.
  BIBTEX("bib", "application/x-bibtex; charset=utf-8", "BibTeX"),
  /// For Zotero, pandoc and all that prints by the Citation Style Language.
  CSL_JSON("csl.json", "application/vnd.citationstyles.csl+json", "CSL-JSON"),
  /// For threat-intelligence platforms.
  STIX("stix.json", "application/stix+json;version=2.1", "STIX 2.1");

  private final String extension;
  private final String mediaType;
  private final String label;

  Format(String extension, String mediaType, String label) {
    this.extension = extension;
    this.mediaType = mediaType;
    this.label = label;
  }

  /// What file names end with, without the dot.
  public String extension() {
    return extension;
  }

  /// The media type, with its parameters.
  public String mediaType() {
    return mediaType;
  }

  /// What people call it.
  public String label() {
    return label;
  }

  /// Begins a file.
  ///
  /// @param out stays the caller's to close
  /// @throws IOException when nothing can be written
  public Exporter open(OutputStream out, Site site) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    return switch (this) {
      case CSV -> new CsvExport(text, site);
      case JSON_LINES -> new JsonLinesExport(text, site);
      case RIS -> new RisExport(text, site);
      case BIBTEX -> new BibtexExport(text, site);
      case CSL_JSON -> new CslJsonExport(text, site);
      case STIX -> new StixExport(text, site);
    };
  }
}

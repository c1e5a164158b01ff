package dossier.exchange;

import dossier.report.Report;
import java.time.LocalDate;
import java.util.List;

/// Prints reports in the styles of the field, by the official styles of the Citation Style
/// Language. Thread-safe.
public final class Citations {

  private final List<Style> styles =
      List.of(
          new Style("APA", "apa", "en-US", ", p. "),
          // The Chicago Manual gives a page in the text as a bare number.
          new Style("Chicago, author-date", "chicago-author-date", "en-US", ", "),
          new Style("ISO 690, author-date", "iso690-author-date-en", "en-GB", ", p. "));

  /// A report in every style.
  ///
  /// @param accessed the day it was read, which some styles name
  /// @param page the page that is cited; 0 for none
  public List<Citation> of(Report report, Site site, LocalDate accessed, int page) {
    Reference one = Reference.of(report, site);
    return styles.stream().map(style -> style.print(one, accessed, page)).toList();
  }
}

package dossier.index;

import dossier.report.Report;
import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;

/// Lets pass what is written exactly so in the text as it is stored.
record SpellingSieve(Spelled spelled) implements Sieve {

  @Override
  public Test test(LeafReaderContext leaf, int doc, String field) throws IOException {
    String text = text(Reports.whole(leaf.reader().storedFields(), doc), field);
    return (from, to) -> spelled.at(text, from);
  }

  private static String text(Report report, String field) {
    return switch (field) {
      case Fields.TITLE -> report.title();
      case Fields.SUMMARY -> report.summary();
      case Fields.AUTHOR -> String.join("\n", report.authors());
      default -> report.body().searchable();
    };
  }
}

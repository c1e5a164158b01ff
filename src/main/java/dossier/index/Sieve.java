package dossier.index;

import dossier.search.Hit.Mark;
import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.jspecify.annotations.Nullable;

/// What lets some of the places of a report pass that a query matches.
sealed interface Sieve permits PageSieve, SpellingSieve {

  /// The test for the places in a field of a report.
  Test test(LeafReaderContext leaf, int doc, String field) throws IOException;

  /// One report's test.
  interface Test {

    /// The place that is to be marked for a match from one offset to another; null when it does not
    /// pass.
    @Nullable Mark passing(int from, int to);
  }
}

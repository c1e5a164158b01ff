package dossier.bench;

import dossier.search.Dimension;
import java.util.List;
import java.util.Map;

/// Something that answers searches with a whole page.
interface Side {

  String name();

  /// Seconds of processor time the process that makes the pages has used so far.
  double processor();

  /// Makes a page and throws it away.
  ///
  /// @return its size in bytes, or what else shows that it was made
  long page(Asked asked) throws Exception;

  /// Makes a page and reads it.
  Found read(Asked asked) throws Exception;

  /// What a page says, to be compared.
  ///
  /// @param total how many reports were found
  /// @param counts reports by value for each facet; values without reports are absent
  /// @param months reports by month, `yyyy-MM`
  /// @param ids of the reports of the page, in order
  /// @param snippets how many of them show where they match
  record Found(
      long total,
      Map<Dimension, Map<String, Long>> counts,
      Map<String, Long> months,
      List<String> ids,
      int snippets) {}
}

package dossier.index;

import dossier.report.Label;
import dossier.report.Report;
import dossier.report.Vocabularies;
import dossier.report.Vocabulary;
import dossier.search.Dimension;
import dossier.search.Question.Scope;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a report belongs to for those who copy a part of the archive: the regions and threat types
/// it is about, and its series.
final class Membership {

  private Membership() {}

  /// The coded values of a report, without those above them; none of one that was not read.
  static List<String> own(@Nullable Report report) {
    List<String> own = new ArrayList<>();
    if (report == null || report.unread() != null) {
      return own;
    }
    report.regions().forEach(label -> add(own, label, Dim.REGION_ABOUT));
    report.threats().forEach(label -> add(own, label, Dim.THREAT_ABOUT));
    if (report.series() != null) {
      own.add(Dim.SERIES.code(report.series().id()));
    }
    return own;
  }

  private static void add(List<String> own, Label label, Dim dim) {
    if (label.strength() == Label.Strength.ABOUT) {
      own.add(dim.code(label.id()));
    }
  }

  /// Coded values with those above them.
  static Set<String> whole(List<String> own, Vocabularies vocabularies) {
    Set<String> whole = new TreeSet<>(own);
    for (String coded : own) {
      Dim dim = Dim.of(coded);
      if (dim != Dim.SERIES) {
        Vocabulary tree = dim == Dim.REGION_ABOUT ? vocabularies.regions() : vocabularies.threats();
        tree.ancestors(coded.substring(1)).forEach(above -> whole.add(dim.code(above)));
      }
    }
    return whole;
  }

  /// Coded values by facet.
  static Map<Dimension, List<String>> byFacet(List<String> coded) {
    Map<Dimension, List<String>> values = new EnumMap<>(Dimension.class);
    for (Dimension facet : List.of(Dimension.REGION, Dimension.THREAT, Dimension.SERIES)) {
      Dim dim = Dim.of(facet, Scope.ABOUT);
      values.put(
          facet,
          coded.stream()
              .filter(value -> Dim.of(value) == dim)
              .map(value -> value.substring(1))
              .toList());
    }
    return values;
  }
}

package dossier.index;

import dossier.search.Dimension;
import dossier.search.Question.Scope;
import org.apache.lucene.index.Term;

/// What a facet value in the index is a value of. All values stand in one field, each with the
/// letter of its dimension in front.
enum Dim {
  REGION_ABOUT('r', 1),
  REGION_ANY('R', 1),
  THREAT_ABOUT('t', 2),
  THREAT_ANY('T', 2),
  SERIES('s', 4),
  LANGUAGE('l', 8),
  TYPE('f', 16),
  /// `yyyy-MM`, of reports dated to a day or month.
  MONTH('m', Dim.DATES),
  /// `yyyy`.
  YEAR('y', Dim.DATES),
  /// Of undated reports, with an empty value.
  UNDATED('u', Dim.DATES);

  /// The group of the dates among the groups of [#group].
  static final int DATES = 32;

  private final char letter;
  private final int group;

  Dim(char letter, int group) {
    this.letter = letter;
    this.group = group;
  }

  /// Where the values of a facet stand.
  static Dim of(Dimension dimension, Scope scope) {
    boolean about = scope == Scope.ABOUT;
    return switch (dimension) {
      case REGION -> about ? REGION_ABOUT : REGION_ANY;
      case THREAT -> about ? THREAT_ABOUT : THREAT_ANY;
      case SERIES -> SERIES;
      case LANGUAGE -> LANGUAGE;
      case TYPE -> TYPE;
    };
  }

  /// The dimension of a value as it stands in the index.
  static Dim of(String coded) {
    for (Dim dim : values()) {
      if (dim.letter == coded.charAt(0)) {
        return dim;
      }
    }
    throw new IllegalArgumentException("no dimension has values such as " + coded);
  }

  /// A value as it stands in the index.
  String code(String value) {
    return letter + value;
  }

  Term term(String value) {
    return new Term(Fields.FACET, code(value));
  }

  /// One bit for the facet it belongs to; [#DATES] for dates.
  int group() {
    return group;
  }
}

package dossier.index;

import dossier.report.Concept;
import dossier.report.Vocabularies;
import dossier.report.Vocabulary;
import dossier.search.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What regions and threat types are called in every language of the vocabularies, folded.
final class Labels {

  static final Labels NONE = new Labels(null, List.of());

  private final @Nullable Vocabularies vocabularies;
  private final List<Name> names;

  /// A name of a region or threat type.
  ///
  /// @param english whether it is the English one
  record Name(Dimension dimension, String id, String shown, String folded, boolean english) {}

  Labels(Vocabularies vocabularies) {
    this(
        vocabularies,
        Stream.concat(
                names(Dimension.REGION, vocabularies.regions()),
                names(Dimension.THREAT, vocabularies.threats()))
            .toList());
  }

  private Labels(@Nullable Vocabularies vocabularies, List<Name> names) {
    this.vocabularies = vocabularies;
    this.names = names;
  }

  private static Stream<Name> names(Dimension dimension, Vocabulary vocabulary) {
    List<Name> names = new ArrayList<>();
    for (Concept concept : vocabulary.all()) {
      concept
          .labels()
          .forEach((language, label) ->
              names.add(
                  new Name(
                      dimension,
                      concept.id(),
                      label,
                      Analysis.fold(label),
                      language.equals("en"))));
    }
    return names.stream();
  }

  /// Whether they are the names of these.
  boolean of(Vocabularies others) {
    return others.equals(vocabularies);
  }

  /// The names one of whose words begins so.
  ///
  /// @param typed folded
  List<Name> matching(String typed) {
    return names.stream().filter(name -> begins(name.folded(), typed)).toList();
  }

  /// Everything that these entries are called, folded.
  Set<String> of(Dimension dimension, List<String> ids) {
    return names.stream()
        .filter(name -> name.dimension() == dimension && ids.contains(name.id()))
        .map(Name::folded)
        .collect(Collectors.toSet());
  }

  /// Whether a folded text has a word from which on it begins so.
  static boolean begins(String folded, String typed) {
    return folded.startsWith(typed) || folded.contains(" " + typed);
  }
}

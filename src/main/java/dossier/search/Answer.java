package dossier.search;

import dossier.report.Vocabulary;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The answer to a question.
///
/// @param question the question as it was answered
/// @param total how many reports answer it, exactly
/// @param grouped how many of them are no hits, because a better version of each is one
/// @param took time the engine spent
/// @param notices what the reader should know, those of the query included
/// @param hits the reports of the page asked for, in order
/// @param counts for each facet, how many reports carry each of its values under the query and the
///   filters of all other facets; hierarchical facets count a report once under every ancestor;
///   values without reports are absent, chosen ones excepted
/// @param months how many reports appeared in each month (`yyyy-MM`), under the query and all
///   filters but the span
/// @param years the same for each year (`yyyy`), reports dated to a year only included
/// @param undated how many have no date, under the query and all filters but the span
/// @param also names of the query that were searched for in other spellings, too
public record Answer(
    Question question,
    long total,
    long grouped,
    Duration took,
    List<Notice> notices,
    List<Hit> hits,
    Map<Dimension, List<Count>> counts,
    Map<String, Long> months,
    Map<String, Long> years,
    long undated,
    List<Query.Also> also) {

  public Answer {
    notices = List.copyOf(notices);
    hits = List.copyOf(hits);
    also = List.copyOf(also);
  }

  /// How many hits there are on all pages together.
  public long listed() {
    return total - grouped;
  }

  /// An answer, and what is special about it.
  ///
  /// @param distinctive words and phrases that are frequent in its first reports and rare
  ///   elsewhere, most telling first; without those asked for. None on later pages, and when the
  ///   answer holds too few reports to say, or most of the archive
  public record Described(Answer answer, List<String> distinctive) {
    public Described {
      distinctive = List.copyOf(distinctive);
    }
  }

  /// How many reports carry a value of a facet.
  ///
  /// @param id the value
  /// @param name the name of a series as printed; for every other facet the id again
  /// @param reports how many
  public record Count(String id, String name, long reports) {}

  /// A value of a facet as a reader chooses it: with what is below it, and how the question stands
  /// to it.
  ///
  /// @param id the value
  /// @param label its name
  /// @param count how many reports carry it
  /// @param selected whether it is chosen
  /// @param excluded whether it is excluded
  /// @param partly whether something below it is chosen
  /// @param children the values right below it, most reports first, then by label; none in a flat
  ///   facet
  public record Value(
      String id,
      String label,
      long count,
      boolean selected,
      boolean excluded,
      boolean partly,
      List<Value> children) {
    public Value {
      children = List.copyOf(children);
    }
  }

  /// The values of a flat facet that reports carry or that are chosen or excluded: most reports
  /// first, then by label.
  public List<Value> values(Dimension dimension) {
    return FacetTree.flat(counts(dimension), question.selection(dimension));
  }

  /// The same for a hierarchical facet, as trees from the entries without parents. An entry with
  /// several parents stands under each. An entry that only leads to one that must be shown is shown
  /// too, and what the vocabulary does not know stands beside its roots.
  public List<Value> values(Dimension dimension, Vocabulary vocabulary) {
    return FacetTree.of(counts(dimension), vocabulary, question.selection(dimension));
  }

  private List<Count> counts(Dimension dimension) {
    return counts.getOrDefault(dimension, List.of());
  }

  /// Another question, for one that found little.
  ///
  /// @param label what is different, in a few words; the words to search for when the spelling is
  /// @param total how many reports answer it, at least 1
  /// @param key the name of what is different, for who says it in another language; empty for a
  ///   spelling, and `values` what stands in it
  public record Rescue(
      String label, Question question, long total, String key, List<String> values) {
    public Rescue {
      values = List.copyOf(values);
    }
  }
}

package dossier.search;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The answer to a question.
///
/// @param question the question as it was answered
/// @param total how many reports answer it, exactly
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
public record Answer(
    Question question,
    long total,
    Duration took,
    List<Notice> notices,
    List<Hit> hits,
    Map<Dimension, List<Count>> counts,
    Map<String, Long> months,
    Map<String, Long> years,
    long undated) {

  public Answer {
    notices = List.copyOf(notices);
    hits = List.copyOf(hits);
  }

  /// How many reports carry a value of a facet.
  ///
  /// @param id the value
  /// @param name the name of a series as printed; for every other facet the id again
  /// @param reports how many
  public record Count(String id, String name, long reports) {}
}

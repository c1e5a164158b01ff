package dossier.search;

import dossier.report.Published;
import dossier.report.Report;
import java.util.List;

/// A report that answers a question.
///
/// @param report the report; its passages are empty, everything else is there
/// @param snippets its two or three best passages, in reading order; the beginning of the summary
///   or text when the query has no words; none when it has no text
/// @param matches how many places of its text match
/// @param matchesByPage how many of them on each page, from page 1; of at most 60 entries, pages
///   being merged evenly beyond that; empty when the query has no words
/// @param versions how many other versions of it answer, and are no hits of their own because it
///   stands for them
public record Hit(
    Report report, List<Snippet> snippets, int matches, List<Integer> matchesByPage, int versions) {

  public Hit {
    snippets = List.copyOf(snippets);
    matchesByPage = List.copyOf(matchesByPage);
  }

  /// A piece of a report's text.
  ///
  /// @param page the page it stands on, from 1
  /// @param number the running number, from 1, of its first match among all matches of the report;
  ///   0 when it has none. The reading view marks that match with the anchor `h{number}`
  /// @param text plain text, never markup
  /// @param marks what matched, as places in `text`
  /// @param cutBefore whether text of the same passage was left out before it
  /// @param cutAfter whether text of the same passage was left out behind it
  public record Snippet(
      int page, int number, String text, List<Mark> marks, boolean cutBefore, boolean cutAfter) {
    public Snippet {
      marks = List.copyOf(marks);
    }
  }

  /// A place that matched.
  ///
  /// @param from UTF-16 offset of its first character
  /// @param to UTF-16 offset behind its last character
  public record Mark(int from, int to) {
    public Mark {
      if (from < 0 || to <= from) {
        throw new IllegalArgumentException("mark from " + from + " to " + to);
      }
    }
  }

  /// Why a report stands where it does among the hits: what adds up to its score.
  ///
  /// @param points the score; 0 when the report is not found
  /// @param parts what the words asked for add, in the order typed
  /// @param recency what its date adds; 0 unless the hits are in order of relevance
  /// @param rest what is left: everything else that counts, such as words standing close together
  public record Why(double points, List<Part> parts, double recency, double rest) {
    public Why {
      parts = List.copyOf(parts);
    }

    /// What one part of a query adds. The best of the three places counts whole, of the others a
    /// little.
    ///
    /// @param clause a word, phrase or the like
    /// @param points what it adds
    /// @param title what it would count by itself in the title; 0 when it is not there
    /// @param summary the same for the summary
    /// @param text the same for the text
    public record Part(Clause clause, double points, double title, double summary, double text) {}
  }

  /// A place in an order by date: right behind a report, whether that is still there or not. There
  /// is none by relevance, for a score is worth something only beside those of the same moment.
  ///
  /// @param rank what comes before the id, smaller first. Oldest first: the first day of
  ///   publication, as days since 1970; newest first: the same negated; without a date [#UNDATED];
  ///   by addition: milliseconds since 1970, negated
  /// @param id of the report; among equal ranks ids ascend
  public record Place(long rank, String id) {

    /// The rank of a report without a date.
    public static final long UNDATED = Long.MAX_VALUE;

    /// The place right behind a report.
    ///
    /// @throws IllegalArgumentException when the order is by relevance
    public static Place behind(Report report, Question.Sort sort) {
      Published date = report.published();
      long rank =
          switch (sort) {
            case RELEVANCE -> throw new IllegalArgumentException("no place by relevance");
            case NEWEST -> date == null ? UNDATED : -date.first().toEpochDay();
            case OLDEST -> date == null ? UNDATED : date.first().toEpochDay();
            case ADDED -> -report.added().toEpochMilli();
          };
      return new Place(rank, report.id());
    }
  }
}

package dossier.report;

import dossier.archive.Document;
import dossier.report.Published.Precision;
import dossier.report.Published.Source;
import dossier.text.Passage;
import dossier.text.Passage.Kind;
import dossier.text.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds out when a report appeared. Sources are asked in the order of [Source]; a date that lies
/// in the future or before 1900 is passed over.
///
/// @param today the last day a report can have appeared
record Dating(LocalDate today) {

  private static final Pattern ISO =
      Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?!\\d).*)?)?", Pattern.DOTALL);
  private static final Pattern NAME =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d\\d)(?:[-_.]?(0[1-9]|1[0-2])(?:[-_.]?(0[1-9]|[12]\\d|3[01]))?)?(?!\\d)");

  /// Words before a date that make it one to come, seen from the report.
  private static final Set<String> AHEAD =
      Set.of(
          "by",
          "until",
          "till",
          "before",
          "due",
          "scheduled",
          "planned",
          "expected",
          "до",
          "перед",
          "запланировано",
          "jusqu",
          "avant",
          "prévu",
          "prevu",
          "hasta",
          "antes",
          "bis",
          "vor",
          "حتى",
          "قبل",
          "تا");

  /// When the report appeared, null when nothing says so.
  @Nullable Published of(Document document, Text text, List<Passage> passages, Masthead masthead) {
    Published given = iso(document.sidecar().published(), Source.SIDECAR);
    if (given != null) {
      return given;
    }
    Dates.Found head = masthead.date();
    if (head != null) {
      return new Published(head.first(), head.precision(), Source.MASTHEAD);
    }
    Published embedded = iso(text.properties().published(), Source.METADATA);
    embedded = embedded == null ? iso(text.properties().created(), Source.METADATA) : embedded;
    if (embedded != null) {
      return embedded;
    }
    Published named = name(document.location().name());
    return named == null ? narrative(passages) : named;
  }

  /// Whether a report can have appeared then.
  boolean plausible(LocalDate first) {
    return first.getYear() >= 1900 && !first.isAfter(today);
  }

  /// Reads `yyyy`, `yyyy-MM`, `yyyy-MM-dd`, or a time on such a day; null when it is something
  /// else.
  @Nullable Published iso(@Nullable String given, Source source) {
    Matcher parts = ISO.matcher(given == null ? "" : given.strip());
    return parts.matches() ? published(parts, source) : null;
  }

  private @Nullable Published name(String name) {
    Matcher parts = NAME.matcher(name);
    Published best = null;
    while (parts.find()) {
      Published found = published(parts, Source.FILE_NAME);
      if (found != null && (best == null || found.precision().compareTo(best.precision()) < 0)) {
        best = found;
      }
    }
    return best;
  }

  private @Nullable Published published(Matcher parts, Source source) {
    String month = parts.group(2);
    String day = parts.group(3);
    Precision precision =
        month == null ? Precision.YEAR : day == null ? Precision.MONTH : Precision.DAY;
    try {
      LocalDate first =
          LocalDate.of(
              Integer.parseInt(parts.group(1)),
              month == null ? 1 : Integer.parseInt(month),
              day == null ? 1 : Integer.parseInt(day));
      return plausible(first) ? new Published(first, precision, source) : null;
    } catch (DateTimeException e) {
      return null; // There is no such day: the file's word is worth nothing here.
    }
  }

  /// The month of the latest day the text speaks of: a report is written after what it tells.
  private @Nullable Published narrative(List<Passage> passages) {
    return passages.stream()
        .filter(passage -> passage.kind() != Kind.FURNITURE)
        .flatMap(passage -> told(passage.text()))
        .filter(date -> date.precision() == Precision.DAY && plausible(date.first()))
        .map(Dates.Found::first)
        .max(Comparator.naturalOrder())
        .map(day -> new Published(day, Precision.MONTH, Source.TEXT))
        .orElse(null);
  }

  private static Stream<Dates.Found> told(String text) {
    String canonical = Words.canonical(text);
    return Dates.in(canonical).stream().filter(date -> !ahead(canonical, date));
  }

  private static boolean ahead(String text, Dates.Found date) {
    String before = text.substring(Math.max(0, date.from() - 40), date.from());
    List<Word> words = Words.of(before);
    return words.reversed().stream().limit(3).anyMatch(word -> AHEAD.contains(word.folded()));
  }
}

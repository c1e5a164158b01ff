package dossier.report;

import dossier.archive.Document;
import dossier.report.Published.Precision;
import dossier.report.Published.Source;
import dossier.text.Passage.Kind;
import dossier.text.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds out when a report appeared. Sources are asked in the order of [Source]; a date that lies
/// in the future, before 1900, or on the day of a scan is passed over.
///
/// @param today the last day a report can have appeared
record Dating(LocalDate today) {

  private static final Pattern ISO =
      Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?!\\d).*)?)?", Pattern.DOTALL);
  private static final Pattern NAME =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d\\d)(?:[-_.]?(0[1-9]|1[0-2])(?:[-_.]?(0[1-9]|[12]\\d|3[01]))?)?(?!\\d)");

  /// Scanners put the day of the scan into the names they give.
  private static final Pattern SCAN =
      Pattern.compile("(?iu)^(?:scan|scanned|img|image|скан|numérisation|escaneo)[\\W_]*\\d.*");

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");

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

  /// Beginnings of words that say a paper was done with.
  private static final Set<String> COMPLETED =
      folded(
          "completed finalised finalized concluded drafted closed завершен закончен подготовлен подписан"
              + " achevé terminé rédigé clôturé bouclé completado cerrado terminado redactado abgeschlossen"
              + " fertiggestellt اكتمل أنجز حرر أغلق تکمیل نگاشته аяқталды дайындалды yakunlandi tayyorlandi");

  /// Words for a paper of this kind.
  private static final Set<String> PAPERS =
      folded(
          "report note assessment issue brief briefing paper survey analysis text memo update edition"
              + " записка доклад обзор отчет отчёт справка выпуск анализ текст rapport étude analyse texte"
              + " bulletin édition informe nota estudio análisis texto bericht notiz studie التقرير تقرير"
              + " المذكرة الورقة النشرة الدراسة گزارش یادداشت есеп шолу баяндама hisobot sharh");

  private static final int NEAR = 3;
  private static final int CLAUSE = 10;

  private static Set<String> folded(String words) {
    return Set.copyOf(Stream.of(words.split(" ", -1)).map(Words::folded).toList());
  }

  /// When the report appeared, null when nothing says so.
  @Nullable Published of(
      Document document, Text text, String title, List<Line> lines, Masthead masthead) {
    Published given = iso(document.sidecar().published(), Source.SIDECAR);
    if (given != null) {
      return given;
    }
    Dates.Found head = masthead.date();
    if (head != null) {
      return new Published(head.first(), head.precision(), Source.MASTHEAD);
    }
    Published embedded = embedded(text);
    if (embedded != null) {
      return embedded;
    }
    Published named = name(document.location().name());
    return named == null ? said(title, narrative(lines)) : named;
  }

  /// Where pages are images of paper, the file was made when they were scanned.
  private @Nullable Published embedded(Text text) {
    Published published = iso(text.properties().published(), Source.METADATA);
    return published == null && text.recognised() == 0
        ? iso(text.properties().created(), Source.METADATA)
        : published;
  }

  /// The year in the title, unless the text knows the day, or tells of later years: then the title
  /// speaks of the past.
  private @Nullable Published said(String title, @Nullable Published narrative) {
    Published year = year(title);
    boolean told =
        year != null
            && narrative != null
            && (narrative.precision() == Precision.DAY
                || narrative.first().getYear() > year.first().getYear() + 1);
    return year == null || told ? narrative : year;
  }

  private @Nullable Published year(String title) {
    List<String> years = YEAR.matcher(title).results().map(MatchResult::group).toList();
    LocalDate first = years.size() == 1 ? LocalDate.parse(years.getFirst() + "-01-01") : null;
    return first != null && plausible(first)
        ? new Published(first, Precision.YEAR, Source.TITLE)
        : null;
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
    Published best = null;
    if (SCAN.matcher(name).matches()) {
      return best;
    }
    Matcher parts = NAME.matcher(name);
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

  /// The day the text says it was completed; else the month of the latest day it speaks of: a
  /// report is written after what it tells.
  private @Nullable Published narrative(List<Line> lines) {
    LocalDate latest = null;
    for (Line line : lines) {
      if (line.is(Kind.FURNITURE)) {
        continue;
      }
      for (Dates.Found date : Dates.in(line)) {
        if (date.precision() != Precision.DAY || !plausible(date.first())) {
          continue;
        }
        List<String> before = before(line, date);
        if (completes(before)) {
          return new Published(date.first(), Precision.DAY, Source.TEXT);
        }
        boolean told = before.stream().limit(NEAR).noneMatch(AHEAD::contains);
        latest = told && (latest == null || date.first().isAfter(latest)) ? date.first() : latest;
      }
    }
    return latest == null ? null : new Published(latest, Precision.MONTH, Source.TEXT);
  }

  /// "This note was completed on ...": of a report, not of a bridge.
  private static boolean completes(List<String> before) {
    return before.stream()
            .limit(NEAR)
            .anyMatch(word -> COMPLETED.stream().anyMatch(word::startsWith))
        && before.stream().anyMatch(PAPERS::contains);
  }

  /// The words before a date, nearest first.
  private static List<String> before(Line line, Dates.Found date) {
    return line.words().reversed().stream()
        .filter(word -> word.end() <= date.from())
        .limit(CLAUSE)
        .map(Word::folded)
        .toList();
  }
}

package dossier.report;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the lines of a masthead say about the series: `Steppe Review, Volume 9, Issue 7`.
///
/// @param name empty when the line does not say it
/// @param rest what stands behind the numbers: authors or a date where lines ran together
record SeriesLine(
    String name,
    @Nullable String issn,
    @Nullable String volume,
    @Nullable String issue,
    String rest) {

  private static final int LONGEST = 160;
  private static final String NUMBER = "\\s*[:.#№]?\\s*(\\d{1,4}|[IVXLC]{1,6})(?![\\p{L}\\p{N}])";
  private static final Pattern ISSN =
      pattern(
          "\\(?\\b[ep]?-?ISSN(?:-L)?(?:\\s*\\([^)]*\\))?[\\s:№.]*(\\d{4})[-–]?(\\d{3}[\\dX])\\)?");
  private static final Pattern VOLUME =
      pattern(
          "(?<!\\p{L})(?:volume|vol\\.?|tome|tomo|volumen|band|bd\\.|jahrgang|jg\\.|том|т\\.|jild|"
              + "المجلد|مجلد|جلد|دوره|دورهٔ)"
              + NUMBER);
  private static final Pattern VOLUME_BEHIND =
      pattern("(?<!\\d)(\\d{1,4})[-–]?\\s*(?:том|jild)(?!\\p{L})");
  private static final Pattern ISSUE =
      pattern(
          "(?<!\\p{L})(?:issue|iss\\.|no\\.?|nr\\.?|№|number|numéro|numero|número|núm\\.|n\\.?[°º]|"
              + "выпуск|вып\\.|номер|heft|ausgabe|العدد|عدد|شماره|шығарылым|нөмір|нөмірі)"
              + NUMBER);
  private static final Pattern ISSUE_BEHIND =
      pattern("(?<!\\d)(\\d{1,4})[-–]?\\s*(?:son|сан)(?!\\p{L})");

  /// What `line` says, or null when it is no such line.
  static @Nullable SeriesLine of(String line) {
    if (line.length() > LONGEST || !holdsNumber(line)) {
      return null;
    }
    String text = digits(line);
    Matcher issn = ISSN.matcher(text);
    Matcher volume = first(text, VOLUME, VOLUME_BEHIND);
    Matcher issue = first(text, ISSUE, ISSUE_BEHIND);
    boolean hasIssn = issn.find();
    boolean hasVolume = found(volume);
    boolean hasIssue = found(issue);
    if (!hasIssn && !hasVolume && !(hasIssue && line.length() <= LONGEST / 2)) {
      return null;
    }
    int end = text.length();
    end = hasIssn ? Math.min(end, issn.start()) : end;
    end = hasVolume ? Math.min(end, volume.start()) : end;
    end = hasIssue ? Math.min(end, issue.start()) : end;
    int last = hasIssn ? issn.end() : 0;
    last = hasVolume ? Math.max(last, volume.end()) : last;
    last = hasIssue ? Math.max(last, issue.end()) : last;
    return new SeriesLine(
        trimmed(line.substring(0, end)),
        hasIssn ? issn.group(1) + "-" + issn.group(2).toUpperCase(Locale.ROOT) : null,
        hasVolume ? volume.group(1) : null,
        hasIssue ? issue.group(1) : null,
        trimmed(line.substring(last)));
  }

  /// Whether this alone shows that a line belongs to a masthead.
  boolean certain() {
    return issn != null || (volume != null && issue != null);
  }

  /// This, completed by a line near it.
  SeriesLine with(SeriesLine other) {
    return new SeriesLine(
        name.isEmpty() ? other.name : name,
        issn == null ? other.issn : issn,
        volume == null ? other.volume : volume,
        issue == null ? other.issue : issue,
        rest);
  }

  /// `text` without spaces and marks at its ends.
  static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isEdge(text.charAt(from))) {
      from++;
    }
    while (to > from && isEdge(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isEdge(char c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> Character.isWhitespace(c) || c == '|' || c == '\u00a0';
    };
  }

  private static Matcher first(String text, Pattern... patterns) {
    Matcher matcher = patterns[0].matcher(text);
    for (Pattern pattern : List.of(patterns)) {
      matcher = pattern.matcher(text);
      if (matcher.find()) {
        break;
      }
    }
    return matcher;
  }

  /// Whether there is a digit or a Roman number in capitals: without one no line numbers anything.
  private static boolean holdsNumber(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (Character.isDigit(c)) {
        return true;
      }
      boolean ends = i + 1 == line.length() || !Character.isLetter(line.charAt(i + 1));
      if (ends && "IVXLC".indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean found(Matcher matcher) {
    return matcher.hasMatch();
  }

  /// Digits of any script as ASCII; lengths stay.
  private static String digits(String line) {
    StringBuilder out = new StringBuilder(line);
    for (int i = 0; i < line.length(); i++) {
      if (Character.isDigit(line.charAt(i))) {
        out.setCharAt(i, (char) ('0' + Character.digit(line.charAt(i), 10)));
      }
    }
    return out.toString();
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}

package dossier.report;

import com.ibm.icu.util.ULocale;
import dossier.report.Months.Calendar;
import dossier.report.Months.Month;
import dossier.report.Published.Precision;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.JulianFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds dates in a line or a passage, in the languages reports come in and in three calendars.
final class Dates {

  /// A date and where it stands in the (canonical) line.
  ///
  /// @param from first character
  /// @param to character after the last
  record Found(LocalDate first, Precision precision, int from, int to) {}

  /// A number, or a month, or any other word.
  private record Token(int number, int digits, @Nullable Month month, Word first, Word last) {
    boolean isYear() {
      return digits == 4;
    }

    boolean isDay() {
      return digits > 0 && digits <= 2 && number >= 1 && number <= 31;
    }
  }

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<!\\d)(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(?<!\\d)(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})(?!\\d)");
  private static final Pattern CHINESE =
      Pattern.compile("(?<!\\d)(\\d{4}) ?年 ?(\\d{1,2}) ?月(?: ?(\\d{1,2}) ?日)?");
  private static final Pattern ORDINAL =
      Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|er|e|o|a|го|е|я)");
  private static final Set<String> BETWEEN =
      Set.of(
          "of", "de", "del", "the", "le", "г", "го", "года", "год", "році", "жылғы", "жылы", "жыл",
          "yil", "yili", "yilning", "йил", "йили", "жылдын", "соли", "من", "سال", "ماه", "عام");

  /// The furthest apart two parts of a date may stand, in characters.
  private static final int GAP = 4;

  private static final ULocale PERSIAN = new ULocale("fa@calendar=persian");

  private Dates() {}

  /// All dates in `line`, as they stand; impossible ones (31 February) are left out.
  static List<Found> in(String line) {
    String text = Words.canonical(line);
    return holdsYear(text) ? in(text, Words.of(text)) : List.of();
  }

  /// All dates in a line that is cut into words already.
  static List<Found> in(Line line) {
    return holdsYear(line.text()) ? in(line.text(), line.words()) : List.of();
  }

  /// Whether four digits stand together.
  private static boolean holdsYear(String text) {
    int digits = 0;
    for (int i = 0; i < text.length() && digits < 4; i++) {
      digits = Character.isDigit(text.charAt(i)) ? digits + 1 : 0;
    }
    return digits == 4;
  }

  /// Whether a digit, one of `-/.` and a digit follow each other: the patterns are costly, and few
  /// lines hold a date in numbers.
  private static boolean holdsNumbersApart(String text) {
    for (int i = 1; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == '-' || c == '/' || c == '.')
          && Character.isDigit(text.charAt(i - 1))
          && Character.isDigit(text.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static List<Found> in(String text, List<Word> words) {
    List<Found> found = new ArrayList<>();
    if (holdsNumbersApart(text)) {
      numeric(text, found);
    }
    if (text.indexOf('年') >= 0) {
      chinese(text, found);
    }
    List<Token> tokens = tokens(words);
    for (int i = 0; i < tokens.size(); i++) {
      Month month = tokens.get(i).month();
      Found date = month == null ? null : around(tokens, i, month);
      if (date != null) {
        found.add(date);
      }
    }
    return found;
  }

  private static void numeric(String text, List<Found> found) {
    StringBuilder ascii = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        ascii.setCharAt(i, (char) ('0' + Character.digit(text.charAt(i), 10)));
      }
    }
    Matcher first = YEAR_FIRST.matcher(ascii);
    while (first.find()) {
      int year = Integer.parseInt(first.group(1));
      Calendar calendar = year < 1600 ? Calendar.SOLAR : Calendar.GREGORIAN;
      int month = Integer.parseInt(first.group(3));
      int day = Integer.parseInt(first.group(4));
      add(date(calendar, year, month, day, first.start(), first.end()), found);
    }
    Matcher last = YEAR_LAST.matcher(ascii);
    while (last.find()) {
      add(dayAndMonth(last), found);
    }
  }

  /// `2024年5月14日` or `2024年5月`.
  private static void chinese(String text, List<Found> found) {
    Matcher parts = CHINESE.matcher(text);
    while (parts.find()) {
      String day = parts.group(3);
      add(
          date(
              Calendar.GREGORIAN,
              Integer.parseInt(parts.group(1)),
              Integer.parseInt(parts.group(2)),
              day == null ? 0 : Integer.parseInt(day),
              parts.start(),
              parts.end()),
          found);
    }
  }

  /// `14.05.2024`, `14/05/2024` or `05/14/2024`; where day and month could be either, only the year
  /// is certain.
  private static @Nullable Found dayAndMonth(Matcher match) {
    int one = Integer.parseInt(match.group(1));
    int two = Integer.parseInt(match.group(3));
    int year = Integer.parseInt(match.group(4));
    boolean slash = !match.group(2).equals(".");
    if (slash && one <= 12 && two <= 12 && one != two) {
      return date(Calendar.GREGORIAN, year, 0, 0, match.start(), match.end());
    }
    return slash && two > 12
        ? date(Calendar.GREGORIAN, year, one, two, match.start(), match.end())
        : date(Calendar.GREGORIAN, year, two, one, match.start(), match.end());
  }

  private static void add(@Nullable Found date, List<Found> found) {
    if (date != null) {
      found.add(date);
    }
  }

  private static List<Token> tokens(List<Word> words) {
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (BETWEEN.contains(word.folded())) {
        continue;
      }
      Month month = Months.at(words, i);
      Word last = word;
      if (month != null && month.words() == 2) {
        last = words.get(++i);
      }
      Token before = tokens.isEmpty() ? null : tokens.getLast();
      if (month == null || before == null || !month.equals(before.month())) {
        tokens.add(token(word, last, month));
      }
    }
    return tokens;
  }

  private static Token token(Word word, Word last, @Nullable Month month) {
    String folded = word.folded();
    if (folded.charAt(0) < '0' || folded.charAt(0) > '9') {
      return new Token(0, 0, month, word, last);
    }
    Matcher ordinal = ORDINAL.matcher(folded);
    String digits = ordinal.matches() ? ordinal.group(1) : folded;
    boolean number = digits.length() <= 4 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return number
        ? new Token(Integer.parseInt(digits), digits.length(), null, word, last)
        : new Token(0, 0, month, word, last);
  }

  private static @Nullable Found around(List<Token> tokens, int at, Month month) {
    Token name = tokens.get(at);
    @Nullable Token before = neighbour(tokens, at, -1);
    @Nullable Token after = neighbour(tokens, at, 1);
    if (isVerb(name, before)) {
      return null;
    }
    if (before != null && before.isDay()) {
      if (after != null && after.isYear()) {
        return dated(month, after, before, before, after);
      }
      Token year = neighbour(tokens, at - 1, -1);
      return year != null && year.isYear() ? dated(month, year, before, year, name) : null;
    }
    if (after != null && after.isDay()) {
      return dayBehind(tokens, at, month, before, after);
    }
    if (after != null && after.isYear()) {
      return dated(month, after, null, name, after);
    }
    return before != null && before.isYear() ? dated(month, before, null, before, name) : null;
  }

  /// `May 14, 2024`, `May 14th-15th, 2024` or `2024 May 14`.
  private static @Nullable Found dayBehind(
      List<Token> tokens, int at, Month month, @Nullable Token before, Token day) {
    int behind = at + 2;
    @Nullable Token next = neighbour(tokens, at + 1, 1);
    if (next != null && next.isDay()) {
      next = neighbour(tokens, behind, 1);
    }
    if (next != null && next.isYear()) {
      return dated(month, next, day, tokens.get(at), next);
    }
    return before != null && before.isYear() ? dated(month, before, day, before, day) : null;
  }

  private static @Nullable Token neighbour(List<Token> tokens, int at, int step) {
    int other = at + step;
    if (other < 0 || other >= tokens.size()) {
      return null;
    }
    Token left = tokens.get(Math.min(at, other));
    Token right = tokens.get(Math.max(at, other));
    int fillers = right.first().start() - left.last().end();
    return fillers <= GAP + 6 ? tokens.get(other) : null;
  }

  /// English "may" and "march" are months only with a capital or right behind a day.
  private static boolean isVerb(Token name, @Nullable Token before) {
    String word = name.first().folded();
    return (word.equals("may") || word.equals("march"))
        && name.first().shape() == Word.Shape.SMALL
        && (before == null || !before.isDay());
  }

  private static @Nullable Found dated(
      Month month, Token year, @Nullable Token day, Token from, Token to) {
    int number = day == null ? 0 : day.number();
    int start = Math.min(from.first().start(), to.first().start());
    int end = Math.max(from.last().end(), to.last().end());
    return date(month.calendar(), year.number(), month.number(), number, start, end);
  }

  /// @param month 0 when unknown
  /// @param day 0 when unknown
  private static @Nullable Found date(
      Calendar calendar, int year, int month, int day, int from, int to) {
    Precision precision = month == 0 ? Precision.YEAR : day == 0 ? Precision.MONTH : Precision.DAY;
    try {
      LocalDate date = convert(calendar, year, month == 0 ? 1 : month, day);
      boolean plausible = date.getYear() >= 1900 && date.getYear() <= 2100;
      return plausible ? new Found(date, precision, from, to) : null;
    } catch (DateTimeException e) {
      return null; // There is no such day, so the line names none.
    }
  }

  /// The day in our calendar. A month of another calendar lies in two of ours: its middle decides.
  private static LocalDate convert(Calendar calendar, int year, int month, int day) {
    return switch (calendar) {
      case GREGORIAN -> LocalDate.of(year, month, day == 0 ? 1 : day);
      case LUNAR -> LocalDate.from(HijrahDate.of(year, month, day == 0 ? 15 : day));
      case SOLAR -> solar(year, month, day == 0 ? 15 : day);
    };
  }

  private static LocalDate solar(int year, int month, int day) {
    if (year < 1200 || year > 1600 || month > 12 || day > (month <= 6 ? 31 : 30)) {
      throw new DateTimeException("no such day");
    }
    com.ibm.icu.util.Calendar calendar = com.ibm.icu.util.Calendar.getInstance(PERSIAN);
    calendar.clear();
    calendar.set(year, month - 1, day);
    return LocalDate.EPOCH.with(
        JulianFields.JULIAN_DAY, calendar.get(com.ibm.icu.util.Calendar.JULIAN_DAY));
  }
}

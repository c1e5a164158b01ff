package dossier.search;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the parameters of an address one by one, remarking on what it could not take as it stood.
final class ParameterReader {

  /// How many values of one facet count: far more than anyone chooses, few enough to search with.
  static final int MAX_VALUES = 100;

  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,100}");
  private static final Pattern DATE =
      Pattern.compile("([0-9]{4,9})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?");

  private final Map<String, List<String>> parameters;
  private final List<Notice> notices = new ArrayList<>();

  ParameterReader(Map<String, List<String>> parameters) {
    this.parameters = parameters;
  }

  /// The remarks so far.
  List<Notice> notices() {
    return notices;
  }

  /// The first value of a parameter; empty when it is not there.
  String first(String name) {
    List<String> values = values(name);
    return values.isEmpty() ? "" : values.getFirst();
  }

  private List<String> values(String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    if (values.stream().anyMatch(TypedText::isBroken)) {
      remark(
          "parameter", "broken", "Some characters of “%s” came broken: they were left out.", name);
    }
    return values;
  }

  /// Names that stand for themselves alone.
  List<String> plain() {
    List<String> names = values("plain");
    if (names.size() > MAX_VALUES) {
      mostValues("plain");
    }
    return names.stream().limit(MAX_VALUES).toList();
  }

  /// What is chosen in each facet.
  Map<Dimension, Selection> selections() {
    Map<Dimension, Selection> selections = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      selections.put(dimension, selection(dimension));
    }
    return selections;
  }

  private Selection selection(Dimension dimension) {
    String name = dimension.parameter();
    Set<String> values = new LinkedHashSet<>();
    for (String typed : values(name)) {
      String value = spelled(dimension, TypedText.clean(typed));
      if (Selection.isId(value.startsWith("-") ? value.substring(1) : value)) {
        values.add(value);
      } else if (!value.isEmpty()) {
        unknown("unknown-value", "it was left out", name, value);
      }
    }
    if (values.size() > MAX_VALUES) {
      mostValues(name);
    }
    List<String> used = values.stream().limit(MAX_VALUES).toList();
    return new Selection(
        used.stream().filter(value -> !value.startsWith("-")).toList(),
        used.stream()
            .filter(value -> value.startsWith("-"))
            .map(value -> value.substring(1))
            .toList());
  }

  /// An id as the index spells it: in lower case, the tag of a language by BCP 47 (`zh-Hans`).
  private static String spelled(Dimension dimension, String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    if (dimension != Dimension.LANGUAGE) {
      return lower;
    }
    String sign = lower.startsWith("-") ? "-" : "";
    String tag = sign + Locale.forLanguageTag(lower.substring(sign.length())).toLanguageTag();
    return tag.equalsIgnoreCase(lower) ? tag : lower;
  }

  /// One of the constants of an enum, by its name in lower case.
  <E extends Enum<E>> E choice(String name, E usual) {
    String typed = TypedText.clean(first(name));
    for (E constant : usual.getDeclaringClass().getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(typed)) {
        return constant;
      }
    }
    if (!typed.isEmpty()) {
      unknown("unknown-choice", "the usual is used", name, typed);
    }
    return usual;
  }

  /// A whole number from 1 to a greatest.
  int number(String name, int usual, int greatest) {
    String typed = TypedText.clean(first(name));
    if (typed.isEmpty()) {
      return usual;
    }
    if (!NUMBER.matcher(typed).matches()) {
      unknown("unknown-number", "%3$s is used", name, typed, usual);
      return usual;
    }
    BigInteger number = new BigInteger(typed);
    int inRange = number.max(BigInteger.ONE).min(BigInteger.valueOf(greatest)).intValue();
    if (!number.equals(BigInteger.valueOf(inRange))) {
      outOfRange(name, typed, Integer.toString(inRange));
    }
    return inRange;
  }

  /// The span of dates, the right way round.
  Span span() {
    String from = date("from");
    String to = date("to");
    if (from != null && to != null && TypedDates.isReversed(from, to)) {
      remark("range", "exchanged", "“from” lies behind “to”: the two were exchanged.");
      return new Span(to, from);
    }
    return new Span(from, to);
  }

  private @Nullable String date(String name) {
    String typed = TypedText.clean(first(name));
    if (typed.isEmpty()) {
      return null;
    }
    Matcher parts = DATE.matcher(typed);
    if (!parts.matches()) {
      unknown(
          "unknown-date",
          "it was left out; dates are written 2024, 2024-05 or 2024-05-31",
          name,
          typed);
      return null;
    }
    String date = TypedDates.existing(parts.group(1), parts.group(2), parts.group(3));
    if (!date.equals(TypedDates.padded(parts))) {
      outOfRange(name, typed, date);
    }
    return date;
  }

  private void mostValues(String name) {
    remark("range", "most-values", "Only the first %s values of “%s” are used.", MAX_VALUES, name);
  }

  private void unknown(
      String key, String consequence, String name, String value, Object... further) {
    List<Object> values = new ArrayList<>(List.of(shown(value), name));
    values.addAll(List.of(further));
    String english = "“%s” is no value of “%s”: " + consequence + ".";
    remark("parameter", key, english, values.toArray());
  }

  private void outOfRange(String name, String value, String used) {
    String english = "“%s” is out of range for “%s”: %s is used.";
    remark("range", "out-of-range", english, shown(value), name, used);
  }

  private static String shown(String value) {
    return value.length() <= 40 ? value : TypedText.cut(value, 39) + "…";
  }

  private void remark(String kind, String key, String english, Object... values) {
    List<Object> all = List.of(values);
    Notice notice = new Notice(kind, english.formatted(all.toArray()), key, all);
    if (notices.size() < 8 && !notices.contains(notice)) {
      notices.add(notice);
    }
  }
}

package dossier.web;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.text.Collator;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// A language the portal speaks: the sentences of one file under `web/messages/`, patterns by
/// <https://unicode-org.github.io/icu/userguide/format_parse/messages/>, and how numbers, dates and
/// languages are written in it. Immutable.
///
/// Which one is spoken belongs to a request: [Tongues] binds it around a page, and everything that
/// makes words asks [#here]. Outside, where programs read, that is English.
final class Tongue {

  private static final ScopedValue<Tongue> SPOKEN = ScopedValue.newInstance();

  /// Loaded when it is first needed, from the program itself.
  private static final class Usual {
    private static final Tongue ENGLISH =
        new Tongue(Tongues.ENGLISH, new WebFiles(null).messages(Tongues.ENGLISH), null);
  }

  private final String id;
  private final Map<String, String> patterns;
  private final @Nullable Tongue other;
  private final Locale locale;

  /// Sentences that were read and that nobody is just saying: a format keeps state while it is
  /// used, and to read or to copy one takes many times as long as to use it.
  private final Map<String, Queue<MessageFormat>> ready = new ConcurrentHashMap<>();

  private final Map<String, DateTimeFormatter> dates = new ConcurrentHashMap<>();
  private final LocalizedNumberFormatter numbers;
  private final LocaleDisplayNames names;

  /// @param id the name of its file, a BCP 47 tag: `en`
  /// @param patterns its sentences by key
  /// @param other what says the sentences it lacks; null for none
  Tongue(String id, Map<String, String> patterns, @Nullable Tongue other) {
    this.id = id;
    this.patterns = Map.copyOf(patterns);
    this.other = other;
    this.locale = Locale.forLanguageTag(patterns.getOrDefault("language.tag", id));
    this.numbers = NumberFormatter.withLocale(locale);
    this.names =
        LocaleDisplayNames.getInstance(
            ULocale.forLocale(locale), DisplayContext.CAPITALIZATION_FOR_UI_LIST_OR_MENU);
  }

  /// The language of the page being made; English where none is.
  static Tongue here() {
    return SPOKEN.isBound() ? SPOKEN.get() : Usual.ENGLISH;
  }

  /// Something that may fail and gives nothing back.
  interface Work<X extends Exception> {
    void run() throws X;
  }

  /// Does something in this language.
  <X extends Exception> void speak(Work<X> work) throws X {
    ScopedValue.where(SPOKEN, this)
        .<Boolean, X>call(() -> {
          work.run();
          return true;
        });
  }

  /// The name of its file: `en`.
  String id() {
    return id;
  }

  /// What pages say they are written in: `en-GB`.
  String tag() {
    return locale.toLanguageTag();
  }

  Locale locale() {
    return locale;
  }

  /// Its own name for itself.
  String name() {
    return patterns.getOrDefault("language.name", names.languageDisplayName(id));
  }

  /// Whether it has a sentence of this name, or what stands in for it has.
  boolean knows(String key) {
    return patterns.containsKey(key) || (other != null && other.knows(key));
  }

  /// A sentence with these values in it, names and values by turns; the key itself when there is
  /// none of that name, so that a page never fails for a word.
  String say(String key, Object... values) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i += 2) {
      named.put(values[i].toString(), values[i + 1]);
    }
    return say(key, named);
  }

  /// The same. Numbers are written by the rules of the language.
  String say(String key, Map<String, ?> values) {
    String pattern = patterns.get(key);
    if (pattern == null) {
      return other == null ? key : other.say(key, values);
    }
    if (pattern.indexOf('{') < 0) {
      return pattern.replace("''", "'");
    }
    Queue<MessageFormat> idle = ready.computeIfAbsent(key, k -> new ConcurrentLinkedQueue<>());
    MessageFormat taken = idle.poll();
    MessageFormat format = taken == null ? new MessageFormat(pattern, locale) : taken;
    String said = format.format(values);
    idle.add(format);
    return said;
  }

  String number(long number) {
    return numbers.format(number).toString();
  }

  /// With this many digits behind the point.
  String number(double number, int digits) {
    return numbers.precision(Precision.fixedFraction(digits)).format(number).toString();
  }

  /// The name of a language, as it stands in a list.
  String language(String tag) {
    return names.languageDisplayName(tag);
  }

  /// Writes dates that have these fields, in the order and with the words of the language.
  ///
  /// @param skeleton of
  ///   <https://unicode.org/reports/tr35/tr35-dates.html#availableFormats_appendItems>
  DateTimeFormatter dates(String skeleton) {
    return dates.computeIfAbsent(skeleton, this::formatter);
  }

  private DateTimeFormatter formatter(String skeleton) {
    String pattern =
        DateTimePatternGenerator.getInstance(ULocale.forLocale(locale)).getBestPattern(skeleton);
    // British English would write "Sept".
    boolean british = locale.equals(Locale.UK);
    return DateTimeFormatter.ofPattern(pattern, british ? Locale.ENGLISH : locale);
  }

  /// `1, 2 and 3`
  String list(List<String> parts) {
    return ListFormatter.getInstance(locale).format(parts);
  }

  /// The order of its alphabet.
  Collator order() {
    return Collator.getInstance(locale);
  }
}

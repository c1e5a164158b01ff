package dossier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessagePattern;
import dossier.search.Dimension;
import dossier.search.LedgerEntry;
import dossier.search.Notice;
import dossier.search.Query;
import dossier.search.Question;
import dossier.text.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sentences of all languages, and that nothing is shown that is none of them. */
class MessagesTest {

  private static final WebFiles FILES = new WebFiles(null);
  private static final Map<String, String> ENGLISH = FILES.messages("en");

  /** Letters in a template that are no words: names of formats and keys. */
  private static final Set<String> NAMES = Set.of("PDF", "ISSN", "CSV", "Aa", "UTC", "API");

  private static List<String> sources(String folder, String ending) throws IOException {
    List<String> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      for (Path file : files.filter(path -> path.toString().endsWith(ending)).toList()) {
        sources.add(Files.readString(file));
      }
    }
    assertFalse(sources.isEmpty(), folder);
    return sources;
  }

  private static Set<String> found(String regex, List<String> sources, String prefix) {
    Set<String> found = new TreeSet<>();
    for (String source : sources) {
      Pattern.compile(regex)
          .matcher(source)
          .results()
          .forEach(match -> found.add(prefix + match.group(1)));
    }
    return found;
  }

  /** Every key that is put together from parts. */
  private static Set<String> composed() {
    Set<String> keys = new TreeSet<>();
    for (Dimension dimension : Dimension.values()) {
      for (String end : List.of("", ".small", ".not", ".many")) {
        keys.add(SearchPages.key(dimension) + end);
      }
      keys.add("rescue.any-" + lower(dimension));
    }
    for (Reason reason : Reason.values()) {
      keys.addAll(List.of("reason." + reason.id(), "reason." + reason.id() + ".advice"));
    }
    for (LedgerEntry.Outcome outcome : LedgerEntry.Outcome.values()) {
      keys.addAll(List.of("outcome." + lower(outcome), "outcome." + lower(outcome) + ".meaning"));
    }
    Stream.of(Question.Sort.values()).forEach(sort -> keys.add("sort." + lower(sort)));
    Stream.of(Question.Undated.values())
        .filter(undated -> undated != Question.Undated.DEFAULT)
        .forEach(undated -> keys.add("undated." + lower(undated)));
    Stream.of(Opening.Size.values()).forEach(size -> keys.add("text." + Opening.name(size)));
    Stream.of(Opening.Width.values()).forEach(width -> keys.add("width." + Opening.name(width)));
    for (String unit : List.of("year", "month", "day")) {
      keys.addAll(List.of("chart." + unit, "trends.numbers." + unit, "trends.unit." + unit));
    }
    List.of("kB", "MB", "GB", "TB").forEach(unit -> keys.add("unit." + unit));
    for (String kind :
        List.of(
            "not-found",
            "gone",
            "forbidden",
            "method",
            "misdirected",
            "other",
            "broken",
            "too-many",
            "unavailable")) {
      keys.addAll(List.of("failure." + kind, "failure." + kind + ".text"));
    }
    return keys;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  @Test
  void everySentenceThatIsSaidIsThereAndEverySentenceThereIsIsSaid() throws IOException {
    List<String> web = new ArrayList<>(sources("src/main/java/dossier/web", ".java"));
    web.addAll(sources("web/templates", ".html"));
    Set<String> said = composed();
    // A key is a word, a dot, and a word: in code, in templates, and as a constant.
    said.addAll(found("\"((?:[a-z]+)\\.[a-z][A-Za-z-]*)\"", web, ""));
    said.addAll(found("\"(more)\"", web, ""));
    said.addAll(found("[ .(]count\\([^;]*?, \"([a-z]+)\"\\)", web, "count."));
    List<String> other = new ArrayList<>(sources("src/main/java/dossier/search", ".java"));
    other.addAll(sources("src/main/java/dossier/index", ".java"));
    said.addAll(found("(?:say|remark)\\(\\s*(?:\"[a-z]+\", )?\"([a-z-]+)\",", other, "notice."));
    said.addAll(found("mark\\(\\s*\"[a-z]+\",\\s*\"([a-z-]+)\",", other, "notice."));
    said.addAll(found("unknown\\(\\s*\"([a-z-]+)\",", other, "notice."));
    said.addAll(found("\"([a-z-]+)\",\\s*List\\.of\\([a-zE.MOST, ]*\\)", other, "notice."));
    said.addAll(found("(?:offer|other)\\(\\s*\"([a-z-]+)\",\\s*\"", other, "rescue."));
    said.addAll(Set.of("rescue.corrected", "rescue.any-date", "notice.out-of-range"));

    Set<String> unsaid = new TreeSet<>(ENGLISH.keySet());
    unsaid.removeAll(said);
    assertEquals(Set.of(), unsaid, "nobody says these");
    Set<String> missing = new TreeSet<>(said);
    missing.removeAll(ENGLISH.keySet());
    missing.removeIf(key ->
        key.matches(
            ".*\\.(html|js|css|json|svg|tsv|atom|csv|txt|md|ico|yaml|range|parameter|query|partial|properties)|org\\..*"));
    assertEquals(Set.of(), missing, "web/messages/en.properties lacks these");
  }

  @Test
  void everyLanguageSaysEverySentenceWithTheSameValues() {
    for (String language : FILES.languages()) {
      Map<String, String> messages = FILES.messages(language);
      assertEquals(new TreeSet<>(ENGLISH.keySet()), new TreeSet<>(messages.keySet()), language);
      messages.forEach((key, pattern) ->
          assertEquals(values(ENGLISH.get(key)), values(pattern), language + ": " + key));
    }
  }

  private static Set<String> values(String pattern) {
    MessagePattern parts = new MessagePattern(pattern);
    Set<String> values = new TreeSet<>();
    for (int i = 0; i < parts.countParts(); i++) {
      MessagePattern.Part part = parts.getPart(i);
      if (part.getType() == MessagePattern.Part.Type.ARG_NAME
          || part.getType() == MessagePattern.Part.Type.ARG_NUMBER) {
        values.add(parts.getSubstring(part));
      }
    }
    return values;
  }

  @Test
  void everySentenceCanBeSaidOfAnyNumber() {
    for (Tongue tongue : new Tongues(FILES).all()) {
      ENGLISH.forEach((key, english) -> {
        for (int number : List.of(0, 1, 2, 5, 21, 1_000_000)) {
          Map<String, Object> values = new TreeMap<>();
          values(english).forEach(name -> values.put(name, number));
          String said = tongue.say(key, values);
          assertFalse(said.isBlank(), tongue.id() + ": " + key);
          assertFalse(said.matches(".*[{}].*"), tongue.id() + ": " + key + ": " + said);
        }
      });
    }
  }

  @Test
  void noTemplateHasWordsOfItsOwn() throws IOException {
    for (String template : sources("web/templates", ".html")) {
      String text =
          template
              .replaceAll(
                  "(?s)<style>.*?</style>|<code>.*?</code>|<kbd>.*?</kbd>|<span>\\.[a-z]+</span>",
                  "")
              .replaceAll("(?s)\\{\\{.*?\\}\\}|\\{%.*?%\\}", "");
      for (String attribute : List.of("aria-label", "title", "placeholder", "alt")) {
        Pattern.compile(" " + attribute + "=\"([^\"]*)\"")
            .matcher(text)
            .results()
            .forEach(match -> assertFalse(match.group(1).matches(".*\\p{L}.*"), match.group()));
      }
      String plain = text.replaceAll("[a-z-]+=\"[^\"]*\"", "").replaceAll("(?s)<[^>]*>", " ");
      for (String word : plain.split("[^\\p{L}]+", -1)) {
        assertTrue(word.isEmpty() || NAMES.contains(word), "“" + word + "” in\n" + template);
      }
    }
  }

  @Test
  void noScriptHasWordsOfItsOwn() throws IOException {
    for (String script : sources("web/assets", ".js")) {
      Pattern.compile("(?:textContent|data|title|innerText|'aria-label',) ?=? ?(['`])([^'`]*)\\1")
          .matcher(script)
          .results()
          .map(match -> match.group(2).replaceAll("\\$\\{[^}]*\\}", ""))
          .forEach(words -> assertFalse(words.matches(".*\\p{L}.*"), words));
    }
  }

  @Test
  void theOtherRoomsAndTheEnglishPagesSayTheSame() {
    for (Reason reason : Reason.values()) {
      assertEquals(reason.words(), Notices.words(reason));
      assertEquals(reason.advice(), Notices.advice(reason));
    }
    List<String> typed =
        List.of(
            "a AND",
            "\"never",
            "\"\" a",
            "\" ",
            "a)",
            "(a",
            "colour:red a",
            "titel:red a",
            "a*",
            "*ness",
            "title: a",
            "tit~2 a",
            "ab~",
            "abc~9",
            "a^2",
            "date:x a",
            "page:x a",
            "date:2024..2020",
            "date:2024-02-31 a",
            "a NEAR/999 b",
            "\"one\"~5",
            "region:a*",
            "!!!",
            "\"a * b\"",
            "a b SOME",
            "a ".repeat(300),
            "a".repeat(2500),
            "(".repeat(99) + "a");
    Set<String> keys = new TreeSet<>();
    for (String words : typed) {
      for (Notice notice : Query.of(words).notices()) {
        keys.add(notice.key());
        assertEquals(
            notice.text(), Notices.said(notice).replace(",000", "000"), notice.key() + " " + words);
      }
    }
    assertTrue(keys.size() > 18, "too few kinds of remarks to tell: " + keys);
  }
}

package dossier.search;

import dossier.search.Answer.Rescue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Questions close to one that found nothing, each of which finds something: one filter less, then
/// other places or fewer words, then the words without any filter.
final class Rescues {

  private static final int MOST = 8;

  /// How many questions are counted at most: a count takes about as long as a search.
  private static final int MOST_COUNTS = 24;

  /// How many words are looked for when nothing else finds anything.
  private static final int MOST_WORDS = 20;

  private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT", "NEAR", "SOME");

  /// Between words, for this purpose.
  private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private final Engine engine;
  private final List<Rescue> found = new ArrayList<>();
  private int counts;

  private Rescues(Engine engine) {
    this.engine = engine;
  }

  static List<Rescue> of(Question question, Engine engine) throws IOException {
    Rescues rescues = new Rescues(engine);
    rescues.filters(question);
    rescues.words(question);
    Question unfiltered = Question.of("").with(question.query());
    if (!unfiltered.equals(question.with(Question.Sort.RELEVANCE).page(1, unfiltered.size()))) {
      rescues.offer("unfiltered", "These words without any filter", unfiltered);
      if (rescues.found.isEmpty()) {
        rescues.corrected(unfiltered);
        rescues.words(unfiltered);
      }
    }
    if (rescues.found.isEmpty()) {
      rescues.anyWord(unfiltered);
    }
    return List.copyOf(rescues.found);
  }

  private void filters(Question question) throws IOException {
    boolean labels =
        !question.selection(Dimension.REGION).isEmpty()
            || !question.selection(Dimension.THREAT).isEmpty();
    if (labels && question.scope() == Question.Scope.ABOUT) {
      offer(
          "mentions",
          "Mentions of the region or threat, too",
          question.with(Question.Scope.MENTIONS));
    }
    for (Dimension dimension : Dimension.values()) {
      if (!question.selection(dimension).isEmpty()) {
        String any = kind(dimension);
        offer("any-" + any, "Any " + any, question.with(dimension, Selection.NOTHING));
      }
    }
    if (!question.span().isAlways() || question.undated() != Question.Undated.DEFAULT) {
      offer("any-date", "Any date", question.with(Span.ALWAYS, Question.Undated.DEFAULT));
    }
  }

  private static String kind(Dimension dimension) {
    return switch (dimension) {
      case REGION -> "region";
      case THREAT -> "threat";
      case SERIES -> "series";
      case LANGUAGE -> "language";
      case TYPE -> "type";
    };
  }

  private void words(Question question) throws IOException {
    Clause clause = question.query().clause();
    other("anywhere", "Anywhere, not only in the field", clause, Rescues::anywhere, question);
    other(
        "mentioned", "Mentioned, too, not only the subject", clause, Rescues::mentioned, question);
    other("apart", "The words apart, not side by side", clause, Rescues::apart, question);
    if (!(clause instanceof Clause.And(List<Clause> clauses))) {
      return;
    }
    if (clauses.stream().allMatch(Clause.Word.class::isInstance)) {
      offer("any-word", "Any of the words, not all of them", question, new Clause.Or(clauses));
    }
    for (int i = 0; i < clauses.size() && found.size() < MOST; i++) {
      List<Clause> rest = new ArrayList<>(clauses);
      String left = QueryPrinter.print(rest.remove(i));
      Clause kept = rest.size() == 1 ? rest.getFirst() : new Clause.And(rest);
      offer("without", "Without %s: %s", question, kept, left, QueryPrinter.print(kept));
    }
  }

  /// What is left of a query that was meant otherwise than it was understood.
  private void anyWord(Question question) throws IOException {
    List<Clause> words =
        APART
            .splitAsStream(question.query().text())
            .filter(word -> TypedText.hasSearchable(word) && !OPERATORS.contains(word))
            .distinct()
            .limit(MOST_WORDS)
            .<Clause>map(word -> new Clause.Word(null, word))
            .toList();
    if (words.size() > 1) {
      offer("any-where", "Any of the words, wherever they stand", question, new Clause.Or(words));
    }
  }

  private void other(
      String key, String label, Clause clause, UnaryOperator<Clause> change, Question question)
      throws IOException {
    Clause changed = changed(clause, change);
    if (!changed.equals(clause)) {
      offer(key, label, question, changed);
    }
  }

  /// The tree with every part that must or may be found changed.
  private static Clause changed(Clause clause, UnaryOperator<Clause> change) {
    if (clause instanceof Clause.And(List<Clause> all)) {
      return new Clause.And(all.stream().map(each -> changed(each, change)).toList());
    }
    if (clause instanceof Clause.Or(List<Clause> any)) {
      return new Clause.Or(any.stream().map(each -> changed(each, change)).toList());
    }
    return change.apply(clause);
  }

  private static Clause anywhere(Clause part) {
    if (part instanceof Clause.Word(Clause.Field field, String text)) {
      return new Clause.Word(null, text);
    }
    return part instanceof Clause.Phrase(Clause.Field field, String text)
        ? new Clause.Phrase(null, text)
        : part;
  }

  private static Clause mentioned(Clause part) {
    return part instanceof Clause.Facet(Dimension dimension, String value)
            && dimension.hierarchical()
        ? new Clause.Mentions(value)
        : part;
  }

  private static Clause apart(Clause part) {
    if (part instanceof Clause.Near(Clause left, Clause right, int distance)) {
      return new Clause.And(List.of(apart(left), apart(right)));
    }
    if (part instanceof Clause.Nearby(Clause.Field field, String text, int distance)) {
      return apart(part, field, text);
    }
    return part instanceof Clause.Phrase(Clause.Field field, String text)
        ? apart(part, field, text)
        : part;
  }

  private static Clause apart(Clause part, Clause.@Nullable Field field, String text) {
    List<Clause> words = new ArrayList<>();
    for (String word : text.split(" ", -1)) {
      if (TypedText.hasSearchable(word)) {
        words.add(new Clause.Word(field, word));
      }
    }
    return words.size() < 2 ? part : new Clause.And(words);
  }

  private void corrected(Question question) throws IOException {
    Optional<Rescue> meant = engine.corrected(question, 0);
    if (meant.isPresent()) {
      Rescue rescue = meant.get();
      String label = "“%s” without any filter".formatted(rescue.label());
      List<String> values = List.of(rescue.label());
      found.add(new Rescue(label, rescue.question(), rescue.total(), "corrected", values));
    }
  }

  private void offer(String key, String label, Question question, Clause clause, String... values)
      throws IOException {
    offer(key, label, question.with(Query.of(QueryPrinter.print(clause))), values);
  }

  /// @param label what is different, with a place for each value
  private void offer(String key, String label, Question other, String... values)
      throws IOException {
    if (found.size() < MOST && counts++ < MOST_COUNTS) {
      long total = engine.count(other);
      if (total > 0) {
        Question first = other.page(1, Question.DEFAULT_SIZE);
        List<String> all = List.of(values);
        found.add(new Rescue(label.formatted(all.toArray()), first, total, key, all));
      }
    }
  }
}

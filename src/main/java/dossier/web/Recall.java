package dossier.web;

import dossier.search.Answer;
import dossier.search.Engine;
import dossier.search.Question;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Remembers answers until the index changes: the home and browse pages put the same questions, one
/// for every threat type or region, at every visit.
final class Recall {

  /// Enough for both pages and for a few spans of years; an answer without hits takes a few kB.
  private static final int MOST = 256;

  private final Engine engine;
  private final Map<Question, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);
  private Engine.@Nullable Holdings current;

  Recall(Engine engine) {
    this.engine = engine;
  }

  /// The answer as of the last commit.
  ///
  /// @throws IOException when the storage fails
  Answer search(Question question) throws IOException {
    // Looked at before the search, so that an answer is never older than what it is kept for.
    Engine.Holdings now = engine.holdings();
    Answer known = known(question, now);
    if (known != null) {
      return known;
    }
    Answer answer = engine.search(question);
    keep(question, answer, now);
    return answer;
  }

  private synchronized @Nullable Answer known(Question question, Engine.Holdings now) {
    if (!now.equals(current)) {
      answers.clear();
      current = now;
    }
    return answers.get(question);
  }

  private synchronized void keep(Question question, Answer answer, Engine.Holdings now) {
    if (!now.equals(current)) {
      return;
    }
    answers.put(question, answer);
    if (answers.size() > MOST) {
      answers.remove(answers.keySet().iterator().next());
    }
  }
}

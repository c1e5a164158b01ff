package dossier.index;

import dossier.report.Vocabularies;
import dossier.search.Answer;
import dossier.search.Engine.Discovery;
import dossier.search.Engine.Relative;
import dossier.search.Engine.Suggestion;
import dossier.search.Question;
import java.io.IOException;
import java.util.List;

/// Helping readers to the right words with what the index holds anyway. Nothing is built beside it,
/// so there is nothing to wait for, to keep in memory, or to grow stale.
final class LuceneDiscovery implements Discovery {

  private final LuceneEngine engine;
  private volatile Labels labels = Labels.NONE;

  LuceneDiscovery(LuceneEngine engine) {
    this.engine = engine;
  }

  @Override
  public List<Suggestion> suggestions(String typed, int most) throws IOException {
    Labels known = labels();
    return engine.reading(snapshot -> new Suggesting(snapshot, known, typed).suggestions(most));
  }

  @Override
  public List<String> spellings(String word, int most) throws IOException {
    Names names = engine.names();
    return engine.reading(snapshot -> new Spelling(snapshot, names).of(word, most));
  }

  @Override
  public List<Relative> related(String id, int most) throws IOException {
    Vocabularies vocabularies = engine.vocabularies();
    return engine.reading(snapshot -> new Kinship(snapshot, vocabularies).of(id, most));
  }

  @Override
  public Answer.Described described(Question question, int most) throws IOException {
    Names names = engine.names();
    Labels known = labels();
    return engine.reading(
        snapshot -> new Answers(snapshot, names).described(question, known, most));
  }

  private Labels labels() {
    Vocabularies now = engine.vocabularies();
    Labels known = labels;
    if (!known.of(now)) {
      known = new Labels(now);
      labels = known;
    }
    return known;
  }
}

package dossier.ingest;

import dossier.index.LuceneEngine;
import dossier.search.Answer;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.Hit;
import dossier.search.Query;
import dossier.search.Question;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A run in a process of its own that ends, as by `kill -9`, at its n-th step: before a write,
 * before a commit, or after one. Arguments: corpus, store, n.
 */
final class KilledRun {

  /** Exit status of a process that killed itself. */
  static final int KILLED = 9;

  private KilledRun() {}

  static void main(String[] arguments) throws Exception {
    Path store = Path.of(arguments[1]);
    try (Engine engine = LuceneEngine.open(store, Corpus.CLASSIFIER.vocabularies())) {
      Stumbling stumbling = new Stumbling(engine, Integer.parseInt(arguments[2]));
      Corpus.run(new Corpus(Path.of(arguments[0])).ingest(stumbling));
    }
  }

  private static final class Stumbling implements Engine {

    private final Engine engine;
    private int left;

    Stumbling(Engine engine, int left) {
      this.engine = engine;
      this.left = left;
    }

    private void step() {
      if (--left == 0) {
        Runtime.getRuntime().halt(KILLED);
      }
    }

    @Override
    public Hit.Why why(String id, Question question) throws IOException {
      return engine.why(id, question);
    }

    @Override
    public Chronicle chronicle() {
      return engine.chronicle();
    }

    @Override
    public void write(List<Change> changes) throws IOException {
      step();
      engine.write(changes);
    }

    @Override
    public void commit() throws IOException {
      step();
      engine.commit();
      step();
    }

    @Override
    public Holdings each(Question question, Taker taker) throws IOException {
      return engine.each(question, taker);
    }

    @Override
    public Answer search(Question question) throws IOException {
      return engine.search(question);
    }

    @Override
    public Answer search(Question question, Hit.Place after) throws IOException {
      return engine.search(question, after);
    }

    @Override
    public void learn(dossier.report.Synonyms synonyms) {
      engine.learn(synonyms);
    }

    @Override
    public Trend trend(Question question, Dimension dimension, Period period) throws IOException {
      return engine.trend(question, dimension, period);
    }

    @Override
    public long count(Question question) throws IOException {
      return engine.count(question);
    }

    @Override
    public Discovery discovery() {
      return engine.discovery();
    }

    @Override
    public Lookup lookup(String id) throws IOException {
      return engine.lookup(id);
    }

    @Override
    public List<Hit.Mark> marks(String id, Query query) throws IOException {
      return engine.marks(id, query);
    }

    @Override
    public List<Version> versions(String id) throws IOException {
      return engine.versions(id);
    }

    @Override
    public Holdings holdings() throws IOException {
      return engine.holdings();
    }

    @Override
    public Ledger ledger() {
      return engine.ledger();
    }

    @Override
    public String edition() throws IOException {
      return engine.edition();
    }

    @Override
    public Revision revise() throws IOException {
      return engine.revise();
    }

    @Override
    public void close() throws IOException {
      engine.close();
    }
  }
}

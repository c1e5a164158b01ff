package dossier.web;

import dossier.report.Report;
import dossier.search.Answer;
import dossier.search.Engine;
import dossier.search.Hit;
import dossier.search.Question;
import dossier.search.QuestionUrl;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The results before and behind a report among those of the search one came from. Its address
/// carries the question with its page, so nothing else has to.
final class Neighbours {

  private final Engine engine;
  private final Recall recall;

  Neighbours(Engine engine) {
    this.engine = engine;
    // Who steps through results asks for the same page of them at every step.
    this.recall = new Recall(engine);
  }

  /// The way back and along; empty where there is none.
  ///
  /// @param back the page of results this one is on
  /// @param position `3 of 61`
  record View(String back, String position, Link previous, Link next) {}

  /// A report to go to; without an address when there is none.
  record Link(String href, String title, String lang) {

    static final Link NONE = new Link("", "", "");
  }

  View of(Report report, Opening opening) throws IOException {
    Question question = opening.question();
    if (QuestionUrl.write(question).isEmpty()) {
      return new View("", "", Link.NONE, Link.NONE);
    }
    String back = Addresses.search(question);
    Answer answer = recall.search(question);
    List<Report> hits = answer.hits().stream().map(Hit::report).toList();
    List<String> ids = hits.stream().map(Report::id).toList();
    int at = ids.indexOf(report.id());
    if (at < 0) {
      return new View(back, "", Link.NONE, Link.NONE);
    }
    long rank = (question.page() - 1L) * question.size() + at + 1;
    return new View(
        back,
        Words.say("reading.result", "n", rank, "all", answer.listed()),
        at > 0 ? link(hits.get(at - 1), opening, 0) : beyond(opening, rank - 1, -1),
        at + 1 < hits.size() ? link(hits.get(at + 1), opening, 0) : beyond(opening, rank + 1, 1));
  }

  /// The first or last result of another page.
  private Link beyond(Opening opening, long rank, int turn) throws IOException {
    if (rank < 1 || rank > Question.MAX_PAGE) {
      return Link.NONE;
    }
    List<Hit> hits = engine.search(opening.question().page((int) rank, 1)).hits();
    return link(hits.isEmpty() ? null : hits.getFirst().report(), opening, turn);
  }

  private static Link link(@Nullable Report report, Opening opening, int turn) {
    if (report == null) {
      return Link.NONE;
    }
    Question question = opening.question();
    Opening there = opening.of(question.page(question.page() + turn, question.size()));
    return new Link(there.address(report), report.title(), Hits.lang(report));
  }
}

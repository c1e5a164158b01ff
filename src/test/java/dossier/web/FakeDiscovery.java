package dossier.web;

import dossier.report.Report;
import dossier.search.Answer;
import dossier.search.Engine;
import dossier.search.Engine.Discovery;
import dossier.search.Engine.Relative;
import dossier.search.Engine.Suggestion;
import dossier.search.Hit.Mark;
import dossier.search.Question;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Knows one misspelling, and that all reports are alike. */
record FakeDiscovery(Engine engine, List<Report> reports) implements Discovery {

  @Override
  public List<Suggestion> suggestions(String typed, int most) {
    String begin = typed.toLowerCase(Locale.ROOT);
    return reports.stream()
        .filter(report -> !begin.isEmpty())
        .filter(report -> report.title().toLowerCase(Locale.ROOT).startsWith(begin))
        .limit(most)
        .map(report ->
            new Suggestion(
                Suggestion.Kind.REPORT,
                report.id(),
                report.title(),
                List.of(new Mark(0, begin.length())),
                1))
        .toList();
  }

  @Override
  public List<String> spellings(String word, int most) {
    return word.equals("bordre") ? List.of("border") : List.of();
  }

  @Override
  public List<Relative> related(String id, int most) {
    return reports.stream()
        .filter(report -> !report.id().equals(id))
        .limit(most)
        .map(report -> new Relative(report, List.of("sleeper cells")))
        .toList();
  }

  @Override
  public Answer.Described described(Question question, int most) throws IOException {
    Answer answer = engine.search(question);
    boolean tells = question.page() == 1 && !answer.hits().isEmpty();
    return new Answer.Described(answer, tells ? List.of("provinces", "dormant list") : List.of());
  }
}

package dossier;

import dossier.index.LuceneEngine;
import dossier.report.Report;
import dossier.report.Vocabularies;
import dossier.search.Answer;
import dossier.search.Answer.Rescue;
import dossier.search.Engine;
import dossier.search.Hit;
import dossier.search.Query;
import dossier.search.Question;
import dossier.search.QuestionUrl;
import dossier.web.AnswerJson;
import dossier.web.Questions;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `dossier search`.
@Command(
    name = "search",
    description = "Search from the terminal, also beside a running portal.",
    mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private final Places places = new Places();

  @Parameters(paramLabel = "QUERY", arity = "0..*", description = "what to search for")
  private List<String> words = List.of();

  @Option(
      names = "--with",
      paramLabel = "NAME=VALUE",
      description =
          "a parameter of the search address, such as region=kazakhstan, sort=newest or reading=literal")
  private Map<String, String> parameters = Map.of();

  @Option(names = "--json", description = "the answer as JSON, as /search.json gives it")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Settings settings = places.settings(Map.of());
    Vocabularies vocabularies = settings.classifier().vocabularies();
    Map<String, List<String>> asked = new HashMap<>();
    parameters.forEach((name, value) -> asked.put(name, List.of(value)));
    asked.put("q", List.of(String.join(" ", words)));
    PrintWriter out = spec.commandLine().getOut();
    try (LuceneEngine engine = LuceneEngine.openReadOnly(settings.store(), vocabularies)) {
      if (places.namesCorpus()) {
        House.sameCorpus(engine, settings);
      }
      QuestionUrl.Understood understood = Questions.read(asked, engine, vocabularies);
      Answer answer = engine.search(understood.question());
      if (json) {
        out.println(AnswerJson.of(answer, understood, vocabularies, engine));
      } else {
        understood.notices().forEach(notice -> out.println(Plain.of(notice.text())));
        print(answer, out);
        help(answer, engine, out);
      }
    }
    out.flush();
    return 0;
  }

  private static void print(Answer answer, PrintWriter out) {
    answer.notices().forEach(notice -> out.println(Plain.of(notice.text())));
    Query query = answer.question().query();
    if (!query.notices().isEmpty()) {
      out.println(Plain.of("Understood as: " + query.understood()));
      out.println("--with reading=literal searches for the words as they were typed.");
    }
    for (Query.Also also : answer.also()) {
      out.println(
          Plain.of(
              "Also searched for %s: %s".formatted(also.typed(), String.join(", ", also.names()))));
    }
    out.printf("%,d reports in %d ms%n", answer.total(), answer.took().toMillis());
    if (answer.grouped() > 0) {
      out.printf(
          "%,d of them as versions of others: versions=all shows each by itself%n",
          answer.grouped());
    }
    for (Hit hit : answer.hits()) {
      Report report = hit.report();
      out.printf(
          "%n%s%n  %s%s%n",
          Plain.of(report.title()), Plain.of(source(report)), Plain.of(report.location()));
      for (Hit.Snippet snippet : hit.snippets()) {
        out.printf(
            "  %s%s%n",
            report.paged() ? "p. " + snippet.page() + "  " : "", Plain.of(snippet.text()));
      }
    }
  }

  /// What to search for instead, when little was found.
  private static void help(Answer answer, Engine engine, PrintWriter out) throws IOException {
    Question question = answer.question();
    Optional<Rescue> meant = engine.corrected(question, answer.total());
    if (meant.isPresent()) {
      Rescue rescue = meant.get();
      out.printf("%nDid you mean: %s  (%,d)%n", Plain.of(rescue.label()), rescue.total());
    }
    List<Rescue> rescues = answer.total() == 0 ? engine.rescues(question) : List.of();
    if (!rescues.isEmpty()) {
      out.printf("%nThese searches find something:%n");
    }
    for (Rescue rescue : rescues) {
      String search = Plain.of(rescue.question().query().text());
      out.printf(
          "  %s  (%,d)%s%n",
          Plain.of(rescue.label()),
          rescue.total(),
          rescue.question().query().equals(question.query()) ? "" : ": " + search);
    }
  }

  private static String source(Report report) {
    StringBuilder line = new StringBuilder();
    append(line, report.series() == null ? null : report.series().name());
    append(line, report.published() == null ? "undated" : report.published().iso());
    return line.toString();
  }

  private static void append(StringBuilder line, @Nullable String part) {
    if (part != null) {
      line.append(part).append(" · ");
    }
  }
}

package dossier;

import com.fasterxml.jackson.databind.ObjectMapper;
import dossier.index.LuceneEngine;
import dossier.report.Classifier;
import dossier.search.Engine;
import dossier.search.LedgerEntry;
import dossier.search.LedgerEntry.Outcome;
import dossier.text.Reason;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `dossier status`.
@Command(
    name = "status",
    description = "What the archive holds; what was refused and why.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private final Places places = new Places();

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Settings settings = places.settings(Map.of());
    PrintWriter out = spec.commandLine().getOut();
    try (LuceneEngine engine =
        LuceneEngine.openReadOnly(settings.store(), Classifier.load().vocabularies())) {
      if (places.namesCorpus()) {
        House.sameCorpus(engine, settings);
      }
      if (json) {
        out.println(
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json(engine)));
      } else {
        print(engine, out);
      }
    }
    out.flush();
    return 0;
  }

  private static Map<String, Object> json(LuceneEngine engine) throws IOException {
    List<LedgerEntry> all = engine.ledger().all();
    long entries = all.stream().filter(entry -> entry.location().isEntry()).count();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("files", all.size() - entries);
    json.put("entries", entries);
    json.put("reports", engine.holdings().reports());
    Map<String, Long> outcomes = new TreeMap<>();
    Map<String, Long> reasons = new TreeMap<>();
    List<Map<String, Object>> list = new ArrayList<>();
    for (LedgerEntry entry : all) {
      outcomes.merge(name(entry.outcome()), 1L, Long::sum);
      Reason reason = entry.reason();
      if (reason != null) {
        reasons.merge(name(reason), 1L, Long::sum);
      }
      if (reason != null || entry.outcome() == Outcome.PARTIAL || remarked(entry)) {
        list.add(json(entry));
      }
    }
    json.put("missing", missing(engine));
    json.put("outcomes", outcomes);
    json.put("reasons", reasons);
    json.put("list", list);
    return json;
  }

  private static Map<String, Object> json(LedgerEntry entry) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("path", entry.location().path());
    json.put("outcome", name(entry.outcome()));
    Reason reason = entry.reason();
    if (reason != null) {
      json.put("reason", name(reason));
      json.put("words", reason.words());
      json.put("advice", reason.advice());
    }
    json.put("detail", entry.detail());
    json.put("mediaType", entry.mediaType());
    json.put("parser", entry.parser());
    json.put("millis", entry.millis());
    json.put("attempts", entry.attempts());
    json.put("when", entry.when().toString());
    return json;
  }

  /// Whether something about an indexed document should be known, such as a slip in its sidecar.
  private static boolean remarked(LedgerEntry entry) {
    return entry.outcome() == Outcome.INDEXED && !entry.detail().isEmpty();
  }

  /// How many files of the ledger are no longer there: some while a portal is about to notice, many
  /// while it holds back their removal.
  private static long missing(LuceneEngine engine) throws IOException {
    String corpus = engine.corpus();
    if (corpus == null) {
      return 0;
    }
    return engine.ledger().all().stream()
        .filter(entry -> !entry.location().isEntry())
        .filter(entry ->
            Files.notExists(Path.of(corpus, entry.location().path()), LinkOption.NOFOLLOW_LINKS))
        .count();
  }

  private static void print(LuceneEngine engine, PrintWriter out) throws IOException {
    Engine.Holdings holdings = engine.holdings();
    out.printf(
        "%,d reports in %,d series and %,d languages%n",
        holdings.reports(), holdings.series(), holdings.languages());
    engine
        .ledger()
        .counts()
        .forEach((outcome, count) -> out.printf("%,8d %s%n", count, words(outcome)));
    long missing = missing(engine);
    if (missing > 0) {
      out.printf("%,8d of these files are missing from %s%n", missing, engine.corpus());
    }
    engine
        .ledger()
        .of(Outcome.REFUSED, Outcome.PARTIAL, Outcome.INDEXED)
        .forEach(entry -> print(entry, out));
  }

  private static void print(LedgerEntry entry, PrintWriter out) {
    Reason reason = entry.reason();
    if (reason != null) {
      out.printf(
          "%n%s%n  %s: %s%n  %s%n",
          Plain.of(entry.location()), reason.words(), Plain.of(entry.detail()), reason.advice());
    } else if (entry.outcome() == Outcome.PARTIAL || remarked(entry)) {
      String words = entry.outcome() == Outcome.PARTIAL ? "Read in part. " : "";
      out.printf("%n%s%n  %s%s%n", Plain.of(entry.location()), words, Plain.of(entry.detail()));
    }
  }

  /// An outcome as a reader would say it.
  static String words(Outcome outcome) {
    return switch (outcome) {
      case INDEXED -> "read and indexed";
      case PARTIAL -> "read in part";
      case DUPLICATE -> "the same as another file";
      case CONTAINER -> "archive files";
      case REFUSED -> "could not be read";
      case SKIPPED -> "no documents (sidecars, hidden files)";
    };
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package dossier;

import dossier.archive.Nearest;
import dossier.index.LuceneEngine;
import dossier.search.Engine;
import dossier.search.LedgerEntry;
import dossier.search.LedgerEntry.Outcome;
import dossier.text.Reason;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `dossier status`. Lists what someone should know about: what was refused, read in part, read
/// with a remark, or skipped though it looks as if it were meant; or what `--reason` and
/// `--outcome` ask for.
@Command(
    name = "status",
    description = "What the archive holds; what was refused and why.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private final Places places = new Places();

  @Option(names = "--json", description = "as JSON")
  private boolean json;

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      description = "list only what was refused for this reason, such as damaged")
  private @Nullable String reason;

  @Option(
      names = "--outcome",
      paramLabel = "OUTCOME",
      description = "list only this: indexed, partial, duplicate, container, refused or skipped")
  private @Nullable String outcome;

  @Override
  public Integer call() throws Exception {
    Predicate<LedgerEntry> asked = asked();
    Settings settings = places.settings(Map.of());
    PrintWriter out = spec.commandLine().getOut();
    try (LuceneEngine engine =
        LuceneEngine.openReadOnly(settings.store(), settings.classifier().vocabularies())) {
      if (places.namesCorpus()) {
        House.sameCorpus(engine, settings);
      }
      List<LedgerEntry> ledger = engine.ledger().all();
      List<LedgerEntry> list = ledger.stream().filter(asked).toList();
      Engine.Holdings holdings = engine.holdings();
      long missing = missing(ledger, engine.corpus());
      if (json) {
        out.println(StatusJson.of(ledger, list, holdings.reports(), missing));
      } else {
        out.printf(
            "%,d reports in %,d series and %,d languages%n",
            holdings.reports(), holdings.series(), holdings.languages());
        counts(ledger, out);
        missing(missing, engine.corpus(), out);
        list(list, out);
      }
    }
    out.flush();
    return 0;
  }

  private Predicate<LedgerEntry> asked() throws Complaints.Complaint {
    if (reason == null && outcome == null) {
      return StatusCommand::matters;
    }
    Reason why = reason == null ? null : Reason.of(reason);
    if (reason != null && why == null) {
      throw unknown("--reason", reason, Reason.names());
    }
    List<String> outcomes = Arrays.stream(Outcome.values()).map(StatusCommand::id).toList();
    if (outcome != null && !outcomes.contains(outcome)) {
      throw unknown("--outcome", outcome, outcomes);
    }
    return entry ->
        (why == null || entry.reason() == why)
            && (outcome == null || id(entry.outcome()).equals(outcome));
  }

  private static Complaints.Complaint unknown(String option, String given, List<String> known) {
    return new Complaints.Complaint(
        "%s: there is no “%s”%s; known are %s"
            .formatted(
                option, Plain.of(given), Nearest.to(given, known), String.join(", ", known)));
  }

  private static boolean matters(LedgerEntry entry) {
    return switch (entry.outcome()) {
      case REFUSED, PARTIAL -> true;
      case INDEXED -> !entry.detail().isEmpty();
      // A sidecar that describes nothing, or a link, was put there for a purpose.
      case SKIPPED -> entry.detail().contains("without") || entry.detail().contains("not ");
      case DUPLICATE, CONTAINER -> false;
    };
  }

  /// How many files of the ledger are no longer there.
  private static long missing(List<LedgerEntry> ledger, @Nullable String corpus) {
    return corpus == null
        ? 0
        : ledger.stream()
            .filter(entry -> !entry.location().isEntry())
            .filter(entry ->
                Files.notExists(
                    Path.of(corpus, entry.location().path()), LinkOption.NOFOLLOW_LINKS))
            .count();
  }

  private static void missing(long missing, @Nullable String corpus, PrintWriter out) {
    if (missing > 0) {
      out.printf(
          "%,8d of these files are missing from %s: a portal that runs takes their reports out"
              + " within seconds,%n         unless most are gone; then its status page says what it"
              + " waits for%n",
          missing, corpus);
    }
  }

  private static void counts(List<LedgerEntry> ledger, PrintWriter out) {
    for (Outcome outcome : Outcome.values()) {
      long count = ledger.stream().filter(entry -> entry.outcome() == outcome).count();
      out.printf("%,8d %s%n", count, words(outcome));
      if (outcome == Outcome.REFUSED) {
        for (Reason reason : Reason.values()) {
          long some = ledger.stream().filter(entry -> entry.reason() == reason).count();
          if (some > 0) {
            out.printf("%,14d %s (%s)%n", some, reason.words(), reason.id());
          }
        }
      }
    }
  }

  private static void list(List<LedgerEntry> list, PrintWriter out) {
    for (Reason reason : Reason.values()) {
      List<LedgerEntry> some = list.stream().filter(entry -> entry.reason() == reason).toList();
      if (!some.isEmpty()) {
        out.printf("%n%s: %,d%n%s%n", reason.words(), some.size(), reason.advice());
        some.forEach(entry -> print(entry, out));
      }
    }
    Map<Outcome, List<LedgerEntry>> rest =
        list.stream()
            .filter(entry -> entry.reason() == null)
            .collect(Collectors.groupingBy(LedgerEntry::outcome));
    for (Outcome outcome : Outcome.values()) {
      List<LedgerEntry> some = rest.getOrDefault(outcome, List.of());
      if (!some.isEmpty()) {
        out.printf("%n%s: %,d%n", heading(outcome), some.size());
        some.forEach(entry -> print(entry, out));
      }
    }
  }

  private static String heading(Outcome outcome) {
    String words = words(outcome);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static void print(LedgerEntry entry, PrintWriter out) {
    out.printf("  %s%n", Plain.of(entry.location()));
    if (!entry.detail().isEmpty()) {
      String tried = entry.attempts() > 1 ? " (tried %d times)".formatted(entry.attempts()) : "";
      out.printf("      %s%s%n", Plain.of(entry.detail()), tried);
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

  /// An outcome in commands, addresses and JSON.
  static String id(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }
}

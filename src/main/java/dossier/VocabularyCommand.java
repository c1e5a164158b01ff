package dossier;

import dossier.report.Skos;
import dossier.report.VocabularyException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `dossier vocabulary`: to and from SKOS, which other programs understand.
@Command(
    name = "vocabulary",
    description = "Writes the vocabularies as SKOS, or makes one of SKOS.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {VocabularyCommand.Export.class, VocabularyCommand.Import.class})
final class VocabularyCommand {

  /// `dossier vocabulary export`.
  @Command(
      name = "export",
      description = "Writes regions.ttl and threats.ttl.",
      mixinStandardHelpOptions = true)
  static final class Export implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "the folder to write into")
    private Path folder = Path.of(".");

    @Option(
        names = "--from",
        paramLabel = "DIR",
        description = "the folder with regions.yaml and threats.yaml (default: those built in)")
    private @Nullable Path from;

    @Override
    public Integer call() throws Exception {
      Files.createDirectories(folder);
      for (Skos.Kind kind : Skos.Kind.values()) {
        Path file = folder.resolve(kind.plural() + ".ttl");
        Files.writeString(file, turtle(kind), StandardCharsets.UTF_8);
        say(spec, "Wrote " + file + ".");
      }
      return 0;
    }

    private String turtle(Skos.Kind kind) throws Exception {
      try {
        return from == null ? Skos.turtle(kind) : Skos.turtle(kind, from);
      } catch (VocabularyException e) {
        throw complaint(e);
      }
    }
  }

  /// `dossier vocabulary import`.
  @Command(
      name = "import",
      description = "Makes regions.yaml or threats.yaml of a SKOS file in Turtle.",
      mixinStandardHelpOptions = true)
  static final class Import implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the SKOS file, in Turtle")
    private Path file = Path.of("");

    private Skos.Kind kind = Skos.Kind.REGIONS;

    @Option(
        names = "--as",
        required = true,
        paramLabel = "regions|threats",
        description = "what it is to be a vocabulary of")
    void as(String typed) {
      for (Skos.Kind each : Skos.Kind.values()) {
        if (each.plural().equals(typed)) {
          kind = each;
          return;
        }
      }
      throw new CommandLine.TypeConversionException(
          "“" + typed + "” is neither regions nor threats");
    }

    @Option(
        names = "--scheme",
        paramLabel = "IRI",
        description = "the concept scheme to take, where the file holds several")
    private String scheme = "";

    @Option(names = "--into", paramLabel = "DIR", description = "the folder to write into")
    private Path folder = Path.of(".");

    @Override
    public Integer call() throws Exception {
      Path made = folder.resolve(kind.file());
      if (Files.exists(made)) {
        throw new Complaints.Complaint(
            made + " is there already: move it away, or write elsewhere with --into DIR");
      }
      Skos.Imported imported;
      try {
        imported = Skos.yaml(kind, file, scheme);
      } catch (VocabularyException e) {
        throw complaint(e);
      }
      Files.createDirectories(folder);
      Files.writeString(made, imported.yaml(), StandardCharsets.UTF_8);
      imported.remarks().forEach(remark -> say(spec, Plain.of(remark)));
      say(spec, "Wrote %s with %d entries.".formatted(made, imported.entries()));
      return 0;
    }
  }

  private static Complaints.Complaint complaint(VocabularyException e) {
    List<String> problems = e.problems().stream().map(Plain::of).toList();
    return new Complaints.Complaint(String.join("\n", problems));
  }

  private static void say(@Nullable CommandSpec spec, String sentence) {
    if (spec != null) {
      spec.commandLine().getOut().println(sentence);
    }
  }
}

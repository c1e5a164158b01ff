package dossier.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Vocabularies as SKOS (W3C Recommendation of 2009) in Turtle, there and back.
///
/// | of an entry | in SKOS |
/// |---|---|
/// | id | `skos:notation` |
/// | label | `skos:prefLabel` |
/// | names without a star | `skos:altLabel` |
/// | definition, why | `skos:definition` |
/// | parents, members | `skos:broader`, `skos:narrower` |
///
/// What SKOS has no word for stands in properties of the namespace `urn:dossier:vocabulary:`, named
/// as the keys of the YAML files; `pattern` holds names with a star.
public final class Skos {

  /// Which vocabulary.
  public enum Kind {
    REGIONS,
    THREATS;

    /// `regions` or `threats`.
    public String plural() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The name of its YAML file.
    public String file() {
      return plural() + ".yaml";
    }
  }

  /// A vocabulary taken from SKOS.
  ///
  /// @param yaml the content of its YAML file
  /// @param entries how many entries it has
  /// @param remarks what could not be taken over as it stood, one sentence each
  public record Imported(String yaml, int entries, List<String> remarks) {
    public Imported {
      remarks = List.copyOf(remarks);
    }
  }

  static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
  static final String OWN = "urn:dossier:vocabulary:";

  private Skos() {}

  /// The vocabulary built into the program, as Turtle.
  ///
  /// @throws IOException when it is not in the program
  public static String turtle(Kind kind) throws IOException {
    try (InputStream in = Skos.class.getResourceAsStream("/vocabulary/" + kind.file())) {
      if (in == null) {
        throw new IOException(kind.file() + " is not in the program");
      }
      return turtle(kind, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /// The vocabulary of a folder, as Turtle.
  ///
  /// @throws IOException when its file cannot be read
  /// @throws VocabularyException when it cannot be used
  public static String turtle(Kind kind, Path folder) throws IOException {
    return turtle(kind, Files.readString(folder.resolve(kind.file()), StandardCharsets.UTF_8));
  }

  static String turtle(Kind kind, String yaml) {
    load(kind, kind.file(), yaml);
    return SkosWriter.write(kind, yaml);
  }

  /// Takes a vocabulary from a Turtle file.
  ///
  /// @param scheme IRI of the concept scheme to take; empty when the file holds one
  /// @throws IOException when the file cannot be read
  /// @throws VocabularyException when no vocabulary can be made of it, with all that is wrong
  public static Imported yaml(Kind kind, Path file, String scheme) throws IOException {
    Imported imported =
        SkosReader.read(kind, file.getFileName() + "", Files.readAllBytes(file), scheme);
    load(kind, "the vocabulary made of " + file.getFileName(), imported.yaml());
    return imported;
  }

  private static void load(Kind kind, String file, String yaml) {
    List<String> problems = new ArrayList<>();
    switch (kind) {
      case REGIONS -> VocabularyLoader.regions(file, yaml, problems);
      case THREATS -> VocabularyLoader.threats(file, yaml, problems);
    }
    if (!problems.isEmpty()) {
      throw new VocabularyException(problems);
    }
  }
}

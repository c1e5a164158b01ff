package dossier.report;

import dossier.archive.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where the vocabulary files come from: the program itself or a folder.
final class VocabularyFiles {

  private static final String REGIONS = "regions.yaml";
  private static final String THREATS = "threats.yaml";

  /// Beside the folder of the others: an edit of it labels no report again.
  private static final String SYNONYMS = "synonyms.txt";

  /// Both vocabularies and the names their entries are recognised by.
  ///
  /// @param fingerprint changes with every character of the files that label
  record Loaded(
      Vocabularies vocabularies, Lexicon regionNames, Lexicon threatNames, String fingerprint) {}

  private interface Opener {
    String read(String name) throws IOException;
  }

  private VocabularyFiles() {}

  /// The files packed into the program.
  static Loaded builtIn() {
    return load(name -> {
      String path = name.equals(SYNONYMS) ? "/" + name : "/vocabulary/" + name;
      try (InputStream in = Classifier.class.getResourceAsStream(path)) {
        if (in == null) {
          throw new IOException("not in the program");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    });
  }

  /// The files of a folder, and the synonyms beside it where there are any.
  static Loaded in(Path folder) {
    return load(name -> {
      Path file = name.equals(SYNONYMS) ? synonyms(folder) : folder.resolve(name);
      return name.equals(SYNONYMS) && Files.notExists(file)
          ? ""
          : Files.readString(file, StandardCharsets.UTF_8);
    });
  }

  /// Where the synonyms to the vocabularies of a folder are.
  static Path synonyms(Path folder) {
    return folder.toAbsolutePath().normalize().resolveSibling(SYNONYMS);
  }

  private static Loaded load(Opener files) {
    List<String> problems = new ArrayList<>();
    String regionFile = read(files, REGIONS, "[]", problems);
    String threatFile = read(files, THREATS, "[]", problems);
    String synonymFile = read(files, SYNONYMS, "", problems);
    VocabularyLoader.Loaded regions = VocabularyLoader.regions(REGIONS, regionFile, problems);
    VocabularyLoader.Loaded threats = VocabularyLoader.threats(THREATS, threatFile, problems);
    SynonymsFile synonyms = SynonymsFile.read(SYNONYMS, synonymFile, problems);
    if (!problems.isEmpty()) {
      throw new VocabularyException(problems);
    }
    return new Loaded(
        new Vocabularies(
            regions.vocabulary(),
            threats.vocabulary(),
            Synonyms.of(synonyms, regions.vocabulary(), threats.vocabulary())),
        new Lexicon(regions.names()),
        new Lexicon(threats.names()),
        Hash.of(Hash.of(regionFile) + Hash.of(threatFile)));
  }

  private static String read(Opener files, String name, String nothing, List<String> problems) {
    try {
      return files.read(name);
    } catch (IOException e) {
      problems.add(name + ":1: cannot be read (" + e.getMessage() + ")");
      return nothing;
    }
  }
}

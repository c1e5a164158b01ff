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

  /// Both vocabularies and the names their entries are recognised by.
  ///
  /// @param fingerprint changes with every character of the files
  record Loaded(
      Vocabularies vocabularies, Lexicon regionNames, Lexicon threatNames, String fingerprint) {}

  private interface Opener {
    String read(String name) throws IOException;
  }

  private VocabularyFiles() {}

  /// The files packed into the program.
  static Loaded builtIn() {
    return load(name -> {
      try (InputStream in = Classifier.class.getResourceAsStream("/vocabulary/" + name)) {
        if (in == null) {
          throw new IOException("not in the program");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    });
  }

  /// The files of a folder.
  static Loaded in(Path folder) {
    return load(name -> Files.readString(folder.resolve(name), StandardCharsets.UTF_8));
  }

  private static Loaded load(Opener files) {
    List<String> problems = new ArrayList<>();
    String regionFile = read(files, REGIONS, problems);
    String threatFile = read(files, THREATS, problems);
    VocabularyLoader.Loaded regions = VocabularyLoader.regions(REGIONS, regionFile, problems);
    VocabularyLoader.Loaded threats = VocabularyLoader.threats(THREATS, threatFile, problems);
    if (!problems.isEmpty()) {
      throw new VocabularyException(problems);
    }
    return new Loaded(
        new Vocabularies(regions.vocabulary(), threats.vocabulary()),
        new Lexicon(regions.names()),
        new Lexicon(threats.names()),
        Hash.of(Hash.of(regionFile) + Hash.of(threatFile)));
  }

  private static String read(Opener files, String name, List<String> problems) {
    try {
      return files.read(name);
    } catch (IOException e) {
      problems.add(name + ":1: cannot be read (" + e.getMessage() + ")");
      return "[]";
    }
  }
}

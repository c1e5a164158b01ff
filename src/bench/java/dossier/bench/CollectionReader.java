package dossier.bench;

import dossier.bench.TestCollection.Doc;
import dossier.bench.TestCollection.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a test collection, recognising its form by what lies in the folder. Every failure is an
/// [IOException] whose message says what was expected.
final class CollectionReader {

  private CollectionReader() {}

  static TestCollection read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(folder + " is no folder.");
    }
    List<Path> files = Folders.files(folder).stream().sorted().toList();
    Optional<Path> tsv = named(files, "docs.tsv");
    Optional<Path> cranfield = named(files, "cran.all.1400");
    Optional<Path> cisi = named(files, "cisi.all");
    TestCollection read;
    if (tsv.isPresent()) {
      read = tsv(tsv.get(), need(files, "queries.tsv"), need(files, "qrels"));
    } else if (cranfield.isPresent()) {
      read = cranfield(cranfield.get(), need(files, "cran.qry"), need(files, "cranqrel"));
    } else if (cisi.isPresent()) {
      read = cisi(cisi.get(), need(files, "cisi.qry"), need(files, "cisi.rel"));
    } else {
      read = TrecFiles.read(files).orElseThrow(() -> unknown(folder));
    }
    return checked(read, folder);
  }

  private static IOException unknown(Path folder) {
    return new IOException(
        """
        %s holds no test collection I know. One of these is expected:
          docs.tsv, queries.tsv, qrels            id TAB title TAB text; id TAB words; TREC judgments
          cran.all.1400, cran.qry, cranqrel       Cranfield as published
          CISI.ALL, CISI.QRY, CISI.REL            CISI as published
          files with <DOC>, with <top>, and qrels TREC, the names as you like\
        """
            .formatted(folder));
  }

  /// A collection in which something fits together.
  private static TestCollection checked(TestCollection read, Path folder) throws IOException {
    Map<String, Integer> times = new HashMap<>();
    read.docs().forEach(doc -> times.merge(doc.id(), 1, Integer::sum));
    for (Map.Entry<String, Integer> each : times.entrySet()) {
      if (each.getValue() > 1) {
        throw new IOException(folder + " has more than one document " + each.getKey() + ".");
      }
    }
    if (read.docs().isEmpty() || read.topics().isEmpty()) {
      throw new IOException(
          "%s has %s documents and %s queries: there must be some of each."
              .formatted(folder, read.docs().size(), read.topics().size()));
    }
    if (read.judged().topics().isEmpty()) {
      throw new IOException(
          "The judgments of "
              + folder
              + " name no query and document that are both there: are they of this collection?");
    }
    return read;
  }

  private static Optional<Path> named(List<Path> files, String name) {
    return files.stream()
        .filter(file -> String.valueOf(file.getFileName()).equalsIgnoreCase(name))
        .findFirst();
  }

  private static Path need(List<Path> files, String name) throws IOException {
    return named(files, name)
        .or(() -> files.stream().filter(file -> isLike(file, name)).findFirst())
        .orElseThrow(() -> new IOException("The file " + name + " is missing."));
  }

  /// `qrels.txt` for `qrels`, and the like.
  private static boolean isLike(Path file, String name) {
    String there = String.valueOf(file.getFileName());
    return there.regionMatches(true, 0, name, 0, name.length());
  }

  private static TestCollection tsv(Path docs, Path queries, Path qrels) throws IOException {
    List<Doc> read = new ArrayList<>();
    for (Lines.Line line : Lines.of(docs)) {
      String[] parts = line.parts("\t", 2, 3, "an id, a title and a text with tabs between");
      read.add(
          parts.length == 2
              ? new Doc(parts[0], "", parts[1])
              : new Doc(parts[0], parts[1], parts[2]));
    }
    List<Topic> topics = new ArrayList<>();
    for (Lines.Line line : Lines.of(queries)) {
      String[] parts = line.parts("\t", 2, 2, "an id and a query with a tab between");
      topics.add(new Topic(parts[0], parts[1]));
    }
    return new TestCollection("TSV", read, topics, TrecFiles.qrels(qrels));
  }

  /// In the published queries the numbers behind `.I` are not those of the judgments, which count
  /// the queries from 1.
  private static TestCollection cranfield(Path docs, Path queries, Path qrels) throws IOException {
    List<Topic> topics = new ArrayList<>();
    for (DotRecord query : DotRecord.read(queries)) {
      topics.add(new Topic(Integer.toString(topics.size() + 1), query.words()));
    }
    Map<String, Map<String, Integer>> judgments = new HashMap<>();
    for (Lines.Line line : Lines.of(qrels)) {
      String[] parts = line.parts(" +", 3, 3, "query, document and grade");
      // The grades 1 (answers it wholly) to 4 (of some interest) are relevant; -1 and 5 are not.
      int grade = line.number(parts[2]);
      if (grade >= 1 && grade <= 4) {
        judgments.computeIfAbsent(parts[0], id -> new HashMap<>()).put(parts[1], 1);
      }
    }
    return new TestCollection("Cranfield", docs(docs), topics, judgments);
  }

  private static TestCollection cisi(Path docs, Path queries, Path qrels) throws IOException {
    List<Topic> topics =
        DotRecord.read(queries).stream()
            .map(query -> new Topic(query.id(), query.words()))
            .toList();
    Map<String, Map<String, Integer>> judgments = new HashMap<>();
    for (Lines.Line line : Lines.of(qrels)) {
      String[] parts = line.parts("\\s+", 2, 4, "query and document");
      judgments.computeIfAbsent(parts[0], id -> new HashMap<>()).put(parts[1], 1);
    }
    return new TestCollection("CISI", docs(docs), topics, judgments);
  }

  private static List<Doc> docs(Path file) throws IOException {
    return DotRecord.read(file).stream()
        .map(doc -> new Doc(doc.id(), doc.title(), doc.text()))
        .toList();
  }
}

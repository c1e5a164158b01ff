package dossier.bench;

import dossier.bench.TestCollection.Doc;
import dossier.bench.TestCollection.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Documents, topics and judgments as TREC has them, in files of any name: each file is taken by
/// what is in it.
final class TrecFiles {

  private static final Pattern DOC = block("DOC");
  private static final Pattern TOP = block("top");
  private static final Pattern NUMBER = block("DOCNO");
  private static final List<Pattern> TITLES = List.of(block("TITLE"), block("HEADLINE"));
  private static final Pattern MARKUP = Pattern.compile("<[^>]*>");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern QREL = Pattern.compile("\\S+\\s+\\S+\\s+\\S+\\s+-?\\d+\\s*");
  private static final int LOOK = 2000;

  private TrecFiles() {}

  static Optional<TestCollection> read(List<Path> files) throws IOException {
    List<Doc> docs = new ArrayList<>();
    List<Topic> topics = new ArrayList<>();
    Map<String, Map<String, Integer>> judgments = new HashMap<>();
    for (Path file : files) {
      String text = Lines.whole(file);
      String begin = text.substring(0, Math.min(LOOK, text.length()));
      if (begin.contains("<DOC>")) {
        docs.addAll(docs(file, text));
      } else if (begin.contains("<top>")) {
        topics.addAll(topics(file, text));
      } else if (QREL.matcher(begin.lines().findFirst().orElse("")).matches()) {
        judgments.putAll(qrels(file));
      }
    }
    boolean complete = !docs.isEmpty() && !topics.isEmpty() && !judgments.isEmpty();
    return complete
        ? Optional.of(new TestCollection("TREC", docs, topics, judgments))
        : Optional.empty();
  }

  /// Judgments: query, anything, document, grade; grades above 0 are relevant.
  static Map<String, Map<String, Integer>> qrels(Path file) throws IOException {
    Map<String, Map<String, Integer>> judgments = new HashMap<>();
    for (Lines.Line line : Lines.of(file)) {
      String[] parts = line.parts("\\s+", 4, 4, "query, 0, document and grade");
      int grade = line.number(parts[3]);
      if (grade > 0) {
        judgments.computeIfAbsent(parts[0], id -> new HashMap<>()).put(parts[2], grade);
      }
    }
    return judgments;
  }

  private static List<Doc> docs(Path file, String text) throws IOException {
    List<Doc> docs = new ArrayList<>();
    for (String doc : blocks(DOC, text)) {
      String id = first(NUMBER, doc);
      if (id.isEmpty()) {
        throw new IOException(file + ": document " + (docs.size() + 1) + " has no <DOCNO>.");
      }
      StringBuilder title = new StringBuilder();
      String rest = NUMBER.matcher(doc).replaceAll(" ");
      for (Pattern each : TITLES) {
        title.append(first(each, rest)).append(' ');
        rest = each.matcher(rest).replaceAll(" ");
      }
      docs.add(new Doc(id, title.toString().strip(), bare(rest)));
    }
    return docs;
  }

  /// The query is the description, or the title where there is none: the form a reader would type.
  private static List<Topic> topics(Path file, String text) throws IOException {
    List<Topic> topics = new ArrayList<>();
    for (String top : blocks(TOP, text)) {
      String id = field(top, "num").replaceFirst("(?i)^number:\\s*", "");
      String words = field(top, "desc").replaceFirst("(?i)^description:\\s*", "");
      String title = field(top, "title").replaceFirst("(?i)^topic:\\s*", "");
      if (id.isEmpty() || (words + title).isEmpty()) {
        throw new IOException(
            file + ": topic " + (topics.size() + 1) + " needs <num>, and <desc> or <title>.");
      }
      topics.add(new Topic(id, words.isEmpty() ? title : words));
    }
    return topics;
  }

  /// A field of a topic, up to the next one: in the older files they have no end tag.
  private static String field(String top, String name) {
    return first(Pattern.compile("(?is)<" + name + ">(.*?)(?=<[a-z/]|$)"), top);
  }

  private static Pattern block(String name) {
    return Pattern.compile("<" + name + ">(.*?)</" + name + ">", Pattern.DOTALL);
  }

  private static List<String> blocks(Pattern block, String text) {
    return block.matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static String first(Pattern block, String text) {
    Matcher found = block.matcher(text);
    return found.find() ? bare(found.group(1)) : "";
  }

  private static String bare(String marked) {
    return SPACE.matcher(MARKUP.matcher(marked).replaceAll(" ")).replaceAll(" ").strip();
  }
}

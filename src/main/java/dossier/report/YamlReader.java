package dossier.report;

import dossier.archive.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads YAML as a tree of nodes that know their line, so that whatever is wrong is reported with
/// its place. Problems are collected, and reading goes on with what is usable.
final class YamlReader {

  private final String file;
  private final List<String> problems;

  YamlReader(String file, List<String> problems) {
    this.file = file;
    this.problems = problems;
  }

  /// The name of the file, for messages.
  String file() {
    return file;
  }

  /// The entries of a file that is a list of mappings; empty when it is not.
  List<Node> entries(String yaml) {
    LoadSettings settings = LoadSettings.builder().setUseMarks(true).setLabel(file).build();
    Optional<Node> root;
    try {
      root = new Compose(settings).composeString(yaml);
    } catch (YamlEngineException e) {
      problems.add(place(e) + "not valid YAML: " + firstLine(e));
      return List.of();
    }
    if (root.isEmpty()) {
      problems.add(file + ":1: the file is empty; it should hold a list of entries");
      return List.of();
    }
    return items(root.get(), "the file");
  }

  /// The values of a mapping by key. Unknown and repeated keys are problems.
  Map<String, Node> fields(Node node, Set<String> known, String what) {
    Map<String, Node> fields = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      problem(node, what + " should be keys with values");
      return fields;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = text(tuple.getKeyNode(), "a key of " + what);
      if (!known.isEmpty() && !known.contains(key)) {
        problem(tuple.getKeyNode(), what + ": unknown key “" + key + "”" + Nearest.to(key, known));
      } else if (fields.put(key, tuple.getValueNode()) != null) {
        problem(tuple.getKeyNode(), what + ": key `" + key + "` stands twice");
      }
    }
    return fields;
  }

  /// The members of a list.
  List<Node> items(Node node, String what) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    problem(node, what + " should be a list");
    return List.of();
  }

  /// The members of a list of words.
  List<String> texts(Node node, String what) {
    List<String> texts = new ArrayList<>();
    for (Node item : items(node, what)) {
      texts.add(text(item, "a member of " + what));
    }
    return texts;
  }

  /// A word or sentence; empty, and a problem, when it is something else or blank.
  String text(Node node, String what) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    problem(node, what + " should be a word or sentence");
    return "";
  }

  /// Notes a problem at the line of `node`.
  void problem(Node node, String sentence) {
    problems.add(file + ":" + line(node.getStartMark()) + ": " + sentence);
  }

  private String place(YamlEngineException e) {
    return e instanceof MarkedYamlEngineException marked
        ? file + ":" + line(marked.getProblemMark()) + ": "
        : file + ": ";
  }

  private static String firstLine(YamlEngineException e) {
    String message =
        e instanceof MarkedYamlEngineException marked ? marked.getProblem() : e.getMessage();
    return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(Mark::getLine).orElse(0) + 1;
  }
}

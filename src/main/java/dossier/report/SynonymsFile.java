package dossier.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What stands in `synonyms.txt`. The head of the file that comes with the program says how it is
/// written.
///
/// @param lines the groups
/// @param never keys of names that are also ordinary words
record SynonymsFile(List<Line> lines, Set<String> never) {

  /// No file.
  static final SynonymsFile EMPTY = new SynonymsFile(List.of(), Set.of());

  /// Longer names are sentences.
  private static final int MOST_LETTERS = 100;

  /// A shorter name is too often an ordinary word.
  private static final int FEWEST_LETTERS = 3;

  /// A group.
  ///
  /// @param names what its members are called
  /// @param typed what is recognised when it is typed exactly so, and not looked for
  record Line(List<String> names, List<String> typed) {}

  /// Reads the file; what is wrong is added to `problems`, and then the result is not to be used.
  static SynonymsFile read(String file, String content, List<String> problems) {
    List<Line> lines = new ArrayList<>();
    Set<String> never = new HashSet<>();
    Map<String, Integer> seen = new HashMap<>();
    int number = 0;
    for (String text : content.replace("\uFEFF", "").lines().toList()) {
      number++;
      String line = text.strip();
      String place = file + ":" + number + ": ";
      if (line.startsWith("!")) {
        names(line.substring(1)).forEach(name -> never.add(Synonyms.key(name)));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        List<String> wrong = new ArrayList<>();
        lines.add(line(line, number, seen, wrong));
        wrong.forEach(problem -> problems.add(place + problem));
      }
    }
    return new SynonymsFile(lines, never);
  }

  private static Line line(
      String text, int number, Map<String, Integer> seen, List<String> problems) {
    List<String> names = new ArrayList<>();
    List<String> typed = new ArrayList<>();
    for (String name : names(text)) {
      boolean only = name.startsWith("(") && name.endsWith(")");
      String bare = only ? name.substring(1, name.length() - 1).strip() : name;
      String problem = problem(bare, only);
      Integer before = seen.putIfAbsent(only ? bare : Synonyms.key(bare), number);
      if (!problem.isEmpty()) {
        problems.add("“" + bare + "” " + problem);
      } else if (before != null && before != number) {
        problems.add("“" + bare + "” stands on line " + before + ", too: a name has one group");
      } else {
        (only ? typed : names).add(bare);
      }
    }
    if (problems.isEmpty() && (names.isEmpty() || names.size() + typed.size() < 2)) {
      problems.add("a group has at least two names, separated by commas");
    }
    return new Line(names, typed);
  }

  private static List<String> names(String line) {
    return List.of(line.split("[,،，]", -1)).stream().map(String::strip).toList();
  }

  private static String problem(String name, boolean only) {
    String key = Synonyms.key(name);
    if (key.isEmpty()) {
      return "holds no letters; is there a comma too many?";
    }
    if (name.length() > MOST_LETTERS) {
      return "is longer than " + MOST_LETTERS + " characters";
    }
    if (name.chars().anyMatch(c -> "\"*~()=:;|".indexOf(c) >= 0)) {
      return "holds one of \" * ~ ( ) = : ; |, which names do not have";
    }
    boolean ideographs = name.codePoints().anyMatch(Character::isIdeographic);
    if (!only && !ideographs && key.length() < FEWEST_LETTERS) {
      return "is too short to be searched for; in parentheses it is only recognised";
    }
    return "";
  }
}

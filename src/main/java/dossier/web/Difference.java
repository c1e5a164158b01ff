package dossier.web;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import dossier.report.Report;
import dossier.text.Passage;
import java.util.ArrayList;
import java.util.List;

/// What one version of a report says otherwise than another: passage by passage, and word by word
/// where passages were changed (Myers 1986, in linear space). Page furniture does not count, nor
/// how the text falls into paragraphs.
final class Difference {

  /// How many passages of either are compared.
  static final int MOST_PASSAGES = 4_000;

  /// How many changes are shown.
  static final int MOST_CHANGES = 300;

  /// The most words of one change, and of all, that are compared one by one.
  private static final int MOST_WORDS = 1_500;

  private static final int ALL_WORDS = 30_000;

  /// With less than this in common a passage is another one, not a changed one.
  private static final double CHANGED = 0.4;

  private final List<Block> blocks = new ArrayList<>();
  private int wordsLeft = ALL_WORDS;
  private int changes;
  private int same;

  private Difference() {}

  /// What happened to a piece of text.
  enum Kind {
    SAME,
    GONE,
    NEW
  }

  /// A piece of text, never markup.
  record Piece(Kind kind, String text) {

    public boolean isGone() {
      return kind == Kind.GONE;
    }

    public boolean isNew() {
      return kind == Kind.NEW;
    }
  }

  /// A changed passage.
  ///
  /// @param skipped what is the same before it, `12 passages`; empty for nothing
  /// @param pieces none behind the last change
  record Block(String skipped, List<Piece> pieces) {}

  /// All that differs, in reading order.
  ///
  /// @param cut whether there is more than is shown
  record View(List<Block> blocks, int changes, boolean cut) {}

  static View of(Report before, Report after) {
    List<String> old = passages(before);
    List<String> now = passages(after);
    Difference difference = new Difference();
    int at = 0;
    for (Change change : changes(old, now)) {
      difference.same += change.from() - at;
      at = change.to();
      difference.add(change.gone(), change.added());
    }
    difference.same += old.size() - at;
    difference.close(List.of());
    boolean cut =
        difference.changes > MOST_CHANGES || isCut(before, old.size()) || isCut(after, now.size());
    return new View(List.copyOf(difference.blocks), difference.changes, cut);
  }

  private static boolean isCut(Report report, int compared) {
    return compared == MOST_PASSAGES && report.passages().size() > MOST_PASSAGES;
  }

  private static List<String> passages(Report report) {
    return report.passages().stream()
        .filter(passage -> passage.kind() != Passage.Kind.FURNITURE)
        .map(passage -> passage.text().replaceAll("\\s+", " ").strip())
        .filter(text -> !text.isEmpty())
        .limit(MOST_PASSAGES)
        .toList();
  }

  /// A place at which something else stands.
  ///
  /// @param from where it begins in the old
  /// @param gone what stood there
  /// @param added what stands there now
  private record Change(int from, List<String> gone, List<String> added) {

    int to() {
      return from + gone.size();
    }
  }

  /// All changes, those side by side as one.
  private static List<Change> changes(List<String> old, List<String> now) {
    List<Change> changes = new ArrayList<>();
    for (AbstractDelta<String> delta :
        DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>()).getDeltas()) {
      int from = delta.getSource().getPosition();
      List<String> gone = new ArrayList<>();
      List<String> added = new ArrayList<>();
      if (!changes.isEmpty() && changes.getLast().to() == from) {
        Change before = changes.removeLast();
        from = before.from();
        gone.addAll(before.gone());
        added.addAll(before.added());
      }
      gone.addAll(delta.getSource().getLines());
      added.addAll(delta.getTarget().getLines());
      changes.add(new Change(from, gone, added));
    }
    return changes;
  }

  private void add(List<String> gone, List<String> added) {
    List<Piece> pieces = byWord(words(gone), words(added));
    if (pieces.stream().allMatch(piece -> piece.kind() == Kind.SAME) && !pieces.isEmpty()) {
      same += gone.size(); // It only falls into other paragraphs.
    } else if (!pieces.isEmpty()) {
      change(pieces);
    } else {
      gone.forEach(text -> change(List.of(new Piece(Kind.GONE, text))));
      added.forEach(text -> change(List.of(new Piece(Kind.NEW, text))));
    }
  }

  private void change(List<Piece> pieces) {
    changes++;
    if (changes <= MOST_CHANGES) {
      close(pieces);
    }
  }

  private void close(List<Piece> pieces) {
    String skipped = same == 0 ? "" : Words.say("versions.skipped", "n", same);
    if (!skipped.isEmpty() || !pieces.isEmpty()) {
      blocks.add(new Block(skipped, pieces));
    }
    same = 0;
  }

  private static List<String> words(List<String> passages) {
    return List.of(String.join(" ", passages).split(" ", -1));
  }

  /// The pieces of a changed passage; none when too little is left of it, or it is too long.
  private List<Piece> byWord(List<String> old, List<String> now) {
    int words = old.size() + now.size();
    if (Math.max(old.size(), now.size()) > MOST_WORDS || words > wordsLeft) {
      return List.of();
    }
    wordsLeft -= words;
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    int kept = 0;
    for (Change change : changes(old, now)) {
      kept += piece(pieces, Kind.SAME, old.subList(at, change.from()));
      piece(pieces, Kind.GONE, change.gone());
      piece(pieces, Kind.NEW, change.added());
      at = change.to();
    }
    kept += piece(pieces, Kind.SAME, old.subList(at, old.size()));
    return kept < CHANGED * Math.min(old.size(), now.size()) ? List.of() : pieces;
  }

  private static int piece(List<Piece> pieces, Kind kind, List<String> words) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(kind, String.join(" ", words)));
    }
    return words.size();
  }
}

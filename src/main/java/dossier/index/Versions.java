package dossier.index;

import java.util.Arrays;
import java.util.List;

/// Which reports are versions of one: groups of documents of one snapshot.
final class Versions {

  private final List<int[]> groups;
  private final int[] documents;
  private final int[] places;
  private final Likeness said;

  /// @param groups the members of each group, best first
  /// @param documents all members, ascending
  /// @param places the group of each of those
  private Versions(List<int[]> groups, int[] documents, int[] places, Likeness said) {
    this.groups = groups;
    this.documents = documents;
    this.places = places;
    this.said = said;
  }

  /// All of these groups.
  ///
  /// @param groups the members of each, best first; at least two
  static Versions of(List<int[]> groups, Likeness said) {
    long[] both = new long[groups.stream().mapToInt(group -> group.length).sum()];
    int size = 0;
    for (int place = 0; place < groups.size(); place++) {
      for (int document : groups.get(place)) {
        both[size++] = ((long) document << 32) | place;
      }
    }
    Arrays.sort(both);
    int[] documents = Arrays.stream(both).mapToInt(member -> (int) (member >> 32)).toArray();
    int[] places = Arrays.stream(both).mapToInt(member -> (int) member).toArray();
    return new Versions(List.copyOf(groups), documents, places, said);
  }

  boolean isEmpty() {
    return groups.isEmpty();
  }

  /// All documents that are in a group, ascending.
  int[] documents() {
    return documents;
  }

  /// What is known of their text.
  Likeness said() {
    return said;
  }

  /// The number of a document's group; -1 when it has none.
  int group(int document) {
    int found = Arrays.binarySearch(documents, document);
    return found < 0 ? -1 : places[found];
  }

  /// The documents of a group, best first.
  int[] members(int group) {
    return groups.get(group);
  }
}

package dossier.index;

import java.util.List;
import java.util.Map;

/// The facet values a snapshot of the index knows, by their numbers in the [Dictionary].
final class Values {

  private final List<String> coded;
  private final Map<String, Integer> numbers;
  private final List<Dim> dims;
  private final int[] groups;

  /// @param coded values as they stand in the index, in the order of their numbers
  Values(List<String> coded, Map<String, Integer> numbers) {
    this.coded = List.copyOf(coded);
    this.numbers = Map.copyOf(numbers);
    this.dims = coded.stream().map(Dim::of).toList();
    this.groups = dims.stream().mapToInt(Dim::group).toArray();
  }

  int size() {
    return coded.size();
  }

  /// The number of a value; -1 when no report ever carried it.
  int number(Dim dim, String value) {
    return numbers.getOrDefault(dim.code(value), -1);
  }

  /// The value of a number, without the letter of its dimension.
  String value(int number) {
    return coded.get(number).substring(1);
  }

  Dim dim(int number) {
    return dims.get(number);
  }

  /// The group of the dimension: see [Dim#group].
  int group(int number) {
    return groups[number];
  }
}

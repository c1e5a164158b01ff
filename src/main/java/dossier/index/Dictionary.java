package dossier.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Every facet value ever met, numbered from 0. Numbers never change, so what was counted out for a
/// segment stays right when others come. Thread-safe.
final class Dictionary {

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> coded = new ArrayList<>();

  /// The number of a value as it stands in the index.
  synchronized int number(String value) {
    return numbers.computeIfAbsent(
        value,
        added -> {
          coded.add(added);
          return coded.size() - 1;
        });
  }

  /// The values so far.
  synchronized Values values() {
    return new Values(coded, numbers);
  }
}

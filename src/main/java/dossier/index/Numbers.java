package dossier.index;

/// Numbers values in the order in which they come, from 0: a table with open addressing, 24 to 48
/// bytes for each.
final class Numbers {

  private long[] values;
  private int[] numbers; // Counted from 1; 0 for none.
  private int size;

  Numbers(int expected) {
    int slots = Integer.highestOneBit(Math.max(8, expected)) * 4;
    values = new long[slots];
    numbers = new int[slots];
  }

  int size() {
    return size;
  }

  /// The number of a value; -1 when it has none.
  int find(long value) {
    return numbers[slot(value)] - 1;
  }

  /// The number of a value, which gets one when it has none.
  int of(long value) {
    int slot = slot(value);
    if (numbers[slot] == 0) {
      if (2 * (size + 1) > values.length) {
        grow();
        slot = slot(value);
      }
      values[slot] = value;
      numbers[slot] = ++size;
    }
    return numbers[slot] - 1;
  }

  private int slot(long value) {
    int slot = (int) (value ^ (value >>> 32)) & (values.length - 1);
    while (numbers[slot] != 0 && values[slot] != value) {
      slot = (slot + 1) & (values.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] before = values;
    int[] numbered = numbers;
    values = new long[2 * before.length];
    numbers = new int[values.length];
    for (int i = 0; i < before.length; i++) {
      if (numbered[i] != 0) {
        int slot = slot(before[i]);
        values[slot] = before[i];
        numbers[slot] = numbered[i];
      }
    }
  }

  /// All values, by their numbers.
  long[] values() {
    long[] all = new long[size];
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] != 0) {
        all[numbers[i] - 1] = values[i];
      }
    }
    return all;
  }
}

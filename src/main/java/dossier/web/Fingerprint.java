package dossier.web;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.PriorityQueue;

/// SHA-256 of the ids of reports, ascending, with a line feed after each: the same for the same
/// reports, in whatever order they are found, and the same as `sort | sha256sum` makes of them.
///
/// Ids are kept sorted in runs of bytes, about thirteen for a report, and merged at the end: a
/// million take less than reading the results of one search does.
final class Fingerprint {

  /// How many ids are sorted at once.
  private static final int RUN = 8192;

  private final List<String> fresh = new ArrayList<>();
  private final List<byte[]> runs = new ArrayList<>();
  private long count;

  /// Takes the id of another report.
  void add(String id) {
    fresh.add(id);
    count++;
    if (fresh.size() == RUN) {
      settle();
    }
  }

  /// How many were taken.
  long count() {
    return count;
  }

  private void settle() {
    Collections.sort(fresh);
    runs.add(String.join("\n", fresh).getBytes(StandardCharsets.UTF_8));
    fresh.clear();
  }

  /// A run that is read: the next id, and those behind it.
  private record Head(String id, BufferedReader rest) {}

  /// The hash in lower-case hexadecimal.
  String sha256() {
    if (!fresh.isEmpty()) {
      settle();
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparing(Head::id));
      for (byte[] run : runs) {
        advance(reader(run), heads);
      }
      for (Head head = heads.poll(); head != null; head = heads.poll()) {
        digest.update((head.id() + "\n").getBytes(StandardCharsets.UTF_8));
        advance(head.rest(), heads);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException | IOException e) {
      throw new IllegalStateException("every Java has SHA-256, and memory can be read", e);
    }
  }

  private static BufferedReader reader(byte[] run) {
    InputStreamReader text =
        new InputStreamReader(new ByteArrayInputStream(run), StandardCharsets.UTF_8);
    return new BufferedReader(text, 512);
  }

  private static void advance(BufferedReader run, PriorityQueue<Head> heads) throws IOException {
    String id = run.readLine();
    if (id != null) {
      heads.add(new Head(id, run));
    }
  }
}

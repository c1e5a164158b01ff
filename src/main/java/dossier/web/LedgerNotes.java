package dossier.web;

import dossier.search.Engine;
import dossier.search.LedgerEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the ledger remarks on files that were not refused: why some were skipped, and what was odd
/// about those that were read.
///
/// @param skipped files that are no documents, by rule, the most common rule first
/// @param remarks on files that were read, duplicates last; at most [#MOST]
/// @param more how many further remarks there are
record LedgerNotes(List<Rule> skipped, List<Remark> remarks, int more) {

  /// More than this nobody reads to the end.
  static final int MOST = 100;

  /// Files skipped by one rule.
  ///
  /// @param count how many, in words
  /// @param places the first of them
  /// @param more how many are not listed, in words; empty when all are
  record Rule(String rule, String count, List<String> places, String more) {}

  /// What is to be said of a file.
  record Remark(String location, String text) {}

  /// Reads the ledger.
  ///
  /// @throws IOException when the storage fails
  static LedgerNotes of(Engine.Ledger ledger) throws IOException {
    Map<String, List<String>> rules = new LinkedHashMap<>();
    for (LedgerEntry entry : ledger.of(LedgerEntry.Outcome.SKIPPED)) {
      String rule = entry.detail().isEmpty() ? Words.say("status.no-document") : entry.detail();
      rules.computeIfAbsent(rule, r -> new ArrayList<>()).add(entry.location().path());
    }
    List<Rule> skipped =
        rules.entrySet().stream()
            .sorted(Comparator.comparingInt(rule -> -rule.getValue().size()))
            .map(rule -> rule(rule.getKey(), rule.getValue()))
            .toList();
    List<Remark> remarks =
        Stream.concat(
                ledger.of(LedgerEntry.Outcome.INDEXED).stream(),
                ledger.of(LedgerEntry.Outcome.DUPLICATE).stream())
            .filter(entry -> !entry.detail().isEmpty())
            .map(entry -> new Remark(entry.location().path(), entry.detail()))
            .toList();
    return new LedgerNotes(
        skipped, remarks.stream().limit(MOST).toList(), Math.max(0, remarks.size() - MOST));
  }

  private static Rule rule(String rule, List<String> places) {
    int left = places.size() - MOST;
    return new Rule(
        rule,
        Words.count(places.size(), "files"),
        places.stream().limit(MOST).toList(),
        left > 0 ? Words.say("more", "n", left) : "");
  }
}

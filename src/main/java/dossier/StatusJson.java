package dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dossier.search.LedgerEntry;
import dossier.search.LedgerEntry.Outcome;
import dossier.text.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The status for programs. `outcomes` sum to `files` plus `entries`, `reasons` to the refused;
/// every outcome and reason is there, also with 0. `list` has what was asked for, see
/// [StatusCommand].
final class StatusJson {

  private StatusJson() {}

  /// @param reports how many reports the index holds
  /// @param missing how many files of the ledger are no longer in the corpus
  static String of(List<LedgerEntry> ledger, List<LedgerEntry> list, long reports, long missing)
      throws JsonProcessingException {
    long entries = ledger.stream().filter(entry -> entry.location().isEntry()).count();
    Map<String, Long> outcomes = new LinkedHashMap<>();
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(
          StatusCommand.id(outcome),
          ledger.stream().filter(entry -> entry.outcome() == outcome).count());
    }
    Map<String, Long> reasons = new LinkedHashMap<>();
    for (Reason reason : Reason.values()) {
      reasons.put(reason.id(), ledger.stream().filter(entry -> entry.reason() == reason).count());
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("files", ledger.size() - entries);
    json.put("entries", entries);
    json.put("reports", reports);
    json.put("missing", missing);
    json.put("outcomes", outcomes);
    json.put("reasons", reasons);
    json.put("list", list.stream().map(StatusJson::of).toList());
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json);
  }

  private static Map<String, Object> of(LedgerEntry entry) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("path", entry.location().path());
    json.put("outcome", StatusCommand.id(entry.outcome()));
    Reason reason = entry.reason();
    if (reason != null) {
      json.put("reason", reason.id());
      json.put("words", reason.words());
      json.put("advice", reason.advice());
    }
    json.put("detail", entry.detail());
    json.put("mediaType", entry.mediaType());
    json.put("parser", entry.parser());
    json.put("edition", entry.edition());
    json.put("millis", entry.millis());
    json.put("attempts", entry.attempts());
    json.put("when", entry.when().toString());
    return json;
  }
}

package dossier.web;

import dossier.search.Engine;
import dossier.search.LedgerEntry;
import dossier.search.LedgerEntry.Outcome;
import dossier.search.QuestionUrl;
import dossier.text.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The files that could not be read, or not in full: as many of them as a reader chose to see.
///
/// @param total how many there are in all, in words
/// @param links what to choose among
/// @param rows the files of this page
/// @param previous address of the page before; empty when there is none
/// @param next address of the page behind; empty when there is none
/// @param what what reads all of the chosen again; empty when there is no word for it
/// @param chosen how many are chosen, in words
record Troubles(
    String total,
    List<Link> links,
    List<Row> rows,
    String previous,
    String next,
    String what,
    String chosen) {

  static final int PAGE = 100;

  /// What a reader chose: of these outcomes, or for this reason.
  ///
  /// @param outcome REFUSED or PARTIAL; null for both
  /// @param reason null for any
  record Choice(@Nullable Outcome outcome, @Nullable Reason reason, int page) {

    static final Choice EVERYTHING = new Choice(null, null, 1);

    /// Reads an address; what it does not know counts as not said.
    static Choice of(Map<String, List<String>> parameters) {
      Reason reason = Reason.of(last(parameters, "reason"));
      Outcome outcome =
          switch (last(parameters, "outcome")) {
            case "refused" -> Outcome.REFUSED;
            case "partial" -> Outcome.PARTIAL;
            default -> null;
          };
      int page = QuestionUrl.parse(parameters).question().page();
      return new Choice(reason == null ? outcome : Outcome.REFUSED, reason, page);
    }

    private static String last(Map<String, List<String>> parameters, String name) {
      return parameters.getOrDefault(name, List.of("")).getLast();
    }

    boolean takes(LedgerEntry entry) {
      return reason == null
          ? outcome == null || entry.outcome() == outcome
          : entry.reason() == reason;
    }

    Choice at(int other) {
      return new Choice(outcome, reason, other);
    }

    /// The parameters of its address, with further ones; empty when it needs none.
    String parameters(String further) {
      List<String> parameters = new ArrayList<>();
      if (reason != null) {
        parameters.add("reason=" + reason.id());
      } else if (outcome != null) {
        parameters.add(outcome == Outcome.REFUSED ? "outcome=refused" : "outcome=partial");
      }
      if (page > 1) {
        parameters.add("page=" + page);
      }
      if (!further.isEmpty()) {
        parameters.add(further);
      }
      return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }

    String address(String further) {
      return "/status" + parameters(further);
    }
  }

  /// Something to choose.
  record Link(String label, String count, String href, boolean chosen) {}

  /// A file that could not be read, or not in full.
  ///
  /// @param facts parser, time taken, attempts and when, in words
  record Row(
      String location, String size, String reason, String detail, String advice, String facts) {}

  /// All there is to choose from, refused files first.
  ///
  /// @throws IOException when the storage fails
  static List<LedgerEntry> all(Engine.Ledger ledger) throws IOException {
    return Stream.concat(ledger.of(Outcome.REFUSED).stream(), ledger.of(Outcome.PARTIAL).stream())
        .toList();
  }

  /// What was chosen of `all`.
  static Troubles of(List<LedgerEntry> all, Choice choice) {
    List<LedgerEntry> chosen = all.stream().filter(choice::takes).toList();
    int last = Math.max(1, (chosen.size() + PAGE - 1) / PAGE);
    int page = Math.min(last, choice.page());
    return new Troubles(
        Words.count(all.size(), "files"),
        links(all, choice),
        chosen.stream().skip((page - 1L) * PAGE).limit(PAGE).map(Troubles::row).toList(),
        page > 1 ? choice.at(page - 1).address("") : "",
        page < last ? choice.at(page + 1).address("") : "",
        chosen.isEmpty() ? "" : what(choice),
        Words.count(chosen.size(), "files"));
  }

  private static String what(Choice choice) {
    Reason reason = choice.reason();
    return reason != null ? reason.id() : choice.outcome() == null ? "all" : "";
  }

  private static List<Link> links(List<LedgerEntry> all, Choice now) {
    List<Link> links = new ArrayList<>();
    links.add(link(Words.say("trouble.all"), all, Choice.EVERYTHING, now));
    Choice refused = new Choice(Outcome.REFUSED, null, 1);
    if (!all.stream().allMatch(refused::takes) || refused.equals(now.at(1))) {
      links.add(link(Words.say("trouble.refused"), all, refused, now));
    }
    for (Reason reason : Reason.values()) {
      links.add(link(Notices.words(reason), all, new Choice(Outcome.REFUSED, reason, 1), now));
    }
    links.add(link(Words.say("trouble.partial"), all, new Choice(Outcome.PARTIAL, null, 1), now));
    return links.stream().filter(link -> link.chosen() || !link.count().equals("0")).toList();
  }

  private static Link link(String label, List<LedgerEntry> all, Choice choice, Choice now) {
    String count = Words.count(all.stream().filter(choice::takes).count());
    return new Link(label, count, choice.address(""), choice.equals(now.at(1)));
  }

  private static Row row(LedgerEntry entry) {
    Reason reason = entry.reason();
    return new Row(
        entry.location().path(),
        Words.size(entry.stamp().sizeBytes()),
        reason == null ? Words.say("trouble.partial") : Notices.words(reason),
        entry.detail(),
        reason == null ? "" : Notices.advice(reason),
        facts(entry));
  }

  private static String facts(LedgerEntry entry) {
    List<String> facts = new ArrayList<>();
    if (!entry.parser().isEmpty()) {
      facts.add(entry.parser());
    }
    facts.add(Words.duration(entry.millis()));
    facts.add(Words.say("trouble.tried", "n", entry.attempts()));
    facts.add(Words.moment(entry.when()));
    // Lines break between facts, not within them.
    return facts.stream()
        .map(fact -> fact.replace(' ', '\u00a0'))
        .collect(Collectors.joining(" · "));
  }
}

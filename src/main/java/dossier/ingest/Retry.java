package dossier.ingest;

import dossier.archive.Nearest;
import dossier.search.LedgerEntry;
import dossier.search.LedgerEntry.Outcome;
import dossier.text.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What someone may ask to be read again: a reason such as `time-limit`, `all`, or a path.
public final class Retry {

  /// Everything that was refused or read in part.
  public static final String ALL = "all";

  /// What a terminal or a form may have changed in a path on its way here and back.
  private static final Pattern UNSURE =
      Pattern.compile("[\\p{Cc}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufffd]+");

  private Retry() {}

  /// Which entries are meant.
  ///
  /// @param what a word for a [Reason], [#ALL], or a path as the ledger has it. The path of an
  ///   archive file also means what was refused or read in part inside it
  public static Predicate<LedgerEntry> of(String what) {
    Reason reason = Reason.of(what);
    if (reason != null) {
      return entry -> entry.reason() == reason;
    }
    if (what.equals(ALL)) {
      return Retry::failed;
    }
    String path = sure(what.startsWith("./") ? what.substring(2) : what);
    return entry -> {
      String here = sure(entry.location().path());
      return (here.equals(path) && entry.outcome() != Outcome.SKIPPED)
          || (here.startsWith(path + "!/") && failed(entry));
    };
  }

  private static boolean failed(LedgerEntry entry) {
    return entry.outcome() == Outcome.REFUSED || entry.outcome() == Outcome.PARTIAL;
  }

  private static String sure(String path) {
    return UNSURE.matcher(path).replaceAll("\ufffd");
  }

  /// What is wrong with `what`, in a sentence that says what is right; empty when it is a word or
  /// means an entry of the ledger.
  public static String problem(String what, Collection<LedgerEntry> ledger) {
    if (Reason.of(what) != null || what.equals(ALL) || ledger.stream().anyMatch(of(what))) {
      return "";
    }
    return "“%s” is neither a reason nor a file that was read before%s. Reasons are %s; “%s” is all of these and what was read in part; a file is named as ./dossier status lists it."
        .formatted(what, Nearest.to(what, words()), String.join(", ", Reason.names()), ALL);
  }

  private static List<String> words() {
    List<String> words = new ArrayList<>(Reason.names());
    words.addAll(Reason.shortNames());
    words.add(ALL);
    return words;
  }
}

package dossier.index;

import dossier.archive.Location;
import dossier.report.Report;
import dossier.search.Answer;
import dossier.search.Clause;
import dossier.search.Dimension;
import dossier.search.Engine.Lookup;
import dossier.search.Engine.Period;
import dossier.search.Engine.Trend;
import dossier.search.Engine.Version;
import dossier.search.Hit;
import dossier.search.Hit.Place;
import dossier.search.LedgerEntry;
import dossier.search.Notice;
import dossier.search.Query;
import dossier.search.Question;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/// What one commit answers. A search with too many parts finds nothing, and says so.
///
/// @param snapshot the commit
/// @param names the names of regions and threat types
record Answers(Snapshot snapshot, Names names) {

  /// @param after the place behind which the hits begin; null for those of the page asked for
  Answer search(Question question, @Nullable Place after) throws IOException {
    try {
      return inquiry(question).answer(after);
    } catch (IndexSearcher.TooManyClauses tooMany) {
      return tooManyParts(question);
    }
  }

  /// @param labels what regions and threat types are called
  /// @param most how many words
  Answer.Described described(Question question, Labels labels, int most) throws IOException {
    try {
      return inquiry(question).described(new Distinction(snapshot, names, labels, question), most);
    } catch (IndexSearcher.TooManyClauses tooMany) {
      return new Answer.Described(tooManyParts(question), List.of());
    }
  }

  private static Answer tooManyParts(Question question) {
    List<Notice> notices = new ArrayList<>(question.query().notices());
    notices.add(
        new Notice(
            "query",
            "This search has too many parts. Use fewer words.",
            "too-many-parts",
            List.of()));
    return new Answer(
        question,
        0,
        0,
        Duration.ZERO,
        notices,
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        0,
        List.of());
  }

  long count(Question question) throws IOException {
    try {
      return inquiry(question).count();
    } catch (IndexSearcher.TooManyClauses tooMany) {
      return 0;
    }
  }

  Trend trend(Question question, Dimension dimension, Period period) throws IOException {
    try {
      return inquiry(question).trend(dimension, period);
    } catch (IndexSearcher.TooManyClauses tooMany) {
      return new Trend(new TreeMap<>(), List.of(), true);
    }
  }

  List<Hit.Mark> marks(String id, Query query) throws IOException {
    int document = snapshot.report(id);
    if (document < 0) {
      return List.of();
    }
    Translator translator = new Translator(names, snapshot);
    Clause clause = translator.widened(query).clause();
    TimedSearcher searcher = TimedSearcher.of(snapshot.reader(), clause, Inquiry.timeout());
    try {
      org.apache.lucene.search.Query rewritten = searcher.rewritten(translator.query(clause));
      return new Hits(searcher, clause, rewritten).marks(document);
    } catch (IndexSearcher.TooManyClauses tooMany) {
      return List.of();
    }
  }

  Hit.Why why(String id, Question question) throws IOException {
    int document = snapshot.report(id);
    if (document < 0) {
      return new Hit.Why(0, List.of(), 0, 0);
    }
    try {
      return inquiry(question).why(document);
    } catch (IndexSearcher.TooManyClauses tooMany) {
      return new Hit.Why(0, List.of(), 0, 0);
    }
  }

  List<Version> versions(String id) throws IOException {
    int document = snapshot.report(id);
    if (document < 0) {
      return List.of();
    }
    Versions versions = snapshot.versions();
    int group = versions.group(document);
    List<Version> others = new ArrayList<>();
    int[] members = group < 0 ? new int[0] : versions.members(group);
    for (int member : members) {
      if (member != document) {
        others.add(
            new Version(
                Reports.bare(snapshot.reader().storedFields(), member),
                versions.said().words(member),
                versions.said().common(document, member),
                member == members[0]));
      }
    }
    return others;
  }

  Lookup lookup(String id) throws IOException {
    int document = snapshot.document(id);
    if (document < 0) {
      return new Lookup.Unknown();
    }
    Document fields = snapshot.reader().storedFields().document(document);
    if (fields.getBinaryValue(Fields.REPORT) != null) {
      return held(document);
    }
    String successor = fields.get(Fields.SUCCESSOR);
    return successor == null ? new Lookup.Gone() : new Lookup.Moved(successor);
  }

  private Lookup held(int document) throws IOException {
    Report report = Reports.whole(snapshot.reader().storedFields(), document);
    List<Location> places = new ArrayList<>(List.of(report.location()));
    for (LedgerEntry entry : LuceneLedger.ofReport(snapshot, report.id())) {
      if (!places.contains(entry.location())) {
        places.add(entry.location());
      }
    }
    return new Lookup.Held(report, places);
  }

  private Inquiry inquiry(Question question) throws IOException {
    return new Inquiry(snapshot, names, question, Inquiry.timeout());
  }
}

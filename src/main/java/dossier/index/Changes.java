package dossier.index;

import dossier.archive.Location;
import dossier.report.Report;
import dossier.report.Vocabularies;
import dossier.search.Engine.Change;
import dossier.search.LedgerEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/// Changes as index operations. All documents are made before the first is handed over, so that a
/// record that cannot be stored stops a write while nothing of it is done.
final class Changes {

  private final List<Step> steps = new ArrayList<>();

  /// What stands under a term from now on; null for nothing.
  private record Step(Term term, @Nullable Document document) {}

  /// What is held under an id; null for nothing that is known yet.
  interface Holding {
    @Nullable Report of(String id) throws IOException;
  }

  static Changes of(List<Change> changes, Vocabularies vocabularies, Holding held)
      throws IOException {
    Changes made = new Changes();
    for (Change change : changes) {
      made.steps.add(step(change, vocabularies, held));
    }
    return made;
  }

  /// @param mark of the commit that comes next
  void apply(IndexWriter writer, String mark) throws IOException {
    for (Step step : steps) {
      Document document = step.document();
      if (document != null && step.term().field().equals(Fields.ID)) {
        Stamps.mark(document, mark);
      }
      if (document == null) {
        writer.deleteDocuments(step.term());
      } else {
        writer.updateDocument(step.term(), document);
      }
    }
  }

  private static Step step(Change change, Vocabularies vocabularies, Holding held)
      throws IOException {
    return switch (change) {
      case Change.Put(Report report) ->
          new Step(Documents.id(report.id()), Documents.of(report, vocabularies));
      case Change.Note(LedgerEntry entry) ->
          new Step(Documents.key(entry.location().path()), Documents.of(entry));
      case Change.Forget(Location location) -> new Step(Documents.key(location.path()), null);
      case Change.Drop(String id, String successor) ->
          new Step(
              Documents.id(id),
              Documents.gone(id, successor, Membership.own(held.of(id)), vocabularies));
    };
  }
}

package dossier.index;

import dossier.report.Report;
import dossier.search.Dimension;
import dossier.search.Engine.Chronicle;
import dossier.search.Question.Scope;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// What became of the reports: reports and the notes of dropped ones, in the order of their last
/// change. Every look walks all entries of its stretch once and keeps the first few.
final class LuceneChronicle implements Chronicle {

  private static final Query ENTRIES =
      new TermInSetQuery(
          Fields.KIND, List.of(new BytesRef(Fields.KIND_REPORT), new BytesRef(Fields.KIND_NOTE)));

  private static final Sort ORDER =
      new Sort(
          new SortField(Fields.CHANGED, SortField.Type.LONG),
          new SortField(Fields.ORDER, SortField.Type.STRING));

  private final LuceneEngine engine;

  LuceneChronicle(LuceneEngine engine) {
    this.engine = engine;
  }

  @Override
  public Part entries(Stretch stretch, int most) throws IOException {
    return engine.settled(snapshot -> {
      IndexSearcher searcher = new IndexSearcher(snapshot.reader());
      TopFieldDocs found =
          searcher.search(
              query(stretch),
              new TopFieldCollectorManager(
                  ORDER, most, behind(stretch.behind()), Integer.MAX_VALUE));
      List<Entry> entries = new ArrayList<>();
      for (ScoreDoc each : found.scoreDocs) {
        entries.add(entry(snapshot, each.doc));
      }
      return new Part(entries, found.totalHits.value());
    });
  }

  @Override
  public List<Mark> ends(int every) throws IOException {
    return engine.settled(snapshot -> {
      IndexSearcher searcher = new IndexSearcher(snapshot.reader());
      List<Mark> ends = new ArrayList<>();
      @Nullable FieldDoc last = null;
      ScoreDoc[] found;
      do {
        found =
            searcher.search(
                    ENTRIES, new TopFieldCollectorManager(ORDER, every, last, Integer.MAX_VALUE))
                .scoreDocs;
        if (found.length > 0) {
          last = (FieldDoc) found[found.length - 1];
          ends.add(mark(last));
        }
      } while (found.length == every);
      return ends;
    });
  }

  private static Mark mark(FieldDoc hit) {
    return new Mark(
        Instant.ofEpochMilli((Long) hit.fields[0]), ((BytesRef) hit.fields[1]).utf8ToString());
  }

  @Override
  public @Nullable Entry entry(String id) throws IOException {
    return engine.settled(snapshot -> {
      IndexSearcher searcher = new IndexSearcher(snapshot.reader());
      Query one = new TermQuery(Documents.id(id));
      Query known =
          new BooleanQuery.Builder().add(one, Occur.FILTER).add(ENTRIES, Occur.FILTER).build();
      ScoreDoc[] found = searcher.search(known, 1).scoreDocs;
      return found.length == 0 ? null : entry(snapshot, found[0].doc);
    });
  }

  private static Query query(Stretch stretch) {
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(ENTRIES, Occur.FILTER);
    query.add(
        NumericDocValuesField.newSlowRangeQuery(
            Fields.CHANGED,
            stretch.from().toEpochMilli(),
            Math.subtractExact(stretch.until().toEpochMilli(), 1)),
        Occur.FILTER);
    Dimension facet = stretch.facet();
    if (facet != null) {
      query.add(within(Dim.of(facet, Scope.ABOUT), stretch.value()), Occur.FILTER);
    }
    return query.build();
  }

  private static Query within(Dim dim, String value) {
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    for (String field : List.of(Fields.FACET, Fields.SETS)) {
      Term term = new Term(field, dim.code(value));
      either.add(value.isEmpty() ? new PrefixQuery(term) : new TermQuery(term), Occur.SHOULD);
    }
    return either.build();
  }

  /// Lucene goes on behind a hit, which here need not be there any more.
  private static @Nullable FieldDoc behind(@Nullable Mark mark) {
    return mark == null
        ? null
        : new FieldDoc(
            Integer.MAX_VALUE,
            Float.NaN,
            new Object[] {mark.changed().toEpochMilli(), new BytesRef(mark.id())});
  }

  private static Entry entry(Snapshot snapshot, int document) throws IOException {
    StoredFields stored = snapshot.reader().storedFields();
    Document fields = stored.document(document, Set.of(Fields.ID, Fields.REPORT, Fields.SETS));
    BytesRef json = fields.getBinaryValue(Fields.REPORT);
    Report report = json == null ? null : Json.report(Reports.bytes(json));
    List<String> own =
        report == null ? List.of(fields.getValues(Fields.SETS)) : Membership.own(report);
    Instant changed = Instant.ofEpochMilli(Stamps.of(snapshot.reader(), document));
    return new Entry(new Mark(changed, fields.get(Fields.ID)), Membership.byFacet(own), report);
  }
}

package dossier.index;

import dossier.report.Body;
import dossier.report.Label;
import dossier.report.Published;
import dossier.report.Report;
import dossier.report.Series;
import dossier.report.Vocabularies;
import dossier.report.Vocabulary;
import dossier.search.LedgerEntry;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Records to Lucene documents.
final class Documents {

  /// Between id and name of a series.
  static final char NAME = '\u001F';

  /// Lucene refuses terms above 32,766 bytes; a UTF-16 unit takes at most three.
  private static final int LONGEST_TERM = 10_000;

  private static final FieldType ANALYSED = new FieldType();

  static {
    ANALYSED.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    ANALYSED.freeze();
  }

  private Documents() {}

  static Document of(Report report, Vocabularies vocabularies) {
    Document doc = new Document();
    String kind = report.unread() == null ? Fields.KIND_REPORT : Fields.KIND_UNREAD;
    doc.add(new StringField(Fields.KIND, kind, Field.Store.NO));
    doc.add(new StringField(Fields.ID, report.id(), Field.Store.YES));
    doc.add(new SortedDocValuesField(Fields.ORDER, new BytesRef(report.id())));
    doc.add(new StoredField(Fields.REPORT, Json.of(report.with(List.of()))));
    doc.add(new StoredField(Fields.PASSAGES, Json.of(report.passages())));
    Body body = Body.of(report.passages());
    addText(doc, report, body);
    addSeries(doc, report.series());
    addDates(doc, report.published());
    doc.add(new NumericDocValuesField(Fields.ADDED, report.added().toEpochMilli()));
    long added = LocalDate.ofInstant(report.added(), ZoneOffset.UTC).toEpochDay();
    doc.add(new LongPoint(Fields.ADDED_DAY, added));
    doc.add(new IntPoint(Fields.PAGES, report.pages()));
    if (report.pages() > 1) {
      doc.add(new BinaryDocValuesField(Fields.TURNS, PageTurns.of(body)));
    }
    for (String value : facets(report, vocabularies)) {
      String cut = cut(value);
      doc.add(new StringField(Fields.FACET, cut, Field.Store.NO));
      doc.add(new SortedSetDocValuesField(Fields.FACET, new BytesRef(cut)));
    }
    return doc;
  }

  static Document of(LedgerEntry entry) {
    Document doc = new Document();
    doc.add(new StringField(Fields.KIND, Fields.KIND_LEDGER, Field.Store.NO));
    doc.add(new StringField(Fields.KEY, cut(entry.location().path()), Field.Store.NO));
    doc.add(new StringField(Fields.OUTCOME, entry.outcome().name(), Field.Store.NO));
    doc.add(new StoredField(Fields.ENTRY, Json.of(entry)));
    String of = entry.report();
    if (of != null) {
      doc.add(new StringField(Fields.OF, cut(of), Field.Store.NO));
    }
    return doc;
  }

  /// What stays of a report that was dropped.
  ///
  /// @param own what it belonged to, see [Membership#own]
  static Document gone(
      String id, @Nullable String successor, List<String> own, Vocabularies vocabularies) {
    Document doc = new Document();
    doc.add(new StringField(Fields.KIND, Fields.KIND_NOTE, Field.Store.NO));
    doc.add(new StringField(Fields.ID, cut(id), Field.Store.YES));
    if (successor != null) {
      doc.add(new StoredField(Fields.SUCCESSOR, successor));
    }
    doc.add(new SortedDocValuesField(Fields.ORDER, new BytesRef(cut(id))));
    own.forEach(value -> doc.add(new StoredField(Fields.SETS, value)));
    for (String value : Membership.whole(own, vocabularies)) {
      doc.add(new StringField(Fields.SETS, value, Field.Store.NO));
    }
    return doc;
  }

  /// What is under this id: a report or the note in its place.
  static Term id(String id) {
    return new Term(Fields.ID, cut(id));
  }

  /// The ledger entry of this location.
  static Term key(String path) {
    return new Term(Fields.KEY, cut(path));
  }

  /// Volume, issue or ISSN as it is compared: letters and digits, without case.
  static String number(String printed) {
    return Analysis.fold(printed).replace(" ", "");
  }

  private static void addText(Document doc, Report report, Body body) {
    String text = body.searchable();
    Tokens title = Tokens.of(report.title(), report.language());
    Tokens summary = Tokens.of(report.summary(), report.language());
    Tokens whole = Tokens.of(text, report.language());
    Tokens authors = Tokens.of(String.join("\n", report.authors()), report.language());
    doc.add(new Text(Fields.TITLE, title));
    doc.add(new Text(Fields.SUMMARY, summary));
    doc.add(new Text(Fields.BODY, whole));
    doc.add(new Text(Fields.AUTHOR, authors));
    addSignature(doc, report, text);
    addGist(doc, report, Gist.of(report, title, summary, body, whole));
  }

  private static void addSignature(Document doc, Report report, String text) {
    BytesRef signature = report.unread() == null ? Signature.of(report, text) : null;
    if (signature != null) {
      doc.add(new BinaryDocValuesField(Fields.SIGNATURE, signature));
    }
  }

  private static void addGist(Document doc, Report report, Set<String> gist) {
    doc.add(new BinaryDocValuesField(Fields.TITLE_SHOWN, new BytesRef(cut(report.title()))));
    for (String value : gist) {
      doc.add(new SortedSetDocValuesField(Fields.GIST, new BytesRef(value)));
      if (value.charAt(0) != Gist.TAIL) {
        doc.add(new StringField(Fields.GIST, Gist.key(value), Field.Store.NO));
      }
    }
  }

  private static void addSeries(Document doc, @Nullable Series series) {
    if (series == null) {
      return;
    }
    String named = cut(series.id() + NAME + series.name());
    doc.add(new SortedSetDocValuesField(Fields.SERIES, new BytesRef(named)));
    addNumber(doc, Fields.ISSN, series.issn());
    addNumber(doc, Fields.VOLUME, series.volume());
    addNumber(doc, Fields.ISSUE, series.issue());
  }

  private static void addNumber(Document doc, String field, @Nullable String printed) {
    if (printed != null) {
      doc.add(new StringField(field, cut(number(printed)), Field.Store.NO));
    }
  }

  private static void addDates(Document doc, @Nullable Published published) {
    if (published != null) {
      doc.add(new LongField(Fields.FIRST, published.first().toEpochDay(), Field.Store.NO));
      doc.add(new LongField(Fields.LAST, published.last().toEpochDay(), Field.Store.NO));
    }
  }

  private static Set<String> facets(Report report, Vocabularies vocabularies) {
    Set<String> values = new TreeSet<>();
    Vocabulary regions = vocabularies.regions();
    addLabels(values, report.regions(), regions, Dim.REGION_ABOUT, Dim.REGION_ANY);
    addLabels(values, report.threats(), vocabularies.threats(), Dim.THREAT_ABOUT, Dim.THREAT_ANY);
    if (report.series() != null) {
      values.add(Dim.SERIES.code(report.series().id()));
    }
    values.add(Dim.LANGUAGE.code(report.language()));
    values.add(Dim.TYPE.code(MediaTypes.name(report.mediaType())));
    Published published = report.published();
    if (published == null) {
      values.add(Dim.UNDATED.code(""));
    } else {
      String day = published.first().toString();
      values.add(Dim.YEAR.code(day.substring(0, day.length() - 6)));
      if (published.precision() != Published.Precision.YEAR) {
        values.add(Dim.MONTH.code(day.substring(0, day.length() - 3)));
      }
    }
    return values;
  }

  private static void addLabels(
      Set<String> values, List<Label> labels, Vocabulary vocabulary, Dim about, Dim any) {
    for (Label label : labels) {
      Set<String> ids = new TreeSet<>(vocabulary.ancestors(label.id()));
      ids.add(label.id());
      for (String id : ids) {
        values.add(any.code(id));
        if (label.strength() == Label.Strength.ABOUT) {
          values.add(about.code(id));
        }
      }
    }
  }

  /// The value, or its beginning and a hash when it is too long for a term.
  private static String cut(String value) {
    return value.length() <= LONGEST_TERM
        ? value
        : value.substring(0, LONGEST_TERM) + '#' + Integer.toHexString(value.hashCode());
  }

  /// Text analysed by the rules of its own language: Lucene's own field asks one analyzer for all.
  private static final class Text extends Field {

    private final Tokens tokens;

    Text(String name, Tokens tokens) {
      super(name, ANALYSED);
      this.tokens = tokens;
    }

    @Override
    public TokenStream tokenStream(Analyzer ignored, @Nullable TokenStream reuse) {
      return tokens.stream();
    }
  }
}

package dossier.bench;

import dossier.report.Label;
import dossier.report.Published;
import dossier.report.Report;
import dossier.report.Vocabularies;
import dossier.report.Vocabulary;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.tartarus.snowball.ext.EnglishStemmer;

/// Reports as bare Lucene documents: what is needed for a page of results, and no more.
final class Bare {

  static final String ID = "id";
  static final String SHOWN = "shown";
  static final String TITLE = "title";
  static final String SUMMARY = "summary";
  static final String BODY = "body";
  static final String FACET = "facet";
  static final String FIRST = "first";
  static final String LAST = "last";

  /// In front of stems.
  static final char STEM = '=';

  private static final FieldType TEXT = new FieldType();

  static {
    TEXT.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    TEXT.setStored(true);
    TEXT.freeze();
  }

  private Bare() {}

  static Document document(Report report, Vocabularies vocabularies) {
    Document fields = new Document();
    fields.add(new StringField(ID, report.id(), Field.Store.YES));
    fields.add(new SortedDocValuesField(ID, new BytesRef(report.id())));
    fields.add(new StoredField(SHOWN, shown(report)));
    fields.add(new Field(TITLE, report.title(), TEXT));
    fields.add(new Field(SUMMARY, report.summary(), TEXT));
    // Without running heads; page ends are form feeds.
    fields.add(new Field(BODY, report.body().searchable(), TEXT));
    Published published = report.published();
    if (published != null) {
      fields.add(new LongField(FIRST, published.first().toEpochDay(), Field.Store.NO));
      fields.add(new LongField(LAST, published.last().toEpochDay(), Field.Store.NO));
    }
    for (String value : facets(report, vocabularies)) {
      fields.add(new StringField(FACET, value, Field.Store.NO));
      fields.add(new SortedSetDocValuesField(FACET, new BytesRef(value)));
    }
    return fields;
  }

  /// What a hit shows beside title and snippets.
  private static String shown(Report report) {
    return String.join(
        "\n",
        report.series() == null ? "" : report.series().name(),
        report.published() == null ? "" : report.published().iso(),
        report.language(),
        report.mediaType(),
        ids(report.regions()).toString(),
        ids(report.threats()).toString());
  }

  static List<String> ids(List<Label> labels) {
    return labels.stream().map(Label::id).toList();
  }

  /// Values with the letter of their facet in front: what a report is about, its series, language,
  /// type and month.
  static Set<String> facets(Report report, Vocabularies vocabularies) {
    Set<String> values = new TreeSet<>();
    for (String id : above(report.regions(), vocabularies.regions())) {
      values.add("r" + id);
    }
    for (String id : above(report.threats(), vocabularies.threats())) {
      values.add("t" + id);
    }
    if (report.series() != null) {
      values.add("s" + report.series().id());
    }
    values.add("l" + report.language());
    values.add("f" + type(report));
    String month = month(report);
    if (!month.isEmpty()) {
      values.add("m" + month);
    }
    return values;
  }

  /// What a report is about, with all that lies above it.
  static Set<String> above(List<Label> labels, Vocabulary vocabulary) {
    Set<String> ids = new TreeSet<>();
    for (Label label : labels) {
      if (label.strength() == Label.Strength.ABOUT) {
        ids.add(label.id());
        ids.addAll(vocabulary.ancestors(label.id()));
      }
    }
    return ids;
  }

  /// The type of a made-up report.
  static String type(Report report) {
    String path = report.location().path();
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /// `yyyy-MM`; empty when it is not known.
  static String month(Report report) {
    Published published = report.published();
    return published == null || published.precision() == Published.Precision.YEAR
        ? ""
        : published.first().toString().substring(0, 7);
  }

  /// The stem of an English word, as it stands in the index.
  static String stem(String word) {
    EnglishStemmer stemmer = new EnglishStemmer();
    stemmer.setCurrent(word);
    stemmer.stem();
    return STEM + stemmer.getCurrent();
  }

  /// Words with case and accents folded, and beside each its English stem.
  static final Analyzer ANALYZER =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          ICUTokenizer words = new ICUTokenizer(new DefaultICUTokenizerConfig(false, true));
          TokenStream both = new KeywordRepeatFilter(new LowerCaseFilter(words));
          TokenStream stems = new SnowballFilter(both, new EnglishStemmer());
          return new TokenStreamComponents(words, new Marked(new ICUFoldingFilter(stems)));
        }
      };

  private static final class Marked extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);

    Marked(TokenStream words) {
      super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      if (step.getPositionIncrement() == 0) {
        String stem = term.toString();
        term.setEmpty().append(STEM).append(stem);
      }
      return true;
    }
  }
}

package dossier.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/// What Lucene does out of the box: title and text in one field, any of the words, BM25.
final class PlainLucene implements AutoCloseable {

  private static final String ID = "id";
  private static final String TEXT = "text";

  private final Analyzer analyzer;
  private final Directory directory = new ByteBuffersDirectory();
  private final DirectoryReader reader;

  PlainLucene(List<TestCollection.Doc> docs, Analyzer analyzer) throws IOException {
    this.analyzer = analyzer;
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (TestCollection.Doc doc : docs) {
        Document fields = new Document();
        fields.add(new StringField(ID, doc.id(), Field.Store.YES));
        fields.add(new TextField(TEXT, doc.title() + "\n" + doc.text(), Field.Store.NO));
        writer.addDocument(fields);
      }
    }
    reader = DirectoryReader.open(directory);
  }

  List<String> ranking(String words, int depth) throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    List<String> ids = new ArrayList<>();
    for (ScoreDoc found : searcher.search(query(words), depth).scoreDocs) {
      ids.add(searcher.storedFields().document(found.doc).get(ID));
    }
    return ids;
  }

  private BooleanQuery query(String words) throws IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    try (TokenStream tokens = analyzer.tokenStream(TEXT, words)) {
      CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        any.add(new TermQuery(new Term(TEXT, term.toString())), Occur.SHOULD);
      }
      tokens.end();
    }
    return any.build();
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}

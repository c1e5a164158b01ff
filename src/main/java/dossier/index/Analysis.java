package dossier.index;

import static java.util.Map.entry;

import com.ibm.icu.text.FilteredNormalizer2;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.UnicodeSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/// Text to terms: one chain for every text field and language. Each position holds the word with
/// case and accents folded, and beside it the stem by the rules of the text's language, marked with
/// that language. So phrases stay exact, any grammatical form of a word is found in texts of its
/// own language and the word as typed in all, and offsets are those of the text. No word is
/// dropped: "IT" and "to be" can be looked for.
final class Analysis {

  private static final Map<String, UnaryOperator<TokenStream>> STEMMERS =
      Map.ofEntries(
          entry("en", words -> new SnowballFilter(words, new EnglishStemmer())),
          entry("ru", words -> new SnowballFilter(words, new RussianStemmer())),
          entry("tr", words -> new SnowballFilter(words, new TurkishStemmer())),
          entry("fr", FrenchLightStemFilter::new),
          entry("de", words -> new GermanLightStemFilter(new UmlautFilter(words))),
          entry("es", SpanishLightStemFilter::new),
          entry("it", ItalianLightStemFilter::new),
          entry("pt", PortugueseLightStemFilter::new),
          entry("ar", words -> new SuffixFilter(new ArticleFilter(words), SuffixFilter.ARABIC)),
          entry("fa", words -> new SuffixFilter(words, SuffixFilter.PERSIAN)),
          entry("kk", words -> new SuffixFilter(words, SuffixFilter.KAZAKH)),
          entry("ky", words -> new SuffixFilter(words, SuffixFilter.KYRGYZ)),
          entry("tg", words -> new SuffixFilter(words, SuffixFilter.TAJIK)),
          entry("uz", words -> new SuffixFilter(words, SuffixFilter.UZBEK)));

  private static final Analyzer PLAIN = new Chain("", words -> words);

  private static final Map<String, Analyzer> BY_LANGUAGE =
      STEMMERS.entrySet().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  Map.Entry::getKey, stem -> new Chain(stem.getKey(), stem.getValue())));

  /// Everything but the voicing marks of Japanese: without them a gas is dregs.
  private static final Normalizer2 FOLDING =
      new FilteredNormalizer2(
          ICUFoldingFilter.NORMALIZER, new UnicodeSet("[^[:Hiragana:][:Katakana:]]").freeze());

  /// Longer words, which are no words, are cut: the index refuses terms without end.
  private static final int LONGEST_WORD = 255;

  private Analysis() {}

  /// A word as it is looked for.
  ///
  /// @param word with case and accents folded
  /// @param stems its stems in the languages asked for, marked
  record Form(String word, Set<String> stems) {}

  /// The analyzer for texts of a language, given as BCP 47 tag.
  static Analyzer of(String language) {
    int end = language.indexOf('-');
    return BY_LANGUAGE.getOrDefault(end < 0 ? language : language.substring(0, end), PLAIN);
  }

  /// The words of a text in order, each with its stems in these languages.
  static List<Form> forms(String text, Collection<String> languages) {
    List<Form> forms = new ArrayList<>();
    read(PLAIN, text, forms);
    languages.stream().map(Analysis::of).distinct().forEach(chain -> read(chain, text, forms));
    forms.forEach(Analysis::keepRussianNames);
    return forms;
  }

  /// The offset at which the first word of a text begins; 0 when it has none.
  static int firstWord(String text) {
    try (TokenStream tokens = PLAIN.tokenStream(Fields.BODY, text)) {
      OffsetAttribute offset = tokens.getAttribute(OffsetAttribute.class);
      tokens.reset();
      return tokens.incrementToken() ? offset.startOffset() : 0;
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from memory", impossible);
    }
  }

  /// A text with case, accents and all between words folded, to compare names.
  static String fold(String text) {
    return forms(text, List.of()).stream().map(Form::word).collect(Collectors.joining(" "));
  }

  /// Киев looks like a case of "ки" to the Russian stemmer, but Киеве like one of "киев": so what
  /// is typed may also be the stem.
  private static void keepRussianNames(Form form) {
    String mark = StemMarkFilter.MARK + "ru:";
    if (form.stems().stream().anyMatch(stem -> stem.startsWith(mark))) {
      form.stems().add(mark + form.word());
    }
  }

  /// Adds what a chain makes of the text to the forms, which are empty or of the same text.
  private static void read(Analyzer chain, String text, List<Form> forms) {
    try (TokenStream tokens = chain.tokenStream(Fields.BODY, text)) {
      CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = tokens.getAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      int position = -1;
      while (tokens.incrementToken()) {
        position += step.getPositionIncrement();
        if (position == forms.size()) {
          forms.add(new Form(term.toString(), new LinkedHashSet<>()));
        } else if (term.length() > 0
            && term.charAt(0) == StemMarkFilter.MARK
            && !IdeographFilter.isIdeograph(forms.get(position).word())) {
          forms.get(position).stems().add(term.toString());
        }
      }
      tokens.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException("reading from memory", impossible);
    }
  }

  private static final class Chain extends Analyzer {

    private final String language;
    private final UnaryOperator<TokenStream> stemmer;

    Chain(String language, UnaryOperator<TokenStream> stemmer) {
      this.language = language;
      this.stemmer = stemmer;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      // Chinese and Japanese need no dictionary, as every character becomes a word.
      Tokenizer tokenizer = new ICUTokenizer(new DefaultICUTokenizerConfig(false, true));
      TokenStream words = new IdeographFilter(tokenizer);
      words =
          language.equals("tr") ? new TurkishLowerCaseFilter(words) : new LowerCaseFilter(words);
      words = new SpellingFilter(words);
      // They touch Arabic letters alone, and must be the same for queries, whose language is open.
      words = new ArabicNormalizationFilter(new PersianNormalizationFilter(words));
      if (!language.isEmpty()) {
        words = stemmer.apply(new KeywordRepeatFilter(words));
      }
      // Folding comes after stemming: stemmers know accented letters.
      return new TokenStreamComponents(
          tokenizer,
          new StemMarkFilter(
              TruncateTokenFilter.truncateAfterCodePoints(
                  new ICUFoldingFilter(new LetterFilter(words), FOLDING), LONGEST_WORD),
              language));
    }
  }
}

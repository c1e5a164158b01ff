package dossier.index;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.ConditionalTokenFilter;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/// Brings the two German spellings together, "Müller" and "Mueller", where a stem is made. The word
/// as written stays: "ue" is no umlaut in other languages, nor always in German.
final class UmlautFilter extends ConditionalTokenFilter {

  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

  UmlautFilter(TokenStream words) {
    super(words, GermanNormalizationFilter::new);
  }

  @Override
  protected boolean shouldFilter() {
    return !keyword.isKeyword();
  }
}

package dossier.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Tells what stands below a report from the report: whom to contact, where to listen, what else
/// there is to read. Words of other reports would make false hits and false labels.
final class Ending {

  /// Only the last passages can be an ending: this many, or a third of the document.
  private static final int MOST = 40;

  private static final int LONGEST_HEADING = 60;
  private static final int LONGEST_LINE = 400;

  /// What follows such a line is a list of other things to read.
  private static final Pattern MORE_TO_READ =
      Pattern.compile(
          "^(related (posts?|articles?|reports?|content|reading|publications)|you (may|might) also like"
              + "|read (also|next|more)|more from .{1,40}|recommended (for you|reading)"
              + "|share this( post| article)?|leave a (comment|reply)|subscribe( .{1,40})?"
              + "|articles? (similaires?|liés|connexes)|à lire aussi|lire aussi"
              + "|похожие (записи|статьи|материалы)|читайте также|по теме|связанные материалы"
              + "|ähnliche beiträge|artículos relacionados|ilgili (yazılar|haberler)"
              + "|مقالات ذات صلة|اقرأ أيضا|اقرأ أيضًا|مطالب مرتبط|o‘xshash maqolalar|ұқсас мақалалар)"
              + "\\s*[:：]?$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern CONTACT =
      Pattern.compile(
          "(contact us|get in touch|write to us|for (further|more) information|contactez|свяжитесь с нами"
              + "|kontaktieren sie|contáctenos|اتصل بنا|تماس با ما).*\\S+@\\S+|^listen (also|to)\\b.*\\|",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Ending() {}

  /// The same passages, the ending made furniture.
  static List<Passage> apart(List<Passage> passages) {
    int from = Math.max(passages.size() - MOST, passages.size() * 2 / 3);
    List<Passage> result = new ArrayList<>(passages);
    boolean more = false;
    for (int i = from; i < result.size(); i++) {
      Passage passage = result.get(i);
      String text = passage.text();
      more |= text.length() <= LONGEST_HEADING && MORE_TO_READ.matcher(text).matches();
      boolean contact = text.length() <= LONGEST_LINE && CONTACT.matcher(text).find();
      if (more || contact) {
        result.set(i, passage.as(Passage.Kind.FURNITURE));
      }
    }
    return result;
  }
}

package dossier.report;

import dossier.text.Passage;
import dossier.text.Passage.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds what stands around a report without being part of it: contact lines, related posts,
/// podcast and subscription lines, share buttons, cookie notices.
final class Furniture {

  /// Beginnings of lines that are furniture when they are short.
  private static final Map<String, List<String>> BEGINNINGS =
      byFirstWord(
          folded(
              """
              contact us|get in touch|read also|also read|read more|see also|listen also|also listen|watch also
              listen to the podcast|listen to our podcast|subscribe to|sign up for|sign up to|follow us|share this
              share on|you may also like|we use cookies|this site uses cookies|this website uses cookies
              all rights reserved|back to top|skip to content|click here|download the pdf|download pdf
              for media enquiries|for media inquiries|to receive our|print this|leave a comment
              читайте также|слушайте также|смотрите также|свяжитесь с нами|связаться с нами|подпишитесь на
              подписаться на|поделиться в|мы используем файлы cookie|этот сайт использует|все права защищены
              à lire aussi|lire aussi|à écouter|écoutez aussi|voir aussi|contactez nous|abonnez vous
              inscrivez vous à|partager sur|suivez nous|nous utilisons des cookies|ce site utilise des cookies
              tous droits réservés
              اتصل بنا|اتصلوا بنا|تواصل معنا|تواصلوا معنا|للتواصل معنا|اقرأ أيضا|اقرأ المزيد|إقرأ أيضا|استمع أيضا|استمعوا أيضا
              اشترك في|اشتركوا في|شارك على|تابعونا على|تابعنا على|جميع الحقوق محفوظة|نستخدم ملفات تعريف الارتباط
              تماس با ما|با ما تماس بگیرید|بیشتر بخوانید|همچنین بخوانید|همچنین بشنوید|مطالعه بیشتر|ما را دنبال کنید
              مشترک شوید|عضویت در خبرنامه|کلیه حقوق|تمامی حقوق|همه حقوق محفوظ|این وب‌سایت از کوکی
              lea también|leer también|lee también|escuche también|escucha también|contáctenos|suscríbase a
              suscríbete a|comparte en|compartir en|síganos en|utilizamos cookies|todos los derechos reservados
              lesen sie auch|hören sie auch|siehe auch|kontaktieren sie uns|abonnieren sie|folgen sie uns
              teilen auf|wir verwenden cookies|diese website verwendet cookies|alle rechte vorbehalten
              сондай ақ оқыңыз|сондай ақ тыңдаңыз|бізбен байланысыңыз|shuningdek oʻqing|biz bilan bogʻlaning
              ayrıca okuyun|bize ulaşın
              """));

  /// Beginnings that are furniture when the line also says where to turn.
  private static final Map<String, List<String>> INVITATIONS =
      byFirstWord(
          folded(
              """
              for further information|for more information|for additional information|for further reports
              for enquiries|for inquiries|for questions|to learn more
              за дополнительной информацией|для получения дополнительной информации|по вопросам
              дополнительную информацию|pour plus d'informations|pour plus d'information|pour en savoir plus
              pour toute information|pour toute question|للمزيد من المعلومات|لمزيد من المعلومات|للاستفسار|لطلب المزيد
              برای اطلاعات بیشتر|برای کسب اطلاعات بیشتر|برای دریافت|para más información|para mayor información
              für weitere informationen|für rückfragen|қосымша ақпарат алу|толығырақ ақпарат
              qoʻshimcha maʼlumot|batafsil maʼlumot|daha fazla bilgi için
              """));

  /// Whole lines that are furniture, and head a list that is, too.
  private static final Set<String> HEADS =
      Set.copyOf(
          folded(
              """
              related posts|related articles|related reports|related content|related reading|related
              more from this author|more reports|recommended|recommended reading|you may also like|share
              share this post|tags|categories|leave a reply|comments|newsletter|subscribe|podcast
              похожие записи|похожие статьи|материалы по теме|по теме|читайте также|поделиться|рекомендуем
              articles liés|articles similaires|articles connexes|sur le même sujet|partager|à lire aussi
              مقالات ذات صلة|مواضيع ذات صلة|تقارير ذات صلة|اقرأ أيضا|شارك|مطالب مرتبط|نوشته‌های مرتبط|گزارش‌های مرتبط
              اشتراک گذاری|artículos relacionados|entradas relacionadas|compartir|verwandte beiträge
              ähnliche beiträge|verwandte artikel|weitere artikel|teilen|ұқсас жазбалар|oʻxshash maqolalar
              """));

  private static final Pattern WHERE_TO =
      Pattern.compile(
          "@|https?:|www\\.|\\+\\d|(?iu:contact|visit|write to|свяжит|обращай|пишите|contacte|écri|تواصل|اتصل|تماس|kontakt)");
  private static final Pattern EPISODE =
      Pattern.compile(
          "(?iu)[^.]{0,40}(?:podcast|подкаст|بودكاست|پادکست|\\bep\\.)\\s*[|:#–—-]?\\s*(?:\\d|ep|episode|эпизод|выпуск)");
  private static final List<String> PODCAST = folded("podcast|подкаст|بودكاست|پادکست|ep ");
  private static final Pattern ONLY_AN_ADDRESS =
      Pattern.compile(
          "(?iu)^(?:e-?mail|tel|phone|web|почта)?\\W*(?:\\S+@\\S+|https?://\\S+|www\\.\\S+)\\W*$");
  private static final Pattern CREDIT_BEHIND =
      Pattern.compile(
          "(?iu)\\((?:photo|image|map|картинка|фото|crédits?|credits?|source|источник|quelle|المصدر|منبع)?\\s*(?:credits?|crédits?|by|photo)?\\s*:[^)]*\\)\\s*\\.?$");
  private static final Pattern CREDIT_LINE =
      Pattern.compile(
          "(?iu)(?:photo|image|picture|фото|crédit photo|photo credits?|image credits?|credits?)\\s*:");
  private static final Pattern LICENCE = Pattern.compile("(?i)via wikimedia|\\bCC[ -]BY\\b");
  private static final Pattern FIGURE =
      Pattern.compile(
          "(?iu)(?:figure|fig\\.|map|table|chart|рис\\.|рисунок|карта|таблица|carte|tableau|شكل|جدول|خريطة|abbildung|abb\\.|mapa)\\s*\\d+\\s*[.:–—-]");

  private static final int LONG_LINE = 60;
  private static final int SHORT_LINE = 25;

  private Furniture() {}

  /// The passages, with what is furniture marked as such.
  static List<Line> mark(List<Passage> passages) {
    List<Line> marked = new ArrayList<>();
    boolean below = false;
    for (Passage passage : passages) {
      Line line = Line.of(passage);
      String words = line.words().size() > LONG_LINE ? "" : line.folded(LONG_LINE);
      below = HEADS.contains(words) || (below && looksListed(line));
      marked.add(below || is(line, words) ? line.as(Kind.FURNITURE) : line);
    }
    return marked;
  }

  /// Whether a line credits a picture: shown, but no evidence and no summary.
  static boolean isCredit(String text) {
    return text.length() <= 400
        && (CREDIT_LINE.matcher(text).lookingAt()
            || (text.indexOf('(') >= 0 && CREDIT_BEHIND.matcher(text).find())
            || ((text.contains("CC") || text.contains("ikimedia"))
                && LICENCE.matcher(text).find()));
  }

  /// Whether a line belongs to a picture or table.
  static boolean isCaption(String text) {
    return isCredit(text) || FIGURE.matcher(text).lookingAt();
  }

  private static boolean is(Line line, String words) {
    if (words.isEmpty() && line.words().size() > LONG_LINE) {
      return false;
    }
    String text = line.text();
    boolean few = line.words().size() <= SHORT_LINE;
    boolean address = text.indexOf('@') >= 0 || text.contains("//") || text.contains("www.");
    return (few && begins(words, BEGINNINGS))
        || (begins(words, INVITATIONS) && WHERE_TO.matcher(text).find())
        || words.contains("contact us at")
        || (few && PODCAST.stream().anyMatch(words::contains) && EPISODE.matcher(text).lookingAt())
        || (address && ONLY_AN_ADDRESS.matcher(text).find());
  }

  private static boolean begins(String words, Map<String, List<String>> beginnings) {
    for (String beginning : beginnings.getOrDefault(first(words), List.of())) {
      if (words.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a line below the head of a list of links may be one of them.
  private static boolean looksListed(Line line) {
    boolean few = line.words().size() <= SHORT_LINE;
    return few && !line.text().matches(".*[.!?؟]$") && !line.is(Kind.ROW);
  }

  private static String first(String words) {
    int space = words.indexOf(' ');
    return space < 0 ? words : words.substring(0, space);
  }

  private static Map<String, List<String>> byFirstWord(List<String> beginnings) {
    return beginnings.stream().collect(Collectors.groupingBy(Furniture::first));
  }

  private static List<String> folded(String table) {
    return table
        .lines()
        .flatMap(line -> List.of(line.split("\\|", -1)).stream())
        .map(Words::folded)
        .collect(Collectors.toUnmodifiableList());
  }
}

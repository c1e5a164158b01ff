package dossier.samples;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A web page as a browser saves it: the report between navigation, notices and related posts. */
final class HtmlWriter {

  /** Navigation, cookie notice, contact line and heading of the related posts by language. */
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "en",
          List.of(
              "Home|Reports|Regions|Podcast|About us",
              "We use cookies to count visits. By reading on you agree.",
              "For further information and tailored risk assessments, contact us at desk@example.org.",
              "Related posts"),
          "fr",
          List.of(
              "Accueil|Rapports|Régions|Balado|Qui sommes-nous",
              "Ce site utilise des témoins pour compter les visites.",
              "Pour tout renseignement, écrivez à desk@example.org.",
              "Articles liés"),
          "ar",
          List.of(
              "الرئيسية|التقارير|المناطق|من نحن",
              "يستخدم هذا الموقع ملفات تعريف الارتباط لإحصاء الزيارات.",
              "لمزيد من المعلومات راسلونا على desk@example.org.",
              "مقالات ذات صلة"),
          "fa",
          List.of(
              "خانه|گزارش‌ها|منطقه‌ها|دربارهٔ ما",
              "این سایت برای شمارش بازدیدها از کوکی استفاده می‌کند.",
              "برای آگاهی بیشتر به desk@example.org بنویسید.",
              "مطالب مرتبط"),
          "kk",
          List.of(
              "Басты бет|Есептер|Аймақтар|Біз туралы",
              "Бұл сайт келушілерді санау үшін cookie файлдарын қолданады.",
              "Қосымша ақпарат үшін desk@example.org мекенжайына жазыңыз.",
              "Ұқсас жазбалар"));

  private HtmlWriter() {}

  /**
   * Writes the page.
   *
   * @param related titles under the article, which are no part of the report
   */
  static byte[] write(Source source, List<String> related) {
    List<String> words = WORDS.get(source.language());
    return Zip.utf8(
        """
        <!DOCTYPE html>
        <html lang="%s"%s>
        %s
        <body>
        <header><p class="site">%s</p><nav><ul>%s</ul></nav></header>
        <div class="cookie-notice" role="dialog"><p>%s</p><button>OK</button></div>
        <main><article>
        <h1>%s</h1>
        %s%s</article></main>
        <footer>
        <p>%s</p>
        <section class="related-posts"><h2>%s</h2><ul>%s</ul></section>
        <p>© %s</p>
        </footer>
        </body>
        </html>
        """
            .formatted(
                source.language(),
                source.rightToLeft() ? " dir=\"rtl\"" : "",
                head(source),
                Xml.escape(site(source)),
                links(List.of(words.get(0).split("\\|"))),
                words.get(1),
                Xml.escape(source.title()),
                masthead(source),
                Xml.html(source.body()),
                words.get(2),
                words.get(3),
                links(related),
                Xml.escape(site(source))));
  }

  private static String head(Source source) {
    String published =
        source.metadataDate().isEmpty()
            ? ""
            : meta("property", "article:published_time", source.metadataDate() + "T08:00:00+00:00");
    return "<head>\n<meta charset=\"utf-8\">\n<title>"
        + Xml.escape(source.title() + " – " + site(source))
        + "</title>\n"
        + meta("name", "author", String.join(", ", source.authors()))
        + meta("property", "og:title", source.title())
        + published
        + "<style>body { max-width: 42em; margin: auto; line-height: 1.5 }</style>\n</head>";
  }

  private static String meta(String attribute, String name, String content) {
    return "<meta " + attribute + "=\"" + name + "\" content=\"" + Xml.escape(content) + "\">\n";
  }

  private static String site(Source source) {
    return source.series().isEmpty() ? source.authors().getFirst() : source.series();
  }

  private static String masthead(Source source) {
    return source.masthead().isEmpty()
        ? ""
        : "<p class=\"masthead\">"
            + source.masthead().stream().map(Xml::escape).collect(Collectors.joining("<br>\n"))
            + "</p>\n";
  }

  private static String links(List<String> texts) {
    return texts.stream()
        .map(text -> "<li><a href=\"#\">" + Xml.escape(text) + "</a></li>")
        .collect(Collectors.joining());
  }
}

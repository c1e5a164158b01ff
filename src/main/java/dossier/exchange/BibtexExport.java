package dossier.exchange;

import dossier.report.Published;
import dossier.report.Report;
import dossier.report.Series;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// BibTeX. Text stays UTF-8, as biber and all reference managers read it; what is special to LaTeX
/// is written as commands. A brace counts for BibTeX even behind a backslash, so braces are
/// commands too, and no text can end its field.
final class BibtexExport implements Exporter {

  private static final Map<Character, String> SPECIAL =
      Map.of(
          '\\', "\\textbackslash{}",
          '{', "\\textbraceleft{}",
          '}', "\\textbraceright{}",
          '~', "\\textasciitilde{}",
          '^', "\\textasciicircum{}",
          '&', "\\&",
          '%', "\\%",
          '$', "\\$",
          '#', "\\#",
          '_', "\\_");

  private static final Pattern WORD = Pattern.compile("[a-z]{4,}");

  private final Writer out;
  private final Site site;

  BibtexExport(Writer out, Site site) {
    this.out = out;
    this.site = site;
  }

  @Override
  public void write(Report report) throws IOException {
    Reference one = Reference.of(report, site);
    out.write("@techreport{" + key(one) + ",\n");
    // Twice in braces: styles then keep capitals, which names and acronyms need.
    field("title", "{" + escaped(one.title()) + "}");
    field("author", authors(one));
    field("institution", "{" + escaped(one.institution()) + "}");
    field("series", "{" + escaped(one.series()) + "}");
    field("volume", escaped(one.volume()));
    field("number", escaped(one.issue()));
    field("issn", escaped(one.issn()));
    dates(one.published());
    field("language", escaped(one.language()));
    field("keywords", escaped(String.join(", ", one.keywords())));
    field("abstract", escaped(one.summary()));
    field("url", url(one.url()));
    out.write("}\n\n");
  }

  private void dates(@Nullable Published published) throws IOException {
    if (published == null) {
      return;
    }
    String iso = published.iso();
    field("year", iso.substring(0, 4));
    if (iso.length() > 4) {
      String month = published.first().getMonth().name().substring(0, 3);
      // One of the twelve names BibTeX knows, which styles translate: never in braces.
      out.write("  month = " + month.toLowerCase(Locale.ROOT) + ",\n");
    }
    // Read by biblatex, exact to the day.
    field("date", iso);
  }

  private static String authors(Reference one) {
    return one.authors().stream()
        .map(author ->
            author.isPerson() ? escaped(author.sorted()) : "{" + escaped(author.name()) + "}")
        .collect(Collectors.joining(" and "));
  }

  /// Family name, year and first word of the title to recognise it by, the id to make it the only
  /// one.
  private static String key(Reference one) {
    String name =
        one.authors().isEmpty()
            ? one.series()
            : one.authors().getFirst().isPerson()
                ? one.authors().getFirst().family()
                : one.authors().getFirst().name();
    String who = name.isEmpty() ? "anon" : letters(name);
    Matcher word = WORD.matcher(letters(one.title()));
    String year = one.published() == null ? "nd" : one.date("").substring(0, 4);
    String first = who.substring(0, Math.min(24, who.length())).replace("-", "");
    return first + year + (word.find() ? word.group() : "") + "-" + one.id();
  }

  /// In Latin letters, words parted by hyphens.
  private static String letters(String name) {
    return new Series(name, null, null, null).id();
  }

  private void field(String name, String value) throws IOException {
    if (!value.isEmpty() && !value.equals("{}")) {
      out.write("  " + name + " = {" + value + "},\n");
    }
  }

  /// Of an address only what would end its field or begin a comment has to be written otherwise.
  private static String url(String address) {
    return address.replace("%", "\\%").replace("#", "\\#").replace("{", "%7B").replace("}", "%7D");
  }

  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String command = SPECIAL.get(c);
      if (command == null) {
        escaped.append(c);
      } else {
        escaped.append(command);
      }
    }
    // Two hyphens would be printed as a dash.
    return escaped.toString().replace("--", "-{}-");
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}

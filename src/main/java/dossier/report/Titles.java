package dossier.report;

import dossier.archive.Document;
import dossier.text.Passage;
import dossier.text.Passage.Kind;
import dossier.text.Text;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Chooses the title of a report. Titles in metadata lie often ("Microsoft Word - draft3"), so one
/// counts when the text bears it out or has nothing better.
final class Titles {

  private static final int LONGEST = 300;
  private static final int REACH = 8;

  private static final Pattern LIES =
      Pattern.compile(
          "(?iu)^(?:microsoft (?:word|powerpoint|excel)\\b.*|untitled.*|document ?\\d*|новый документ.*|без имени.*|безымянный.*|sans titre.*|"
              + "sin título.*|unbenannt.*|dokument ?\\d*|презентация.*|powerpoint presentation|presentation ?\\d*|slide ?\\d*|page ?\\d*|"
              + "layout ?\\d*|scan\\d*.*|img[_ ]?\\d+.*|title|template|draft ?\\d*|cover|home|index|بدون عنوان.*|.*\\.(?:docx?|pdf|rtf|odt|indd|pptx?|xlsx?|txt|html?|qxd|pub|md))$");
  private static final Pattern MAIL_PREFIX =
      Pattern.compile("(?iu)^(?:(?:re|fwd?|fw|aw|wg|tr|ha|rv|пересл)\\s*:\\s*)+");
  private static final Pattern ENDING = Pattern.compile("\\.[\\p{L}\\p{N}]{1,8}$");

  private Titles() {}

  /// The title; never blank.
  static String of(
      Document document, Text text, List<Passage> passages, @Nullable SeriesLine series) {
    String given = document.sidecar().title();
    if (given != null && !given.isBlank()) {
      return given.strip();
    }
    String embedded = embedded(document, text);
    String heading = first(passages, series, true);
    if (!embedded.isEmpty()
        && (heading.isEmpty() || same(embedded, heading) || stands(embedded, passages))) {
      return !heading.isEmpty() && contains(embedded, heading) ? heading : embedded;
    }
    if (!heading.isEmpty()) {
      return heading;
    }
    String line = embedded.isEmpty() ? first(passages, series, false) : embedded;
    return line.isEmpty() ? fromName(document.location().name()) : line;
  }

  /// The index of the passage that is the title, -1 when none is.
  static int place(List<Passage> passages, String title) {
    String words = Words.folded(title);
    for (int i = 0; i < Math.min(passages.size(), 2 * REACH); i++) {
      if (Words.folded(passages.get(i).text()).equals(words)) {
        return i;
      }
    }
    return -1;
  }

  private static String embedded(Document document, Text text) {
    String title = text.properties().title();
    if (title == null) {
      return "";
    }
    String plain = MAIL_PREFIX.matcher(title.strip().replaceAll("\\s+", " ")).replaceAll("");
    String name = document.location().name();
    boolean lie =
        plain.isBlank()
            || plain.length() > LONGEST
            || LIES.matcher(plain).matches()
            || !plain.matches("(?s).*\\p{L}{3}.*")
            || (!plain.contains(" ") && plain.matches(".*[-_\\d].*"))
            || same(plain, ENDING.matcher(name).replaceAll(""));
    return lie ? "" : plain;
  }

  /// The first heading, or the first line, that is neither masthead nor caption.
  private static String first(
      List<Passage> passages, @Nullable SeriesLine series, boolean heading) {
    int seen = 0;
    for (Passage passage : passages) {
      String text = passage.text().strip();
      if (passage.kind() == Kind.FURNITURE || ++seen > 2 * REACH || (seen > REACH && !heading)) {
        continue;
      }
      boolean kind = heading == (passage.kind() == Kind.HEADING);
      if (kind && text.length() <= LONGEST && isTitle(text, series)) {
        return text.replaceAll("\\s+", " ");
      }
    }
    return "";
  }

  private static boolean isTitle(String text, @Nullable SeriesLine series) {
    boolean masthead =
        SeriesLine.of(text) != null
            || (series != null && SeriesLine.trimmed(text).equals(series.name()))
            || Dates.in(text).stream().anyMatch(d -> text.length() - (d.to() - d.from()) < 15);
    return !masthead
        && !Furniture.isCaption(text)
        && !Summaries.isHeading(text)
        && text.matches("(?s).*\\p{L}{2}.*")
        && !(text.length() > 160 && text.endsWith("."));
  }

  private static boolean stands(String title, List<Passage> passages) {
    return place(passages, title) >= 0;
  }

  private static boolean same(String one, String other) {
    return Words.folded(one).equals(Words.folded(other));
  }

  private static boolean contains(String whole, String part) {
    return Words.folded(whole).startsWith(Words.folded(part)) && !Words.folded(part).isEmpty();
  }

  /// The file name without ending, its hyphens and underscores as spaces. A path so that its words
  /// stand apart.
  static String spoken(String path) {
    return path.replace("!/", "/")
        .replace("/", " / ")
        .replaceAll("_+", " ")
        .replaceAll("(?<=\\S)\\.(?=\\S)", " .")
        .strip();
  }

  private static String fromName(String name) {
    String plain = ENDING.matcher(name).replaceAll("").replaceAll("[_-]+", " ").strip();
    return plain.isEmpty() ? name.isBlank() ? "Untitled" : name : plain;
  }
}

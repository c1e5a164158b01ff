package dossier.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds the running headers, footers and page numbers of a PDF: lines at the top or the bottom
/// that most pages share at the same place, numbers aside.
final class RunningLines {

  /// How many lines at either end of a page may be running.
  private static final int DEEP = 3;

  /// How far apart in points two lines may be to be at the same place.
  private static final float NEAR = 6;

  private static final float SMALL = 0.92f;
  private static final float FAR = 1.2f;

  private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "[\\s\\p{Pd}|·.]*(page|seite|página|pagina|стр\\.?|с\\.|p\\.|бет|صفحة|صفحه|第)?\\s*#\\s*页?"
              + "(\\s*(of|/|из|de|sur|von|من|از|\\|)\\s*#)?[\\s\\p{Pd}|·.]*");

  private RunningLines() {}

  /// The running lines, told apart by identity.
  static Set<PdfLine> of(List<List<PdfLine>> pages) {
    Map<String, List<PdfLine>> tops = new HashMap<>();
    Map<String, List<PdfLine>> bottoms = new HashMap<>();
    for (List<PdfLine> page : pages) {
      List<PdfLine> lines = new ArrayList<>(page);
      lines.sort(Comparator.comparingDouble(PdfLine::y));
      for (int i = 0; i < Math.min(DEEP, lines.size()); i++) {
        PdfLine top = lines.get(i);
        PdfLine bottom = lines.get(lines.size() - 1 - i);
        tops.computeIfAbsent(key(top), k -> new ArrayList<>()).add(top);
        bottoms.computeIfAbsent(key(bottom), k -> new ArrayList<>()).add(bottom);
      }
    }
    // Headers of left and right pages differ: two pages in five are enough.
    int enough = Math.max(2, (pages.size() * 2 + 4) / 5);
    Set<PdfLine> running = Collections.newSetFromMap(new IdentityHashMap<>());
    collect(tops, enough, running);
    collect(bottoms, enough, running);
    pages.stream().skip(1).forEach(page -> addLoneTop(page, running));
    return running;
  }

  /// In a document of two pages a header may stand on the second only: a small line high above all
  /// others.
  private static void addLoneTop(List<PdfLine> page, Set<PdfLine> running) {
    List<PdfLine> lines = new ArrayList<>(page);
    lines.sort(Comparator.comparingDouble(PdfLine::y));
    if (lines.size() > 2) {
      PdfLine top = lines.get(0);
      PdfLine next = lines.get(1);
      boolean small = top.size() < next.size() * SMALL;
      boolean far = next.y() - next.size() - top.y() > FAR * top.size();
      if (small && far) {
        running.add(top);
      }
    }
  }

  private static void collect(Map<String, List<PdfLine>> ends, int enough, Set<PdfLine> running) {
    ends.forEach((key, lines) -> {
      if (PAGE_NUMBER.matcher(key).matches()) {
        running.addAll(lines);
      } else if (lines.size() >= enough) {
        float place = lines.get(lines.size() / 2).y();
        List<PdfLine> there =
            lines.stream().filter(line -> Math.abs(line.y() - place) < NEAR).toList();
        running.addAll(there.size() >= enough ? there : List.of());
      }
    });
  }

  private static String key(PdfLine line) {
    return DIGITS.matcher(line.text().strip().toLowerCase(Locale.ROOT)).replaceAll("#");
  }
}

package dossier.text;

import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The bookmarks of a PDF: a line that says the same as one on its page is a heading, though it may
/// look like any other.
final class PdfOutline {

  private static final Logger LOG = LoggerFactory.getLogger(PdfOutline.class);
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final int MOST = 20_000;
  private static final int DEEPEST = 20;

  private final IdentityHashMap<COSDictionary, Integer> pages = new IdentityHashMap<>();
  private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Integer, Map<String, Integer>> levels = new HashMap<>();

  private PdfOutline() {}

  static PdfOutline of(PDDocument document) {
    PdfOutline outline = new PdfOutline();
    try {
      PDOutlineNode root = document.getDocumentCatalog().getDocumentOutline();
      if (root != null) {
        for (PDPage page : document.getPages()) {
          outline.pages.put(page.getCOSObject(), outline.pages.size() + 1);
        }
        outline.take(root, document, 1);
      }
    } catch (RuntimeException e) {
      LOG.debug("Cannot read the outline to its end: {}", e.toString());
    }
    return outline;
  }

  private void take(PDOutlineNode node, PDDocument document, int depth) {
    PDOutlineItem item = node.getFirstChild();
    while (item != null && seen.size() < MOST && seen.add(item.getCOSObject())) {
      put(item, document, depth);
      if (depth < DEEPEST) {
        take(item, document, depth + 1);
      }
      item = item.getNextSibling();
    }
  }

  private void put(PDOutlineItem item, PDDocument document, int depth) {
    try {
      PDPage page = item.findDestinationPage(document);
      Integer number = page == null ? null : pages.get(page.getCOSObject());
      String key = key(item.getTitle() == null ? "" : item.getTitle());
      if (number != null && !key.isEmpty()) {
        levels.computeIfAbsent(number, n -> new HashMap<>()).putIfAbsent(key, Math.min(depth, 6));
      }
    } catch (IOException e) {
      LOG.debug("Cannot tell where a bookmark leads: {}", e.toString());
    }
  }

  private static String key(String title) {
    return SIGNS.matcher(Tidy.clean(title, false)).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }

  /// The level of a line as a heading, 0 when no bookmark says that it is one.
  int level(PdfLine line) {
    Map<String, Integer> here = levels.get(line.page());
    return here == null ? 0 : here.getOrDefault(key(line.text()), 0);
  }
}

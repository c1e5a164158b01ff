package dossier.text;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the lines of a PDF's pages, in the order in which they were set. That is the reading order
/// of nearly all programs that make reports; by position, columns would run into one another.
final class PdfPages extends PDFTextStripper {

  private static final Logger LOG = LoggerFactory.getLogger(PdfPages.class);

  private static final Pattern BOLD = Pattern.compile("bold|black|heavy|demi(?!t)|extrab");
  private static final int BOLD_WEIGHT = 600;

  /// A gap this many times the letters' size is no space between words, justified lines included.
  private static final float WIDE = 1.5f;

  private static final int FEWEST_LETTERS = 20;
  private static final int DEEPEST_FORM = 3;

  private final Allowance allowance;
  private final List<List<PdfLine>> pages = new ArrayList<>();
  private final Map<PDFont, Boolean> fonts = new HashMap<>();
  private final Map<Integer, Integer> sizes = new HashMap<>();
  private final List<PdfLine.Cell> cells = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private List<PdfLine> lines = new ArrayList<>();
  private float left;
  private float right;
  private float y;
  private int letters;
  private int bold;
  private final List<Integer> images = new ArrayList<>();
  private boolean damaged;

  private PdfPages(Allowance allowance) {
    this.allowance = allowance;
    setSuppressDuplicateOverlappingText(false); // it is costly, and Tika does not either
  }

  /// What the pages say.
  ///
  /// @param pages the lines of each
  /// @param whole whether all of them could be read
  /// @param images the pages, from 1, that hold images and no words
  record Lines(List<List<PdfLine>> pages, boolean whole, List<Integer> images) {}

  static Lines of(PDDocument document, Allowance allowance) {
    PdfPages stripper = new PdfPages(allowance);
    try {
      stripper.writeText(document, Writer.nullWriter());
    } catch (IOException | RuntimeException e) {
      stripper.broken(e);
    }
    // Pages that a cut took away are passed by without a word.
    stripper.damaged |= document.getNumberOfPages() > stripper.pages.size();
    return new Lines(stripper.pages, !stripper.damaged, stripper.images);
  }

  private void broken(Exception e) {
    LOG.error("Cannot read a page: {}", e.toString());
    damaged = true;
  }

  @Override
  public void processPage(PDPage page) {
    lines = new ArrayList<>();
    pages.add(lines);
    if (allowance.isCut()) {
      return;
    }
    damaged |= isWithoutContents(page);
    try {
      super.processPage(page);
    } catch (IOException | RuntimeException e) {
      broken(e);
    }
    endLine();
    if (isImage(page)) {
      images.add(pages.size());
    }
    allowance.tell();
  }

  /// Whether what stands on it is named but not in the file.
  private static boolean isWithoutContents(PDPage page) {
    COSDictionary object = page.getCOSObject();
    return object.containsKey(COSName.CONTENTS)
        && object.getDictionaryObject(COSName.CONTENTS) == null;
  }

  /// Stamps and page numbers are set over scanned pages too: a few letters are no text.
  private boolean isImage(PDPage page) {
    int letters = lines.stream().mapToInt(line -> line.text().length()).sum();
    return letters < FEWEST_LETTERS && hasImage(page.getResources(), 0);
  }

  private static boolean hasImage(@Nullable PDResources resources, int depth) {
    if (resources == null || depth > DEEPEST_FORM) {
      return false;
    }
    for (COSName name : resources.getXObjectNames()) {
      try {
        if (resources.isImageXObject(name)
            || (resources.getXObject(name) instanceof PDFormXObject form
                && hasImage(form.getResources(), depth + 1))) {
          return true;
        }
      } catch (IOException | RuntimeException e) {
        LOG.debug("Cannot look at an object of a page: {}", e.toString());
      }
    }
    return false;
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    if (positions.isEmpty()) {
      return;
    }
    TextPosition first = positions.getFirst();
    TextPosition last = positions.getLast();
    float from = Math.min(first.getXDirAdj(), last.getXDirAdj());
    float to = Math.max(end(first), end(last));
    if (words.isEmpty()) {
      left = from;
      right = to;
    } else if (Math.max(from - right, left - to) > WIDE * first.getYScale()) {
      endCell();
      left = from;
      right = to;
    }
    if (letters == 0) {
      y = first.getYDirAdj();
    }
    left = Math.min(left, from);
    right = Math.max(right, to);
    words.append(text, 0, allowance.take(text.length()));
    // The letters of a word look alike, but for marks that do not count.
    letters += positions.size();
    bold += fonts.computeIfAbsent(first.getFont(), PdfPages::isBold) ? positions.size() : 0;
    sizes.merge(Math.round(first.getYScale() * 10), positions.size(), Integer::sum);
  }

  private static float end(TextPosition position) {
    return position.getXDirAdj() + position.getWidthDirAdj();
  }

  private static boolean isBold(PDFont font) {
    PDFontDescriptor descriptor = font.getFontDescriptor();
    boolean heavy =
        descriptor != null
            && (descriptor.isForceBold() || descriptor.getFontWeight() >= BOLD_WEIGHT);
    String name = font.getName();
    return heavy || (name != null && BOLD.matcher(name.toLowerCase(Locale.ROOT)).find());
  }

  @Override
  protected void writeWordSeparator() {
    words.append(' ');
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  private void endCell() {
    String text = words.toString().strip();
    words.setLength(0);
    if (!text.isEmpty()) {
      cells.add(new PdfLine.Cell(left, right, text));
    }
  }

  private void endLine() {
    endCell();
    if (!cells.isEmpty()) {
      int size = sizes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
      float share = (float) bold / letters;
      lines.add(PdfLine.of(pages.size(), y, size / 10f, share, cells));
    }
    cells.clear();
    sizes.clear();
    letters = 0;
    bold = 0;
  }
}

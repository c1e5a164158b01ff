package dossier.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/// What the pages of a PDF say.
///
/// @param blocks in reading order
/// @param pages how many pages there are
/// @param whole whether all of them could be read
/// @param recognised how many were images and have been read by text recognition
/// @param missing what could not be read, one sentence each
record PdfText(List<Block> blocks, int pages, boolean whole, int recognised, List<String> missing) {

  static PdfText of(PDDocument document, Task task) throws IOException {
    PdfPages.Lines lines = PdfPages.of(document, task.allowance());
    List<Block> blocks =
        new ArrayList<>(new PdfLayout(lines.pages(), PdfOutline.of(document)).blocks());
    List<String> missing = new ArrayList<>();
    int recognised = 0;
    if (task.ocr().isEmpty()) {
      List<Integer> images = withoutCovers(lines);
      if (!images.isEmpty() && !blocks.isEmpty()) {
        missing.add(words(images) + " only images: " + Extraction.NEEDS_RECOGNITION);
      }
    } else {
      recognised = recognise(document, task, lines.images(), blocks, missing);
    }
    return new PdfText(blocks, lines.pages().size(), lines.whole(), recognised, missing);
  }

  private static int recognise(
      PDDocument document, Task task, List<Integer> pages, List<Block> blocks, List<String> missing)
      throws IOException {
    Recognition recognition = new Recognition(document, task);
    List<Integer> failed = new ArrayList<>();
    int recognised = 0;
    for (int page : pages) {
      List<Block> read = recognition.page(page);
      if (read == null) {
        failed.add(page);
      } else if (!read.isEmpty()) {
        recognised++;
        blocks.addAll(read);
      }
    }
    blocks.sort(Comparator.comparingInt(Block::page));
    if (!failed.isEmpty()) {
      missing.add(words(failed) + " images that text recognition could not read.");
    }
    return recognised;
  }

  /// A picture on the first or last page is a cover.
  private static List<Integer> withoutCovers(PdfPages.Lines lines) {
    int last = lines.pages().size();
    return lines.images().stream().filter(page -> page != 1 && page != last).toList();
  }

  /// Such as `Pages 3 to 5 and 9 hold`.
  private static String words(List<Integer> pages) {
    List<String> ranges = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      int from = i;
      while (i + 1 < pages.size() && pages.get(i + 1) == pages.get(i) + 1) {
        i++;
      }
      ranges.add(from == i ? "" + pages.get(i) : pages.get(from) + " to " + pages.get(i));
    }
    String last = ranges.removeLast();
    String all = ranges.isEmpty() ? last : String.join(", ", ranges) + " and " + last;
    return pages.size() == 1 ? "Page " + all + " holds" : "Pages " + all + " hold";
  }
}

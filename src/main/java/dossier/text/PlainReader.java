package dossier.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads plain text: paragraphs are parted by blank lines.
final class PlainReader {

  private static final int LONGEST_TITLE = 200;

  private final Allowance allowance;

  PlainReader(Runnable pulse) {
    this.allowance = new Allowance(pulse);
  }

  Outcome read(Path file, String type) throws IOException {
    TextFile text = TextFile.read(file);
    if (text.looksBinary()) {
      return new Outcome.No(Reason.UNSUPPORTED, "it holds no text in a known encoding", type, "");
    }
    List<Block> blocks = new ArrayList<>();
    String all = text.words();
    String words = all.substring(0, allowance.take(all.length()));
    int page = 1;
    for (String sheet : words.split("\f", -1)) {
      if (!sheet.isBlank()) {
        blocks.add(new Block(Passage.Kind.PARAGRAPH, 0, page, sheet));
      }
    }
    List<Passage> passages = Tidy.passages(blocks, true);
    if (passages.isEmpty()) {
      return new Outcome.No(Reason.EMPTY, "there are no words in it", type, "");
    }
    List<String> missing = new ArrayList<>(text.missing());
    if (allowance.isCut()) {
      missing.add(Allowance.CUT);
    }
    return new Outcome.Words(
        type, false, 1, titled(passages), Properties.NONE, missing, "plain text");
  }

  /// The first line of a text that stands alone is its title.
  private static List<Passage> titled(List<Passage> passages) {
    Passage first = passages.getFirst();
    boolean title =
        passages.size() > 1
            && first.kind() == Passage.Kind.PARAGRAPH
            && first.text().length() <= LONGEST_TITLE
            && !first.text().endsWith(".");
    if (title) {
      passages.set(0, new Passage(Passage.Kind.HEADING, 1, first.page(), first.text()));
    }
    return passages;
  }
}

package dossier.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads plain text.
final class PlainReader {

  private PlainReader() {}

  static Outcome read(Task task, String type) throws IOException {
    Allowance allowance = task.allowance();
    TextFile text = TextFile.read(task.file());
    if (text.looksBinary()) {
      return new Outcome.No(Reason.UNSUPPORTED, "it holds no text in a known encoding", type);
    }
    String all = text.words();
    String words = all.substring(0, allowance.take(all.length()));
    List<Passage> passages = Tidy.passages(PlainLines.blocks(words.replace('\f', '\n')));
    if (passages.isEmpty()) {
      return new Outcome.No(Reason.EMPTY, "there are no words in it", type);
    }
    List<String> missing = new ArrayList<>(text.missing());
    if (allowance.isCut()) {
      missing.add(Allowance.CUT);
    }
    return new Outcome.Words(
        type, false, 1, PlainHeadings.told(passages), Properties.NONE, missing, "plain text", 0);
  }
}

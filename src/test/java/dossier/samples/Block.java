package dossier.samples;

import java.util.List;
import java.util.stream.Collectors;

/** A piece of a report's body, in the order of reading. */
sealed interface Block {

  /** A heading; level 1 is the report's title, 2 a chapter. */
  record Heading(int level, List<Run> runs) implements Block {}

  record Paragraph(List<Run> runs) implements Block {}

  /** A line of a list; the mark is a bullet or a number as printed: {@code •}, {@code 2)}. */
  record Item(String mark, List<Run> runs) implements Block {}

  /** Rows of cells, the first row being the head. */
  record Table(List<List<String>> rows) implements Block {}

  /** The words without their style. */
  static String plain(List<Run> runs) {
    return runs.stream().map(Run::text).collect(Collectors.joining());
  }
}

package dossier.samples;

/** Markdown as written, with the masthead under the title. */
final class MarkdownWriter {

  private MarkdownWriter() {}

  static byte[] write(Source source) {
    int line = source.markdown().indexOf('\n') + 1;
    String masthead = String.join("  \n", source.masthead());
    return Zip.utf8(
        source.markdown().substring(0, line)
            + (masthead.isEmpty() ? "" : "\n" + masthead + "\n")
            + source.markdown().substring(line));
  }
}

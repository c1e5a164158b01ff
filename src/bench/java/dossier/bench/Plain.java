package dossier.bench;

import dossier.archive.Original;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;

/// Text out of files by others' means alone.
final class Plain {

  private static final AutoDetectParser TIKA = new AutoDetectParser();

  private Plain() {}

  /// Tika in this process, as its documentation shows it.
  static void tika(Original file) throws IOException, SAXException, TikaException {
    BodyContentHandler text = new BodyContentHandler(-1);
    try (InputStream in = Files.newInputStream(file.path())) {
      TIKA.parse(in, text, new Metadata(), new ParseContext());
    }
    if (text.toString().isBlank()) {
      throw new IOException("no text in " + file.location().path());
    }
  }

  static boolean isThere() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .anyMatch(folder -> new File(folder, "pdftotext").canExecute());
  }

  /// One process for each file, as scripts do it.
  static void pdftotext(Original file) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of("pdftotext", "" + file.path(), "-"))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException("pdftotext could not read " + file.location().path());
    }
  }
}

package dossier.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.XHTMLContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Does to a worker what the worst documents do. Registered for `.trap` files by a test resource.
 */
public final class TrapParser implements Parser {

  private static final long serialVersionUID = 1L;

  @Override
  public Set<MediaType> getSupportedTypes(ParseContext context) {
    return Set.of(MediaType.parse("text/x-trap"));
  }

  @Override
  public void parse(
      InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
      throws IOException, SAXException {
    String trap = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    if (trap.startsWith("words ")) {
      XHTMLContentHandler page = new XHTMLContentHandler(handler, metadata);
      page.startDocument();
      for (int i = 0; i < 100; i++) {
        page.element("p", "Paragraph " + i + " of a report whose end is a trap.");
      }
      // The place reached is told from time to time; nothing here takes any.
      long told = System.nanoTime() + 50_000_000;
      while (System.nanoTime() < told) {
        Thread.onSpinWait();
      }
      page.element("p", "The last paragraph.");
    }
    spring(trap.substring(trap.indexOf(' ') + 1));
  }

  private static void spring(String trap) throws IOException {
    switch (trap) {
      case "hang" -> {
        while (true) {
          Thread.onSpinWait();
        }
      }
      case "crash" -> Runtime.getRuntime().halt(42);
      case "memory" -> {
        List<byte[]> kept = new ArrayList<>();
        while (kept != null) {
          kept.add(new byte[1 << 20]);
        }
      }
      case "large" -> {
        if (new byte[150 << 20].length == 0) {
          throw new AssertionError("cannot be");
        }
      }
      case "disk" -> {
        Path file = Files.createTempFile("trap", "");
        try (OutputStream out = Files.newOutputStream(file)) {
          byte[] megabyte = new byte[1 << 20];
          for (int i = 0; i < 300; i++) {
            out.write(megabyte);
          }
        }
        while (Files.exists(file)) {
          Thread.onSpinWait();
        }
      }
      case "deep" -> deep(0);
      case "noise" -> System.out.println("not a frame");
      default -> throw new IllegalArgumentException("no such trap");
    }
  }

  private static int deep(int n) {
    return n < 0 ? 0 : deep(n + 1) + 1;
  }
}

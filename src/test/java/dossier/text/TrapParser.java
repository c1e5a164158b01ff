package dossier.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.xml.sax.ContentHandler;

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
      throws IOException {
    switch (new String(stream.readAllBytes(), StandardCharsets.UTF_8)) {
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
      case "deep" -> deep(0);
      case "noise" -> System.out.println("not a frame");
      default -> throw new IllegalArgumentException("no such trap");
    }
  }

  private static int deep(int n) {
    return n < 0 ? 0 : deep(n + 1) + 1;
  }
}

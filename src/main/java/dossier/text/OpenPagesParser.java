package dossier.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.utils.XMLReaderUtils;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// Tika's parser for slides and sheets of OpenDocument, which opens the file and reads metadata and
/// enclosures; the content is taken here, for Tika does not tell where a slide or a sheet begins.
final class OpenPagesParser extends OpenDocumentParser {

  private static final long serialVersionUID = 1;

  private static final Set<MediaType> TYPES =
      Stream.of("presentation", "presentation-template", "spreadsheet", "spreadsheet-template")
          .map(kind -> MediaType.application("vnd.oasis.opendocument." + kind))
          .collect(Collectors.toUnmodifiableSet());

  OpenPagesParser() {
    setContentParser(new Content());
  }

  @Override
  public Set<MediaType> getSupportedTypes(ParseContext context) {
    return TYPES;
  }

  private static final class Content implements Parser {

    private static final long serialVersionUID = 1;

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
      return Set.of();
    }

    @Override
    public void parse(
        InputStream in, ContentHandler handler, Metadata metadata, ParseContext context)
        throws IOException, SAXException, TikaException {
      XMLReaderUtils.parseSAX(in, new OpenPages(context.get(Shaper.class)), context);
    }
  }
}

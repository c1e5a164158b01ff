package dossier.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.UnsupportedFormatException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.DefaultParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.PasswordProvider;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.ocr.TesseractOCRConfig;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// Reads a document with Apache Tika.
final class TikaReader {

  private static final Logger LOG = LoggerFactory.getLogger(TikaReader.class);

  private static final long PDF_MEMORY = 64L << 20;
  private static final String PDF = "application/pdf";

  private final AutoDetectParser parser =
      new AutoDetectParser(new DefaultParser(), new PdfParser(), new OpenPagesParser());

  /// The media type of what a stream holds, without parameters.
  String type(TikaInputStream in, Metadata metadata) throws IOException {
    return parser.getDetector().detect(in, metadata).getBaseType().toString();
  }

  /// The usual file name extension of a media type with its dot, empty when it has none.
  String extension(String type) {
    try {
      return MimeTypes.getDefaultMimeTypes().forName(type).getExtension();
    } catch (MimeTypeException e) {
      return ""; // no media type, so there is no usual extension
    }
  }

  /// @param type the media type that was detected
  Outcome read(Task task, String type) throws IOException {
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, task.name());
    try (TikaInputStream in = TikaInputStream.get(task.file(), metadata)) {
      return read(task, in, metadata, type);
    }
  }

  /// Reads what a stream holds; the caller closes it.
  Outcome read(Task task, TikaInputStream in, Metadata metadata, String type) throws IOException {
    Shaper shaper = new Shaper(task.allowance());
    Enclosures enclosures = new Enclosures(this, task, shaper);
    ParseContext context = context(task);
    context.set(EmbeddedDocumentExtractor.class, enclosures);
    context.set(Shaper.class, shaper);
    Outcome.No failure = null;
    try {
      parser.parse(in, new ShaperHandler(shaper), metadata, context);
    } catch (SAXException | TikaException | IOException e) {
      if (!WriteLimitReachedException.isWriteLimitReached(e)) {
        failure = failure(e, task, type, metadata);
      }
    }
    return outcome(task, type, shaper, enclosures, metadata, failure);
  }

  /// Reads a part of a document that is no document of its own.
  void parsePart(
      TikaInputStream in, ContentHandler handler, Metadata metadata, Task task, Shaper shaper)
      throws IOException, SAXException, TikaException {
    ParseContext context = context(task);
    context.set(EmbeddedDocumentExtractor.class, new Enclosures(this, task, shaper));
    context.set(Shaper.class, shaper);
    parser.parse(in, handler, metadata, context);
  }

  private static Outcome outcome(
      Task task,
      String type,
      Shaper shaper,
      Enclosures enclosures,
      Metadata metadata,
      Outcome.@Nullable No failure) {
    List<Passage> passages = passages(shaper, type);
    if (failure != null && (passages.isEmpty() || failure.reason() != Reason.DAMAGED)) {
      return failure;
    }
    if (passages.isEmpty()) {
      return wordless(task, type, shaper, metadata);
    }
    List<String> missing = new ArrayList<>();
    if (failure != null || shaper.isDamaged()) {
      missing.add("The file is damaged: what stands behind the damage could not be read.");
    }
    if (task.allowance().isCut()) {
      missing.add(Allowance.CUT);
    }
    missing.addAll(shaper.missing());
    missing.addAll(enclosures.missing());
    return new Outcome.Words(
        type,
        shaper.pages() > 0,
        Math.max(shaper.pages(), 1),
        passages,
        TikaProperties.of(metadata, type),
        missing,
        parserOf(metadata),
        shaper.recognised());
  }

  /// The lines of an e-mail end where its program broke them.
  private static List<Passage> passages(Shaper shaper, String type) {
    List<Block> blocks = shaper.blocks();
    return type.startsWith("message/")
        ? PlainHeadings.told(Tidy.passages(blocks.stream().flatMap(PlainLines::joined).toList()))
        : Tidy.passages(blocks);
  }

  private static Outcome.No wordless(Task task, String type, Shaper shaper, Metadata metadata) {
    boolean images = type.equals(PDF) && shaper.pages() > 0 && task.ocr().isEmpty();
    return images
        ? no(Reason.NEEDS_OCR, "no page has text", type, metadata)
        : no(Reason.EMPTY, "there are no words in it", type, metadata);
  }

  private static Outcome.No no(Reason reason, String detail, String type, Metadata metadata) {
    return new Outcome.No(
        reason, detail, type, TikaProperties.of(metadata, type), parserOf(metadata));
  }

  private static Outcome.No failure(Exception e, Task task, String type, Metadata metadata) {
    return switch (e) {
      case EncryptedDocumentException x -> {
        String detail =
            task.password() == null
                ? "it opens only with a password"
                : "the password in its sidecar does not open it";
        yield no(Reason.ENCRYPTED, detail, type, metadata);
      }
      case ZeroByteFileException x -> no(Reason.EMPTY, "the file has no bytes", type, metadata);
      case UnsupportedFormatException x ->
          no(Reason.UNSUPPORTED, "this version of " + type + " is not read", type, metadata);
      default -> {
        LOG.error("Cannot read a document: {}", e.toString());
        String detail = "its content breaks off or makes no sense as " + type;
        yield no(Reason.DAMAGED, detail, type, metadata);
      }
    };
  }

  /// The simple name of the parser that did the work: the last one that is no dispatcher.
  private static String parserOf(Metadata metadata) {
    String[] names = metadata.getValues(TikaCoreProperties.TIKA_PARSED_BY);
    String last = names.length == 0 ? "" : names[names.length - 1];
    return last.substring(last.lastIndexOf('.') + 1);
  }

  private ParseContext context(Task task) {
    PDFParserConfig pdf = new PDFParserConfig();
    pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
    pdf.setExtractInlineImages(false);
    pdf.setExtractAnnotationText(false);
    pdf.setExtractBookmarksText(false);
    pdf.setMaxMainMemoryBytes(PDF_MEMORY);
    pdf.setThrowOnEncryptedPayload(false);
    // Without this second switch Tika runs tesseract on every image as soon as it is installed.
    TesseractOCRConfig ocr = new TesseractOCRConfig();
    ocr.setSkipOcr(true);
    // The other way of reading Word files builds them whole in memory.
    OfficeParserConfig office = new OfficeParserConfig();
    office.setUseSAXDocxExtractor(true);
    office.setUseSAXPptxExtractor(true);
    office.setExtractMacros(false);
    ParseContext context = new ParseContext();
    context.set(PDFParserConfig.class, pdf);
    context.set(TesseractOCRConfig.class, ocr);
    context.set(OfficeParserConfig.class, office);
    context.set(Parser.class, parser);
    context.set(Task.class, task);
    String password = task.password();
    if (password != null) {
      context.set(PasswordProvider.class, metadata -> password);
    }
    return context;
  }
}

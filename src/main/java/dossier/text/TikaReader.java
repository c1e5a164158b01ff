package dossier.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.tika.detect.Detector;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.UnsupportedFormatException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.exception.ZeroByteFileException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.DefaultParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.ocr.TesseractOCRConfig;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xml.sax.SAXException;

/// Reads a document with Apache Tika.
final class TikaReader {

  private static final Logger LOG = LoggerFactory.getLogger(TikaReader.class);

  private static final long PDF_MEMORY = 64L << 20;
  private static final String PDF = "application/pdf";

  private final AutoDetectParser parser =
      new AutoDetectParser(new DefaultParser(), new PdfParser());
  private final Runnable pulse;

  TikaReader(Runnable pulse) {
    this.pulse = pulse;
  }

  Detector detector() {
    return parser.getDetector();
  }

  /// @param type the media type that was detected
  Outcome read(String name, Path file, String type) throws IOException {
    Allowance allowance = new Allowance(pulse);
    Shaper shaper = new Shaper(allowance);
    Metadata metadata = new Metadata();
    ParseContext context = context();
    Attachments attachments = new Attachments(parser, context, shaper);
    context.set(EmbeddedDocumentExtractor.class, attachments);
    context.set(Shaper.class, shaper);
    List<String> missing = new ArrayList<>();
    Outcome.No failure = null;
    try (TikaInputStream in = TikaInputStream.get(file, metadata)) {
      metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
      parser.parse(in, new ShaperHandler(shaper), metadata, context);
    } catch (SAXException | TikaException | IOException e) {
      if (!WriteLimitReachedException.isWriteLimitReached(e)) {
        failure = failure(e, type, parserOf(metadata));
      }
    }
    List<Passage> passages = passages(shaper, type);
    if (failure != null && (passages.isEmpty() || failure.reason() != Reason.DAMAGED)) {
      return failure;
    }
    if (passages.isEmpty()) {
      return wordless(type, shaper, metadata);
    }
    if (failure != null || shaper.isDamaged()) {
      missing.add("The file is damaged: what stands behind the damage could not be read.");
    }
    if (allowance.isCut()) {
      missing.add(Allowance.CUT);
    }
    missing.addAll(attachments.missing());
    return new Outcome.Words(
        type,
        shaper.pages() > 0,
        Math.max(shaper.pages(), 1),
        passages,
        TikaProperties.of(metadata, type),
        missing,
        parserOf(metadata));
  }

  /// The lines of an e-mail end where its program broke them.
  private static List<Passage> passages(Shaper shaper, String type) {
    List<Block> blocks = shaper.blocks();
    return type.startsWith("message/")
        ? PlainHeadings.told(Tidy.passages(blocks.stream().flatMap(PlainLines::joined).toList()))
        : Tidy.passages(blocks);
  }

  private static Outcome.No wordless(String type, Shaper shaper, Metadata metadata) {
    boolean images = type.equals(PDF) && shaper.pages() > 0;
    return images
        ? new Outcome.No(Reason.NEEDS_OCR, "no page has text", type, parserOf(metadata))
        : new Outcome.No(Reason.EMPTY, "there are no words in it", type, parserOf(metadata));
  }

  private static Outcome.No failure(Exception e, String type, String parser) {
    return switch (e) {
      case EncryptedDocumentException x ->
          new Outcome.No(Reason.ENCRYPTED, "it opens only with a password", type, parser);
      case ZeroByteFileException x ->
          new Outcome.No(Reason.EMPTY, "the file has no bytes", type, parser);
      case UnsupportedFormatException x ->
          new Outcome.No(
              Reason.UNSUPPORTED, "this version of " + type + " is not read", type, parser);
      default -> {
        LOG.error("Cannot read a document: {}", e.toString());
        String detail = "its content breaks off or makes no sense as " + type;
        yield new Outcome.No(Reason.DAMAGED, detail, type, parser);
      }
    };
  }

  /// The simple name of the parser that did the work: the last one that is no dispatcher.
  private static String parserOf(Metadata metadata) {
    String[] names = metadata.getValues(TikaCoreProperties.TIKA_PARSED_BY);
    String last = names.length == 0 ? "" : names[names.length - 1];
    return last.substring(last.lastIndexOf('.') + 1);
  }

  private ParseContext context() {
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
    return context;
  }
}

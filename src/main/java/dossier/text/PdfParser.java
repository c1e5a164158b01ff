package dossier.text;

import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.pdf.PDFParser;

/// Tika's parser for PDF, which opens the file and reads metadata, forms and attached files; the
/// words of the pages are taken here, with what their looks say of them, which Tika does not keep.
final class PdfParser extends PDFParser {

  private static final long serialVersionUID = 1;

  @Override
  protected PDDocument getPDDocument(
      InputStream in,
      TikaInputStream file,
      String password,
      StreamCacheCreateFunction cache,
      Metadata metadata,
      ParseContext context)
      throws IOException, EncryptedDocumentException {
    PDDocument document = super.getPDDocument(in, file, password, cache, metadata, context);
    try {
      takePages(document, context.get(Shaper.class), context.get(Task.class));
      return document;
    } catch (IOException | RuntimeException e) {
      document.close();
      throw e;
    }
  }

  /// Leaves the pages empty, for Tika would read them again.
  private static void takePages(PDDocument document, Shaper shaper, Task task) throws IOException {
    shaper.pages(PdfText.of(document, task));
    for (PDPage page : document.getPages()) {
      page.getCOSObject().removeItem(COSName.CONTENTS);
    }
  }
}

package dossier.text;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads images of pages with tesseract, one page at a time.
final class Recognition {

  private static final Logger LOG = LoggerFactory.getLogger(Recognition.class);

  /// What tesseract's manual asks for.
  private static final float DPI = 300;

  /// A page of 300 dpi has 9 million pixels in A4, 18 million in A3.
  private static final float MOST_PIXELS = 20_000_000;

  private static final float POINTS_PER_INCH = 72;
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final PDFRenderer renderer;
  private final PDDocument document;
  private final Task task;

  Recognition(PDDocument document, Task task) {
    this.document = document;
    this.renderer = new PDFRenderer(document);
    this.task = task;
    renderer.setSubsamplingAllowed(true);
  }

  /// The blocks on a page; null when it could not be read.
  ///
  /// @param page its number, from 1
  @Nullable List<Block> page(int page) throws IOException {
    Path image = Files.createTempFile("page", ".png");
    Path text = Files.createTempFile("page", ".txt");
    try {
      BufferedImage picture = renderer.renderImageWithDPI(page - 1, dpi(page), ImageType.GRAY);
      ImageIO.write(picture, "png", image.toFile());
      if (!run(image, text)) {
        return null;
      }
      String words = Files.readString(text, StandardCharsets.UTF_8);
      String kept = words.substring(0, task.allowance().take(words.length()));
      return PlainLines.blocks(kept.replace('\f', '\n')).stream()
          .map(block -> new Block(block.kind(), block.level(), page, block.text()))
          .toList();
    } catch (IOException | RuntimeException e) {
      LOG.error("Cannot recognise a page: {}", e.toString());
      return null;
    } finally {
      Files.deleteIfExists(image);
      Files.deleteIfExists(text);
    }
  }

  private float dpi(int page) {
    PDRectangle box = document.getPage(page - 1).getCropBox();
    float inches = box.getWidth() * box.getHeight() / (POINTS_PER_INCH * POINTS_PER_INCH);
    return Math.min(DPI, (float) Math.sqrt(MOST_PIXELS / Math.max(inches, 1)));
  }

  private boolean run(Path image, Path text) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("tesseract", image.toString(), "stdout", "-l", task.ocr());
    // One thread a page: there are as many workers as there should be.
    builder.environment().put("OMP_THREAD_LIMIT", "1");
    builder.redirectOutput(text.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    try {
      long end = System.nanoTime() + LONGEST.toNanos();
      while (!process.waitFor(1, TimeUnit.SECONDS)) {
        task.allowance().tell();
        if (System.nanoTime() > end) {
          return false;
        }
      }
      return process.exitValue() == 0;
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException("nobody interrupts a worker", e));
    } finally {
      process.destroyForcibly();
    }
  }
}

package dossier.samples;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** What every real archive holds too: broken copies, a locked file and a second copy. */
final class Odd {

  static final String DAMAGED_PDF = "loose/damaged-scan.pdf";
  static final String DAMAGED_DOCX = "steppe-mountain-review.zip!/vol-04/smr-04-05-proof.docx";
  static final String ENCRYPTED = "loose/restricted-annex.pdf";

  /** Sorts behind its original, which a reader of the corpus therefore meets first. */
  static final String DUPLICATE = "sent/The Assab question (final).pdf";

  private static final String ORIGINAL = "sahel-horn-monitor.7z!/2025/2025-04-assab-question.pdf";
  private static final String PASSWORD = "open sesame";

  private Odd() {}

  /** Adds the odd ones, made from documents that are there. */
  static void addTo(Map<String, byte[]> documents) throws IOException {
    documents.put(DUPLICATE, documents.get(ORIGINAL));
    documents.put(DAMAGED_PDF, firstThird(documents.get(ORIGINAL)));
    documents.put(DAMAGED_DOCX, firstThird(documents.get("loose/обзор-границы-2023.docx")));
    documents.put(ENCRYPTED, encrypted(documents.get("loose/niger-nigeria-closed-road.pdf")));
  }

  private static byte[] firstThird(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 3);
  }

  private static byte[] encrypted(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      StandardProtectionPolicy policy =
          new StandardProtectionPolicy(PASSWORD, PASSWORD, new AccessPermission());
      policy.setEncryptionKeyLength(128);
      // With 256 bits PDFBox draws random salts from a source that nobody can replace.
      policy.setPreferAES(true);
      document.protect(policy);
      document.getEncryption().getSecurityHandler().setCustomSecureRandom(repeatable());
      return PdfWriter.bytes(document, 1);
    }
  }

  /** The same numbers at every build; this file keeps no secret. */
  private static SecureRandom repeatable() {
    try {
      SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
      random.setSeed(1);
      return random;
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has SHA1PRNG", e);
    }
  }
}

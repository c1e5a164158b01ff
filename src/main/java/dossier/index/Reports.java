package dossier.index;

import dossier.report.Report;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Stored documents back to reports.
final class Reports {

  private Reports() {}

  /// The report with its passages.
  static Report whole(StoredFields stored, int document) throws IOException {
    Document fields = stored.document(document, Set.of(Fields.REPORT, Fields.PASSAGES));
    return whole(
        Objects.requireNonNull(fields.getBinaryValue(Fields.REPORT)),
        Objects.requireNonNull(fields.getBinaryValue(Fields.PASSAGES)));
  }

  /// The report without its passages.
  static Report bare(StoredFields stored, int document) throws IOException {
    Document fields = stored.document(document, Set.of(Fields.REPORT));
    return Json.report(bytes(Objects.requireNonNull(fields.getBinaryValue(Fields.REPORT))));
  }

  /// The report without its passages; null when the document is the note of a dropped one.
  static @Nullable Report known(StoredFields stored, int document) throws IOException {
    BytesRef json = stored.document(document, Set.of(Fields.REPORT)).getBinaryValue(Fields.REPORT);
    return json == null ? null : Json.report(bytes(json));
  }

  static Report whole(BytesRef report, BytesRef passages) throws IOException {
    return Json.report(bytes(report)).with(Json.passages(bytes(passages)));
  }

  static byte[] bytes(BytesRef stored) {
    return Arrays.copyOfRange(stored.bytes, stored.offset, stored.offset + stored.length);
  }
}

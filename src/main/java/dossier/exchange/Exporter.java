package dossier.exchange;

import dossier.report.Report;
import java.io.Closeable;
import java.io.IOException;

/// Writes reports one after another. A file that was not closed is not whole.
public interface Exporter extends Closeable {

  /// Writes one.
  ///
  /// @param report its passages do not matter
  /// @throws IOException when it cannot be written
  void write(Report report) throws IOException;

  /// Writes what the format ends with, and flushes; the stream below stays open.
  @Override
  void close() throws IOException;
}

package dossier;

import dossier.report.VocabularyException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/// Says what went wrong in a sentence, never as a stack trace.
final class Complaints implements CommandLine.IExecutionExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);

  /// A failure the user can do something about; its message says what.
  static final class Complaint extends Exception {
    private static final long serialVersionUID = 1;

    Complaint(String message) {
      super(message);
    }
  }

  @Override
  public int handleExecutionException(
      Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      line.getErr().println("dossier: stopped");
    } else if (e instanceof Complaint
        || e instanceof Settings.Unusable
        || e instanceof VocabularyException
        || e instanceof IOException) {
      line.getErr().println("dossier: " + (e.getMessage() == null ? e : e.getMessage()));
    } else {
      line.getErr().println("dossier: an error of ours; please report it: " + e);
      LOG.error("Unexpected", e);
    }
    return Main.CANNOT;
  }
}

package dossier.index;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The storage failed. The message is one for the reader: what is the matter, and what to do.
final class StoreFailure extends IOException {

  private static final long serialVersionUID = 1L;

  /// Below this a disk counts as full, whatever the failure calls itself.
  private static final long LEAST_SPACE = 1 << 20;

  private static final String KEPT =
      " What was committed is kept, and the next run goes on from there.";

  StoreFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /// What a failure of the store in this folder means.
  static StoreFailure of(Path folder, Exception failure) {
    if (failure instanceof StoreFailure told) {
      return told;
    }
    return new StoreFailure(words(folder, failure), failure);
  }

  private static String words(Path folder, Exception failure) {
    if (!Files.isDirectory(folder) || !Files.exists(folder.resolve("current"))) {
      if (says(failure, "read-only", "denied", "not permitted")) {
        return "The folder of the index, "
            + folder
            + ", cannot be made here: make the folder above it writable, or name another with --store.";
      }
      return "The index in "
          + folder
          + " is gone. Bring the folder back; if it is lost, start again, and it is built anew from"
          + " the corpus.";
    }
    if (says(failure, "no space left", "quota exceeded", "not enough space") || full(folder)) {
      return "The disk that holds the index, " + folder + ", is full. Make room on it." + KEPT;
    }
    if (any(failure, ReadOnlyFileSystemException.class::isInstance)
        || any(failure, AccessDeniedException.class::isInstance)
        || says(failure, "read-only file system", "not permitted")) {
      return "The folder of the index, "
          + folder
          + ", cannot be written to: it is read-only, or belongs to another user. Make it writable."
          + KEPT;
    }
    return "The index in " + folder + " could not be used (" + reason(failure) + ")." + KEPT;
  }

  private static boolean full(Path folder) {
    try {
      FileStore disk = Files.getFileStore(folder);
      return disk.getUsableSpace() < LEAST_SPACE && !disk.isReadOnly();
    } catch (IOException unknown) {
      return false;
    }
  }

  private static boolean says(Exception failure, String... words) {
    return any(
        failure,
        cause -> {
          String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
          for (String each : words) {
            if (message.contains(each)) {
              return true;
            }
          }
          return false;
        });
  }

  private static boolean any(Throwable failure, Predicate<Throwable> asked) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (asked.test(cause)) {
        return true;
      }
    }
    return false;
  }

  /// The innermost cause that says something.
  private static String reason(Throwable failure) {
    @Nullable String said = null;
    Throwable last = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      said = message == null ? said : message;
      last = cause;
    }
    return last.getClass().getSimpleName() + (said == null ? "" : ": " + said);
  }
}

package dossier.archive;

import dossier.archive.ArchiveFile.Problem;
import java.io.IOException;
import net.lingala.zip4j.exception.ZipException;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.zip.UnsupportedZipFeatureException;

/// What went wrong with an archive or an entry, in plain words.
record Trouble(Problem problem, String words) {

  /// A password was given and is not the right one.
  static final class WrongPassword extends IOException {
    private static final long serialVersionUID = 1L;

    WrongPassword(Throwable cause) {
      super("the password does not open it", cause);
    }
  }

  static final Trouble NO_PASSWORD =
      new Trouble(Problem.ENCRYPTED, "it opens only with a password");

  private static final Trouble WRONG_PASSWORD =
      new Trouble(Problem.ENCRYPTED, "the password in its sidecar does not open it");

  private static final Trouble UNKNOWN_PACKING =
      new Trouble(Problem.UNSUPPORTED, "it is packed in a way that is not read");

  private static final Trouble DAMAGE =
      new Trouble(Problem.DAMAGED, "the archive is damaged or cut off");

  /// @param e what reading it threw. An [Error] of the kinds that say nothing about this process: a
  ///   format library asks for a library it can do without, or recurses as deep as a file tells it
  static Trouble of(Throwable e) {
    return switch (e) {
      case PasswordRequiredException p -> NO_PASSWORD;
      case WrongPassword w -> WRONG_PASSWORD;
      case ZipException z when z.getType() == ZipException.Type.WRONG_PASSWORD -> WRONG_PASSWORD;
      case ZipException z when z.getType() == ZipException.Type.UNSUPPORTED_ENCRYPTION ->
          new Trouble(Problem.ENCRYPTED, "it is encrypted in a way that is not read");
      case Budget.Exceeded b -> new Trouble(Problem.OVER_LIMIT, String.valueOf(b.getMessage()));
      case MemoryLimitException m ->
          new Trouble(
              Problem.OVER_LIMIT, "unpacking it takes more memory than an archive may have");
      case UnsupportedZipFeatureException u -> UNKNOWN_PACKING;
      case LinkageError l -> UNKNOWN_PACKING;
      case IOException io when isUnknownMethod(io) -> UNKNOWN_PACKING;
      case StackOverflowError s -> new Trouble(Problem.DAMAGED, "its parts are nested too deeply");
      default -> DAMAGE;
    };
  }

  /// Reading an encrypted entry with a password failed: most wrong passwords show only as nonsense.
  static Trouble ofEncrypted(Throwable e) {
    Trouble trouble = of(e);
    return trouble.problem == Problem.DAMAGED ? WRONG_PASSWORD : trouble;
  }

  /// 7z says it only in words.
  private static boolean isUnknownMethod(IOException e) {
    String message = e.getMessage();
    return message != null && message.startsWith("Unsupported compression method");
  }
}

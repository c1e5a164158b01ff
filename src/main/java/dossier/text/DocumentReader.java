package dossier.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads one document in this process: tells its format, and hands it to whoever reads that.
final class DocumentReader {

  private static final Logger LOG = LoggerFactory.getLogger(DocumentReader.class);

  /// Formats that hold no text of their own, by the beginning of the media type.
  private static final Set<String> WITHOUT_TEXT =
      Set.of("image/", "audio/", "video/", "font/", "chemical/");

  /// Applications' formats that may hold a report, by the beginning of the subtype.
  private static final Set<String> APPLICATIONS =
      Set.of(
          "pdf",
          "rtf",
          "msword",
          "epub",
          "xhtml",
          "xml",
          "vnd.ms-",
          "vnd.oasis.",
          "vnd.openxmlformats-",
          "vnd.wordperfect",
          "vnd.apple.",
          "vnd.sun.xml",
          "x-tika-msoffice",
          "x-tika-ooxml",
          "x-fictionbook",
          "mbox",
          "x-mobipocket",
          "x-tex",
          "x-abiword",
          "json",
          "x-mspublisher",
          "vnd.visio",
          "vnd.stardivision",
          "x-webarchive",
          "x-mimearchive");

  /// Archives that can be named but not read.
  private static final Set<String> ARCHIVES =
      Set.of(
          "application/x-rar",
          "application/vnd.rar",
          "application/zstd",
          "application/x-brotli",
          "application/x-lha",
          "application/x-lharc",
          "application/x-ace",
          "application/x-stuffit",
          "application/x-snappy",
          "application/x-lzip",
          "application/vnd.ms-cab",
          "application/x-iso9660-image",
          "application/x-apple-diskimage",
          "application/x-zoo",
          "application/x-xar");

  /// The second and later parts of an archive that was cut into parts.
  private static final Pattern PART =
      Pattern.compile("(?i)\\.(zip|7z|tar|rar)\\.\\d{3}$|\\.(z|r)\\d{2}$");

  private final TikaReader tika = new TikaReader();

  /// Reads a document; whatever is wrong with it is part of the answer.
  ///
  /// @throws OutOfMemoryError and the like: the process is of no more use then
  Outcome read(Task task) {
    String type = "application/octet-stream";
    try {
      if (Files.size(task.file()) == 0) {
        return new Outcome.No(Reason.EMPTY, "the file has no bytes", type);
      }
      type = type(task.name(), task.file());
      return read(task, type);
    } catch (IOException | RuntimeException e) {
      LOG.error("Cannot read a document: {}", e.toString());
      return new Outcome.No(Reason.DAMAGED, "its content breaks off or makes no sense", type);
    } catch (StackOverflowError e) {
      return new Outcome.No(Reason.DAMAGED, "its parts are nested too deeply", type);
    }
  }

  private Outcome read(Task task, String type) throws IOException {
    if (type.equals("text/plain") && hasExtension(task.name(), "md", "markdown")) {
      type = "text/markdown";
    }
    return switch (type) {
      case "text/html", "application/xhtml+xml" ->
          new HtmlReader(task.allowance()).read(task.file(), type);
      case "application/x-fictionbook+xml" -> FictionBookReader.read(task, type);
      case "text/markdown", "text/x-web-markdown" ->
          new MarkdownReader(task.allowance()).read(task.file(), "text/markdown");
      case "text/plain", "text/x-log" -> PlainReader.read(task, type);
      default -> isReadable(type) ? tika.read(task, type) : unsupported(task.name(), type);
    };
  }

  private static boolean hasExtension(String name, String... extensions) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String extension : extensions) {
      if (lower.endsWith("." + extension)) {
        return true;
      }
    }
    return false;
  }

  private String type(String name, Path file) throws IOException {
    Metadata metadata = new Metadata();
    metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    try (TikaInputStream in = TikaInputStream.get(file)) {
      return tika.type(in, metadata);
    }
  }

  /// Whether files of this type hold words at all.
  static boolean holdsText(String type) {
    return WITHOUT_TEXT.stream().noneMatch(type::startsWith);
  }

  private static boolean isReadable(String type) {
    return type.startsWith("text/")
        || type.startsWith("message/")
        || (type.startsWith("application/")
            && APPLICATIONS.stream().anyMatch(type.substring("application/".length())::startsWith));
  }

  private static Outcome unsupported(String name, String type) {
    if (ARCHIVES.stream().anyMatch(type::startsWith)) {
      String detail =
          "archives of type " + type + " are not read: unpack it and put here what was in it";
      return new Outcome.No(Reason.UNSUPPORTED, detail, type);
    }
    if (hasExtension(name, "zip", "7z", "tar", "tgz", "gz", "bz2", "xz", "lzma", "cpio", "arj")) {
      String detail = "it is named as an archive but cannot be read as one";
      return new Outcome.No(Reason.DAMAGED, detail, type);
    }
    if (PART.matcher(name).find()) {
      String detail = "it is a part of an archive: join the parts, or unpack it";
      return new Outcome.No(Reason.UNSUPPORTED, detail, type);
    }
    boolean unknown = type.equals("application/octet-stream");
    String detail =
        !holdsText(type)
            ? "files of type " + type + " hold no text"
            : unknown ? "its format is not known" : "files of type " + type + " are not read";
    return new Outcome.No(Reason.UNSUPPORTED, detail, type);
  }
}

package dossier.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The mails of a mailbox in the format mbox: a line that begins with `From ` and holds a time,
/// behind an empty line, begins the next one.
///
/// It keeps one piece of a line in memory, and the header of a mail for its subject, whatever the
/// size of the mailbox and of its lines: mime4j's own iterator maps the whole file and stops at 2
/// GB.
final class MboxCursor implements Cursor {

  private static final Pattern FROM = Pattern.compile("From .*\\d{1,2}:\\d\\d.*", Pattern.DOTALL);
  private static final Pattern HEADER = Pattern.compile("(>?From |[!-9;-~]+:).*", Pattern.DOTALL);

  private static final int HEADER_BYTES = 64 * 1024;

  private final LinePieces pieces;
  private byte @Nullable [] ahead;
  private boolean behindEmptyLine = true;
  private boolean atLineStart = true;
  private boolean mailBegins;
  private int count;
  private byte[] header = new byte[0];

  /// @param in the mailbox; closed with this
  MboxCursor(InputStream in) {
    this.pieces = new LinePieces(in);
  }

  /// Whether a file that begins like this is a mailbox.
  static boolean matches(byte[] head) {
    String text = LinePieces.latin(head);
    int end = text.indexOf('\n');
    return end > 0
        && FROM.matcher(text.substring(0, end)).matches()
        && HEADER.matcher(text.substring(end + 1)).matches();
  }

  @Override
  public @Nullable Entry next() throws IOException {
    if (count == 0) {
      advance();
    }
    while (ahead != null && !mailBegins) {
      advance();
    }
    if (ahead == null) {
      return null;
    }
    advance(); // the line that begins the mail is no part of it
    header = header();
    count++;
    String subject = Subject.of(header);
    String number = String.format(Locale.ROOT, "%05d", count);
    String name = subject.isEmpty() ? number : number + " " + subject;
    return new Entry(name + ".eml", true, false, -1);
  }

  private byte[] header() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] line = ahead; line != null && bytes.size() < HEADER_BYTES; line = ahead) {
      if (mailBegins) {
        break;
      }
      bytes.write(line);
      advance();
      if (behindEmptyLine) {
        break;
      }
    }
    return bytes.toByteArray();
  }

  private void advance() throws IOException {
    byte[] before = ahead;
    if (before != null) {
      boolean ended = before[before.length - 1] == '\n';
      behindEmptyLine =
          ended && atLineStart && (before.length == 1 || (before.length == 2 && before[0] == '\r'));
      atLineStart = ended;
    }
    byte[] next = pieces.next();
    ahead = next;
    mailBegins =
        next != null
            && atLineStart
            && behindEmptyLine
            && FROM.matcher(LinePieces.latin(next)).matches();
  }

  @Override
  public InputStream open(@Nullable String password) {
    return new SequenceInputStream(new ByteArrayInputStream(header), new Rest());
  }

  /// The mail behind its header.
  private final class Rest extends InputStream {
    private int from;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      byte[] piece = ahead;
      if (piece == null || mailBegins) {
        return -1;
      }
      int n = Math.min(length, piece.length - from);
      System.arraycopy(piece, from, buffer, offset, n);
      from += n;
      if (from == piece.length) {
        from = 0;
        advance();
      }
      return n;
    }
  }

  @Override
  public void close() throws IOException {
    pieces.close();
  }
}

package dossier.samples;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/** An e-mail of RFC 5322 with the report as its text and a small attachment. */
final class MailWriter {

  private static final String BOUNDARY = "=_dossier-sample";
  private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'});

  private MailWriter() {}

  static byte[] write(Source source) {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            LocalDate.parse(source.published())
                .atTime(LocalTime.of(9, 30))
                .atOffset(ZoneOffset.UTC));
    String mail =
        """
        From: %s <desk@example.org>
        To: Subscribers <subscribers@example.org>
        Subject: %s
        Date: %s
        Message-ID: <%s@example.org>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="%s"

        """
                .formatted(
                    word(source.authors().getFirst()),
                    word(source.title()),
                    date,
                    source.name().replace(".eml", ""),
                    BOUNDARY)
            + part("text/plain; charset=utf-8", "", TextWriter.text(source))
            + part(
                "text/plain; charset=utf-8; name=\"how-to-unsubscribe.txt\"",
                "Content-Disposition: attachment; filename=\"how-to-unsubscribe.txt\"\n",
                "To leave this list, answer with the single word STOP.\n")
            + "--"
            + BOUNDARY
            + "--\n";
    return mail.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static String part(String type, String disposition, String text) {
    return "--"
        + BOUNDARY
        + "\nContent-Type: "
        + type
        + "\n"
        + disposition
        + "Content-Transfer-Encoding: base64\n\n"
        + BASE64.encodeToString(Zip.utf8(text.replace("\n", "\r\n")))
        + "\n";
  }

  /** A header's value: as it is when ASCII, else an encoded word of RFC 2047. */
  private static String word(String text) {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(text)
        ? text
        : "=?UTF-8?B?" + Base64.getEncoder().encodeToString(Zip.utf8(text)) + "?=";
  }
}

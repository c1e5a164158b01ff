package dossier.text;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.tika.metadata.DublinCore;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.PDF;
import org.apache.tika.metadata.Property;
import org.apache.tika.metadata.TikaCoreProperties;
import org.jspecify.annotations.Nullable;

/// What Tika's metadata says, in our words.
final class TikaProperties {

  private static final int LONGEST = 2000;
  private static final int AUTHORS = 50;

  /// Names that programs and devices leave which put paper, or finished files, into another format.
  private static final Pattern SCANS =
      Pattern.compile(
          "(?i)\\bscan(?:s|ned|ning|snap)?\\b|scanner|paper ?capture|camscan|finereader|omnipage|readiris|ocrmypdf|tesseract"
              + "|paperport|naps2|luradocument|internet archive|kofax|bizhub|workcentre|imagerunner"
              + "|ir-adv|konica|\\bricoh\\b|\\bxerox\\b|img2pdf|imagemagick|wkhtmltopdf|headlesschrome"
              + "|\\bcalibre\\b|ghostscript|ilovepdf|smallpdf|pdf24");

  private TikaProperties() {}

  static Properties of(Metadata metadata, String type) {
    List<String> authors =
        Arrays.stream(metadata.getValues(TikaCoreProperties.CREATOR))
            .map(author -> cut(Tidy.clean(author, false)))
            .filter(author -> !author.isEmpty())
            .distinct()
            .limit(AUTHORS)
            .toList();
    // The one date an e-mail or an e-book has is when it was sent or published.
    boolean oneDate =
        type.startsWith("message/")
            || type.equals("application/vnd.ms-outlook")
            || type.equals("application/epub+zip");
    boolean scanned = isScan(metadata);
    String created = scanned ? null : text(metadata, TikaCoreProperties.CREATED);
    String published = scanned ? null : text(metadata, DublinCore.DATE);
    return new Properties(
        text(metadata, TikaCoreProperties.TITLE),
        authors,
        created,
        text(metadata, TikaCoreProperties.MODIFIED),
        oneDate ? created : published,
        text(metadata, TikaCoreProperties.DESCRIPTION));
  }

  /// Whether a scanner or a converter made the file: its dates are the day of that.
  private static boolean isScan(Metadata metadata) {
    return Stream.of(PDF.PRODUCER, PDF.DOC_INFO_PRODUCER, TikaCoreProperties.CREATOR_TOOL)
        .map(metadata::get)
        .anyMatch(tool -> tool != null && SCANS.matcher(tool).find());
  }

  private static @Nullable String text(Metadata metadata, Property property) {
    String value = metadata.get(property);
    String text = value == null ? "" : cut(Tidy.clean(value, false));
    return text.isEmpty() ? null : text;
  }

  static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}

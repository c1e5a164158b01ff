package dossier.text;

import java.util.Arrays;
import java.util.List;
import org.apache.tika.metadata.DublinCore;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.Property;
import org.apache.tika.metadata.TikaCoreProperties;
import org.jspecify.annotations.Nullable;

/// What Tika's metadata says, in our words.
final class TikaProperties {

  private static final int LONGEST = 2000;
  private static final int AUTHORS = 50;

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
    String created = text(metadata, TikaCoreProperties.CREATED);
    return new Properties(
        text(metadata, TikaCoreProperties.TITLE),
        authors,
        created,
        text(metadata, TikaCoreProperties.MODIFIED),
        oneDate ? created : text(metadata, DublinCore.DATE),
        text(metadata, TikaCoreProperties.DESCRIPTION));
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

package dossier.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Bullets and numbers at the beginning of list items.
final class ItemMark {

  private static final Pattern BULLET =
      Pattern.compile("^[\\s\\u00a0]*[•◦▪▫■□●○‣⁃∙·➢✓\\uf0b7\\uf0a7–*-][\\s\\u00a0]+(?=\\S)");
  private static final Pattern NUMBER = Pattern.compile("^\\s*\\(?(\\d{1,2}|[a-z])\\)\\s+\\S.*");

  /// “12. May 2024” is a date.
  private static final Pattern POINT =
      Pattern.compile("^\\s*\\d{1,2}\\.\\s+(?!\\p{L}+\\.?\\s+\\d{4}).*");

  private ItemMark() {}

  static boolean isBullet(String line) {
    return BULLET.matcher(line).lookingAt();
  }

  /// Whether an item begins with this line, even within a paragraph.
  static boolean beginsItem(String line) {
    return isBullet(line) || NUMBER.matcher(line).matches();
  }

  /// Whether a paragraph that begins so is an item.
  static boolean isItem(String text) {
    return beginsItem(text) || POINT.matcher(text).matches();
  }

  /// The line without its bullet.
  static String without(String line) {
    Matcher bullet = BULLET.matcher(line);
    return bullet.lookingAt() ? line.substring(bullet.end()) : line;
  }
}

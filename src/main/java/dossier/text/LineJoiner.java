package dossier.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Joins the lines of a paragraph. A hyphen at the end of one may part a word, and then goes, or
/// belong to a compound, and then stays: the document's other words tell.
final class LineJoiner {

  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}’'\\u2010-]*");
  private static final Pattern PARTED =
      Pattern.compile("(\\p{L}[\\p{L}\\p{M}]*)[-\\u00ad\\u2010]$");

  private static final String HYPHENS = "-\u00ad\u2010";

  /// Halves shorter than this are words of many languages by chance.
  private static final int SHORTEST = 4;

  private final List<String> all;
  private final Set<String> words = new HashSet<>();

  /// @param all lines of the document
  LineJoiner(List<String> all) {
    this.all = all;
  }

  /// Few documents part words at all: theirs are gathered when one does.
  private void gather() {
    for (String line : words.isEmpty() ? all : List.<String>of()) {
      Matcher matcher = WORD.matcher(line);
      while (matcher.find()) {
        if (matcher.end() < line.length() || !PARTED.matcher(matcher.group()).find()) {
          words.add(key(matcher.group()));
        }
      }
    }
  }

  private static String key(String word) {
    return word.toLowerCase(Locale.ROOT).replace('\u2010', '-');
  }

  /// Whether a line cannot be the last of its paragraph.
  static boolean goesOn(String line) {
    char last = line.charAt(line.length() - 1);
    return HYPHENS.indexOf(last) >= 0 || ",;(/\u2013\u2014".indexOf(last) >= 0;
  }

  String joined(List<String> lines) {
    StringBuilder text = new StringBuilder(lines.getFirst());
    for (String line : lines.subList(1, lines.size())) {
      join(text, line);
    }
    return text.toString();
  }

  private void join(StringBuilder text, String line) {
    // Only the last word is looked at, or long paragraphs would be searched once for each line.
    boolean hyphen = HYPHENS.indexOf(text.charAt(text.length() - 1)) >= 0;
    Matcher parted = PARTED.matcher(hyphen ? text.substring(text.lastIndexOf(" ") + 1) : "");
    Matcher next = WORD.matcher(line);
    if (parted.find() && next.lookingAt() && Character.isLowerCase(line.codePointAt(0))) {
      if (!isCompound(parted.group(1), next.group())) {
        text.setLength(text.length() - 1);
      }
    } else if (!isWithoutSpaces(text.codePointBefore(text.length()), line.codePointAt(0))) {
      text.append(' ');
    }
    text.append(line);
  }

  private boolean isCompound(String first, String second) {
    gather();
    String head = key(first);
    String tail = key(second);
    if (words.contains(head + tail)) {
      return false;
    }
    return words.contains(head + "-" + tail)
        || (head.length() >= SHORTEST
            && tail.length() >= SHORTEST
            && words.contains(head)
            && words.contains(tail));
  }

  /// Chinese and Japanese part no words by spaces.
  private static boolean isWithoutSpaces(int last, int first) {
    return isEastAsian(last) && isEastAsian(first);
  }

  private static boolean isEastAsian(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA -> true;
      case COMMON -> (c >= 0x3000 && c < 0x3040) || (c >= 0xff00 && c < 0xff61);
      default -> false;
    };
  }
}

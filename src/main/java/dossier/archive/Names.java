package dossier.archive;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Makes the names of one archive's entries fit to stand in a [Location], each only once.
public final class Names {

  private static final int LONGEST = 1000;

  /// `tar` writes `./` before every name when it is told to pack `.`.
  private static final Pattern HERE = Pattern.compile("(^|/)(?:\\./)+");

  /// By a hash, as a million long names would fill the memory. Two names of one hash would only get
  /// different numbers.
  private final Map<Long, Integer> seen = new HashMap<>();

  /// A name with `/` between folders, without control characters and without the `!/` that parts
  /// archives in a location; a second entry of the same name gets a number.
  public String of(String raw) {
    StringBuilder clean = new StringBuilder();
    String slashed = HERE.matcher(raw.replace('\\', '/').replace("!/", "！/")).replaceAll("$1");
    slashed.codePoints().map(Names::shown).forEach(clean::appendCodePoint);
    while (!clean.isEmpty() && clean.charAt(0) == '/') {
      clean.deleteCharAt(0);
    }
    if (clean.length() > LONGEST) {
      clean.delete(0, clean.length() - LONGEST);
    }
    String name = clean.isEmpty() ? "unnamed" : clean.toString();
    int count = seen.merge(hash(name), 1, Integer::sum);
    return count == 1 ? name : of(numbered(name, count));
  }

  /// FNV-1a, 64 bits.
  private static long hash(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  private static int shown(int c) {
    int type = Character.getType(c);
    return Character.isISOControl(c) || type == Character.SURROGATE || type == Character.FORMAT
        ? 0xfffd
        : c;
  }

  /// The number goes before the extension, which tells the format.
  private static String numbered(String name, int count) {
    int dot = name.lastIndexOf('.');
    int cut = dot > name.lastIndexOf('/') ? dot : name.length();
    return name.substring(0, cut) + " (" + count + ")" + name.substring(cut);
  }
}

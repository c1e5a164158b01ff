package dossier.archive;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Files that lie in every archive and are no documents.
final class Noise {

  private static final Set<String> NAMES = Set.of("thumbs.db", "desktop.ini", "icon\r");

  /// The rule for files that say nothing at all.
  static final String EMPTY = "empty file, no bytes";

  private Noise() {}

  /// The rule for a name inside an archive file. One that climbs is odd, but what it names is not
  /// hidden.
  static @Nullable String ruleInside(String name) {
    return rule(name.replace("../", ""));
  }

  /// The rule by which a path is no document, in plain words; null when it may be one.
  ///
  /// @param path path below the corpus folder or inside an archive file, with `/` between names
  static @Nullable String rule(String path) {
    String[] names = path.split("/", -1);
    String name = names[names.length - 1].toLowerCase(Locale.ROOT);
    for (int i = 0; i < names.length - 1; i++) {
      if (names[i].startsWith(".") || names[i].equals("__MACOSX")) {
        return "lies in the hidden folder " + names[i];
      }
    }
    if (NAMES.contains(name)) {
      return "written by a file manager";
    }
    if (name.startsWith("~$") || name.startsWith(".~lock.")) {
      return "lock file of an office program";
    }
    return name.startsWith(".") ? "hidden file" : null;
  }
}

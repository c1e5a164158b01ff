package dossier.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/// Reads sidecars and decides which apply to a document: its own before those of its folders, inner
/// folders before outer ones.
final class Sidecars {

  /// The sidecar of a whole folder or archive.
  static final String FOLDER = "archive.yaml";

  /// Sidecars larger than this are not read: 64 KiB.
  static final int MAX_BYTES = 64 * 1024;

  private static final Set<String> KEYS =
      Set.of(
          "id",
          "title",
          "series",
          "issn",
          "volume",
          "issue",
          "published",
          "authors",
          "language",
          "summary",
          "regions",
          "threats",
          "password",
          "ignore");

  /// The rule for documents an editor left out.
  static final String IGNORED = "left out by its sidecar";

  private static final Set<String> OF_ONE_DOCUMENT = Set.of("id", "title", "summary");

  private Sidecars() {}

  /// Whether a name may be that of a sidecar.
  static boolean looksLikeOne(String name) {
    return name.endsWith(".yaml");
  }

  /// Why a file is no document when it is YAML; null when it is not.
  ///
  /// @param used the sidecars that have something to describe
  static @Nullable String rule(String name, Set<String> used) {
    if (used.contains(name)) {
      return "sidecar";
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".yml")) {
      return "a sidecar's name ends in .yaml, not .yml";
    }
    return lower.endsWith(".yaml") ? "sidecar without its document" : null;
  }

  /// What the sidecars among `files` say about a document, over what already holds for all of them.
  ///
  /// @param files bytes of the YAML files, by path with `/` between names
  /// @param path path of the document in the same tree
  /// @param outer what holds unless these say otherwise
  static Sidecar of(Map<String, byte[]> files, String path, Sidecar outer) {
    Sidecar result = outer;
    for (int slash = 0; slash >= 0; slash = path.indexOf('/', slash) + 1) {
      String folder = path.substring(0, slash);
      result = over(result, folder + FOLDER, files.get(folder + FOLDER), false);
      if (path.indexOf('/', slash) < 0) {
        break;
      }
    }
    return over(result, path + ".yaml", files.get(path + ".yaml"), true);
  }

  private static Sidecar over(
      Sidecar outer, String name, byte @Nullable [] yaml, boolean ofOneDocument) {
    return yaml == null ? outer : merge(outer, parse(name, yaml, ofOneDocument));
  }

  /// Reads one sidecar; what cannot be understood becomes a problem, and the rest counts.
  static Sidecar parse(String name, byte[] yaml, boolean ofOneDocument) {
    String fingerprint = fingerprint(yaml);
    List<String> problems = new ArrayList<>();
    Map<String, Object> given = load(name, yaml, problems);
    for (String key : List.copyOf(given.keySet())) {
      if (!KEYS.contains(key)) {
        String shown = key.split(":", 2)[0]; // behind it may stand a password
        problems.add(
            name
                + ": there is no key “"
                + shown
                + "”"
                + Nearest.to(shown, KEYS)
                + "; known are "
                + String.join(", ", sorted()));
        given.remove(key);
      } else if (!ofOneDocument && OF_ONE_DOCUMENT.contains(key)) {
        problems.add(name + ": “" + key + "” belongs beside a single document");
        given.remove(key);
      }
    }
    return new Sidecar(
        text(given, "id"),
        text(given, "title"),
        text(given, "series"),
        text(given, "issn"),
        text(given, "volume"),
        text(given, "issue"),
        text(given, "published"),
        given.containsKey("authors") ? list(given, "authors") : List.of(),
        text(given, "language"),
        text(given, "summary"),
        given.containsKey("regions") ? list(given, "regions") : null,
        given.containsKey("threats") ? list(given, "threats") : null,
        password(name, given, problems),
        ignore(name, given, problems),
        fingerprint,
        problems);
  }

  private static List<String> sorted() {
    return KEYS.stream().sorted().toList();
  }

  private static Map<String, Object> load(String name, byte[] yaml, List<String> problems) {
    Map<String, Object> given = new TreeMap<>();
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(name)
            .setSchema(new FailsafeSchema()) // "1.10" is an issue, not a number
            .setMaxAliasesForCollections(10)
            .setCodePointLimit(MAX_BYTES)
            .build();
    try {
      Object root = new Load(settings).loadFromString(new String(yaml, StandardCharsets.UTF_8));
      if (root instanceof Map<?, ?> map) {
        map.forEach((key, value) -> given.put(String.valueOf(key), value == null ? "" : value));
      } else if (root != null) {
        problems.add(name + ": expected lines of the form “key: value”");
      }
    } catch (YamlEngineException e) {
      problems.add(name + ": not readable as YAML" + where(e));
    }
    return given;
  }

  /// The place alone: the parser's own words quote the file, and a password may stand there.
  private static String where(YamlEngineException e) {
    return e instanceof MarkedYamlEngineException marked
        ? marked.getProblemMark().map(mark -> ", line " + (mark.getLine() + 1)).orElse("")
        : "";
  }

  /// As it is written: blanks at its ends may belong to it.
  private static @Nullable String password(
      String name, Map<String, Object> given, List<String> problems) {
    Object value = given.get("password");
    if (value == null || value instanceof String) {
      return value == null || value.toString().isEmpty() ? null : value.toString();
    }
    problems.add(name + ": “password” is not one text; put it in quotation marks");
    return null;
  }

  private static @Nullable Boolean ignore(
      String name, Map<String, Object> given, List<String> problems) {
    if (!given.containsKey("ignore")) {
      return null;
    }
    String value = text(given, "ignore");
    if ("true".equals(value) || "false".equals(value)) {
      return Boolean.valueOf(value);
    }
    problems.add(name + ": “ignore” is either true or false");
    return null;
  }

  private static @Nullable String text(Map<String, Object> given, String key) {
    Object value = given.get(key);
    if (value == null || value instanceof Map<?, ?> || value instanceof List<?>) {
      return null;
    }
    String text = value.toString().strip();
    return text.isEmpty() ? null : text;
  }

  private static List<String> list(Map<String, Object> given, String key) {
    Object value = given.get(key);
    List<?> values =
        value instanceof List<?> many ? many : value == null ? List.of() : List.of(value);
    return values.stream()
        .map(one -> String.valueOf(one).strip())
        .filter(s -> !s.isEmpty())
        .toList();
  }

  private static Sidecar merge(Sidecar outer, Sidecar inner) {
    List<String> problems = new ArrayList<>(outer.problems());
    problems.addAll(inner.problems());
    return new Sidecar(
        inner.id(),
        inner.title(),
        or(inner.series(), outer.series()),
        or(inner.issn(), outer.issn()),
        or(inner.volume(), outer.volume()),
        or(inner.issue(), outer.issue()),
        or(inner.published(), outer.published()),
        inner.authors().isEmpty() ? outer.authors() : inner.authors(),
        or(inner.language(), outer.language()),
        inner.summary(),
        inner.regions() == null ? outer.regions() : inner.regions(),
        inner.threats() == null ? outer.threats() : inner.threats(),
        or(inner.password(), outer.password()),
        inner.ignore() == null ? outer.ignore() : inner.ignore(),
        fingerprint((outer.fingerprint() + inner.fingerprint()).getBytes(StandardCharsets.UTF_8)),
        problems);
  }

  private static @Nullable String or(@Nullable String inner, @Nullable String outer) {
    return inner == null ? outer : inner;
  }

  private static String fingerprint(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}

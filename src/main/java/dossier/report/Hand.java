package dossier.report;

import dossier.archive.ArchiveFile;
import dossier.archive.Document;
import dossier.archive.Hash;
import dossier.archive.Nearest;
import dossier.archive.Sidecar;
import dossier.report.Label.Origin;
import dossier.report.Label.Strength;
import dossier.report.Published.Source;
import dossier.text.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an editor's hand, the sidecar, says, before what the rules found.
final class Hand {

  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int ID_LENGTH = 12;

  private Hand() {}

  /// The sidecar's id, or the first 12 characters of the lower-case base32 (RFC 4648) of the
  /// document's SHA-256.
  static String id(Document document) {
    String given = document.sidecar().id();
    if (given != null && Report.ID.matcher(given).matches()) {
      return given;
    }
    byte[] hash = HexFormat.of().parseHex(bytesOrPlace(document));
    StringBuilder id = new StringBuilder();
    for (int bit = 0; id.length() < ID_LENGTH; bit += 5) {
      int pair = (hash[bit / 8] & 0xFF) << 8 | (hash[bit / 8 + 1] & 0xFF);
      id.append(BASE32.charAt(pair >> (11 - bit % 8) & 31));
    }
    return id.toString();
  }

  /// What tells a document from others: its bytes, or where they could not be had its place.
  private static String bytesOrPlace(Document document) {
    return document.sha256().equals(ArchiveFile.NO_HASH)
        ? Hash.of(document.location().path())
        : document.sha256();
  }

  /// The series: each part from the sidecar, else from the masthead.
  static @Nullable Series series(Sidecar sidecar, @Nullable SeriesLine line) {
    String name = sidecar.series() != null ? sidecar.series() : line == null ? "" : line.name();
    if (name.isBlank()) {
      return null;
    }
    SeriesLine printed = line == null ? new SeriesLine("", null, null, null, "") : line;
    return new Series(
        name.strip(),
        sidecar.issn() != null ? sidecar.issn() : printed.issn(),
        sidecar.volume() != null ? sidecar.volume() : printed.volume(),
        sidecar.issue() != null ? sidecar.issue() : printed.issue());
  }

  /// Who wrote it: the sidecar, else the masthead with the persons the file names beside a unit,
  /// else the file.
  static List<String> authors(Sidecar sidecar, Masthead head, Text text) {
    if (!sidecar.authors().isEmpty()) {
      return sidecar.authors();
    }
    List<String> embedded =
        text.properties().authors().stream()
            .map(String::strip)
            .filter(author -> !author.isEmpty() && author.length() <= 100)
            .flatMap(author -> Bylines.split(author).stream())
            .toList();
    if (head.authors().isEmpty()) {
      return embedded;
    }
    boolean persons = head.authors().stream().anyMatch(Bylines::isPerson);
    Stream<String> more = persons ? Stream.of() : embedded.stream().filter(Bylines::isPerson);
    return Stream.concat(head.authors().stream(), more).distinct().toList();
  }

  /// The sidecar's language, else the one found from the words.
  static String language(Sidecar sidecar, Text text) {
    String given = sidecar.language();
    String tag = given == null ? "" : Locale.forLanguageTag(given.strip()).toLanguageTag();
    return tag.isEmpty() || tag.equals("und") ? text.language() : tag;
  }

  /// The labels after the editor's changes: a list replaces them, ids with `+` or `-` in front add
  /// and remove. Ids the vocabulary does not have are passed over.
  static List<Label> labels(List<Label> found, List<String> given, Vocabulary vocabulary) {
    boolean known = given.stream().anyMatch(entry -> vocabulary.get(bare(entry)) != null);
    if (!given.isEmpty() && !known) {
      return found; // A slip of the pen must not cost a report its labels.
    }
    boolean changes = !given.isEmpty() && given.stream().allMatch(Hand::isChange);
    Map<String, Label> labels = new LinkedHashMap<>();
    for (String entry : given) {
      String id = bare(entry);
      if (vocabulary.get(id) != null && !entry.startsWith("-")) {
        labels.put(id, new Label(id, Strength.ABOUT, Origin.SIDECAR, evidence(found, id)));
      }
    }
    Set<String> removed = new LinkedHashSet<>();
    given.stream().filter(entry -> entry.startsWith("-")).map(Hand::bare).forEach(removed::add);
    if (changes) {
      found.stream()
          .filter(label -> !removed.contains(label.id()))
          .forEach(label -> labels.putIfAbsent(label.id(), label));
    }
    return List.copyOf(labels.values());
  }

  /// The labels a report had when any was set by hand, else those the rules find now.
  static List<Label> kept(List<Label> before, List<Label> found) {
    return before.stream().anyMatch(label -> label.origin() == Origin.SIDECAR) ? before : found;
  }

  /// What of a sidecar cannot be used, one sentence each.
  static List<String> problems(Sidecar sidecar, Vocabularies vocabularies) {
    List<String> problems = new ArrayList<>();
    String id = sidecar.id();
    if (id != null && !Report.ID.matcher(id).matches()) {
      problems.add("id: “" + id + "” should be 1 to 64 of a-z, 0-9 and hyphens; ignored");
    }
    String published = sidecar.published();
    if (published != null && new Dating(LocalDate.MAX).iso(published, Source.SIDECAR) == null) {
      problems.add("published: “" + published + "” should be yyyy, yyyy-MM or yyyy-MM-dd; ignored");
    }
    if (sidecar.series() == null
        && (sidecar.volume() != null || sidecar.issue() != null || sidecar.issn() != null)) {
      problems.add("volume, issue and issn count only where the series is known: add `series`");
    }
    unknown(sidecar.regions(), vocabularies.regions(), "regions", problems);
    unknown(sidecar.threats(), vocabularies.threats(), "threats", problems);
    return problems;
  }

  private static void unknown(
      @Nullable List<String> given, Vocabulary vocabulary, String key, List<String> problems) {
    Set<String> ids = new LinkedHashSet<>(vocabulary.all().stream().map(Concept::id).toList());
    for (String entry : given == null ? List.<String>of() : given) {
      if (!ids.contains(bare(entry))) {
        String near = Nearest.to(bare(entry), ids);
        problems.add(key + ": no entry “" + bare(entry) + "”" + near + "; ignored");
      }
    }
  }

  private static List<Label.Evidence> evidence(List<Label> found, String id) {
    return found.stream()
        .filter(label -> label.id().equals(id))
        .map(Label::evidence)
        .findFirst()
        .orElse(List.of());
  }

  private static boolean isChange(String entry) {
    return entry.startsWith("+") || entry.startsWith("-");
  }

  private static String bare(String entry) {
    return isChange(entry) ? entry.substring(1).strip() : entry.strip();
  }
}

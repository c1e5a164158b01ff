package dossier.archive;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an editor wrote about a document in a YAML file beside it (`name.ext.yaml`) or about a
/// whole folder or archive (`archive.yaml`). Everything is optional; what is given wins over every
/// rule.
///
/// @param id the report's id, `[a-z0-9-]{1,64}`
/// @param title the report's title
/// @param series name of the series
/// @param issn the series' ISSN, `dddd-dddX`
/// @param volume volume within the series, as printed
/// @param issue issue within the volume, as printed
/// @param published `yyyy`, `yyyy-MM` or `yyyy-MM-dd`
/// @param authors persons or units
/// @param language BCP 47 tag
/// @param summary a paragraph
/// @param regions region ids; null leaves them to the classifier, a list replaces its answer,
///   members with `+` or `-` in front change it
/// @param threats threat type ids, read as `regions`
/// @param password opens the document, or the archive file and what is in it; never shown, logged
///   or stored
/// @param ignore whether the document is left out; null says nothing about it
/// @param fingerprint changes when any file this came from changes; empty when there was none
/// @param problems what could not be understood, one sentence each, naming file and key
public record Sidecar(
    @Nullable String id,
    @Nullable String title,
    @Nullable String series,
    @Nullable String issn,
    @Nullable String volume,
    @Nullable String issue,
    @Nullable String published,
    List<String> authors,
    @Nullable String language,
    @Nullable String summary,
    @Nullable List<String> regions,
    @Nullable List<String> threats,
    @Nullable String password,
    @Nullable Boolean ignore,
    String fingerprint,
    List<String> problems) {

  /// No sidecar.
  public static final Sidecar NONE =
      new Sidecar(
          null, null, null, null, null, null, null, List.of(), null, null, null, null, null, null,
          "", List.of());

  public Sidecar {
    authors = List.copyOf(authors);
    regions = regions == null ? null : List.copyOf(regions);
    threats = threats == null ? null : List.copyOf(threats);
    problems = List.copyOf(problems);
  }

  /// The same without its id, and with one problem more.
  public Sidecar withoutId(String problem) {
    List<String> more = new ArrayList<>(problems);
    more.add(problem);
    return new Sidecar(
        null,
        title,
        series,
        issn,
        volume,
        issue,
        published,
        authors,
        language,
        summary,
        regions,
        threats,
        password,
        ignore,
        fingerprint,
        more);
  }

  /// Whether the document is left out.
  public boolean isIgnored() {
    return Boolean.TRUE.equals(ignore);
  }

  /// What tells it from others, and never the password.
  @Override
  public String toString() {
    return "Sidecar[id=%s, title=%s, password %s, ignore=%s, fingerprint=%s, problems=%s]"
        .formatted(
            id, title, password == null ? "not given" : "given", ignore, fingerprint, problems);
  }
}

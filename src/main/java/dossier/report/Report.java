package dossier.report;

import dossier.archive.Location;
import dossier.text.Passage;
import dossier.text.Reason;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A report: what a reader finds, reads and cites.
///
/// @param id `[a-z0-9-]{1,64}`: the sidecar's, or the first 12 characters of the lower-case base32
///   SHA-256 of the document's bytes
/// @param location where the original lies
/// @param sha256 SHA-256 of the original's bytes, lower-case hexadecimal
/// @param sizeBytes size of the original
/// @param mediaType media type of the original
/// @param title never blank
/// @param series the series it appeared in and its place there
/// @param published when it appeared; null when nothing says so
/// @param authors persons or units, in the order given
/// @param language BCP 47 tag, `und` when undetermined
/// @param summary a paragraph; empty when there is none
/// @param paged whether page numbers mean something in this format
/// @param pages number of pages, at least 1
/// @param passages what it says, in reading order
/// @param regions regions it is about or mentions, strongest first
/// @param threats threat types it is about or mentions, strongest first
/// @param asked what its sidecar asks of the labels; null when it was stored before that was kept
/// @param unread why its text could not be read; null when it was. An unread report has its file's
///   name for its only passage, and is found only by the words of name, title and the like
/// @param recognised how many pages were images and have been read by text recognition
/// @param added when it was first indexed
public record Report(
    String id,
    Location location,
    String sha256,
    long sizeBytes,
    String mediaType,
    String title,
    @Nullable Series series,
    @Nullable Published published,
    List<String> authors,
    String language,
    String summary,
    boolean paged,
    int pages,
    List<Passage> passages,
    List<Label> regions,
    List<Label> threats,
    @Nullable Asked asked,
    @Nullable Reason unread,
    int recognised,
    Instant added) {

  /// What a sidecar asks of the labels, as [dossier.archive.Sidecar] has it: null leaves them to
  /// the rules, a list replaces their answer, members with `+` or `-` in front change it.
  public record Asked(@Nullable List<String> regions, @Nullable List<String> threats) {

    /// Nothing: the rules decide.
    public static final Asked NOTHING = new Asked(null, null);

    public Asked {
      regions = regions == null ? null : List.copyOf(regions);
      threats = threats == null ? null : List.copyOf(threats);
    }
  }

  /// What an id looks like.
  public static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");

  public Report {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("not a report id: " + id);
    }
    if (title.isBlank() || pages < 1) {
      throw new IllegalArgumentException("a report has a title and at least one page: " + id);
    }
    authors = List.copyOf(authors);
    passages = List.copyOf(passages);
    regions = List.copyOf(regions);
    threats = List.copyOf(threats);
  }

  /// The text as one string: the passages in order, a line feed after each, a form feed instead
  /// where the next one is on another page. Marks and snippets give places in this string.
  public Body body() {
    return Body.of(passages);
  }

  /// The same report with its original elsewhere.
  public Report at(Location other) {
    return new Report(
        id,
        other,
        sha256,
        sizeBytes,
        mediaType,
        title,
        series,
        published,
        authors,
        language,
        summary,
        paged,
        pages,
        passages,
        regions,
        threats,
        asked,
        unread,
        recognised,
        added);
  }

  /// The same report with other passages.
  public Report with(List<Passage> other) {
    return new Report(
        id,
        location,
        sha256,
        sizeBytes,
        mediaType,
        title,
        series,
        published,
        authors,
        language,
        summary,
        paged,
        pages,
        other,
        regions,
        threats,
        asked,
        unread,
        recognised,
        added);
  }

  /// The same report with other labels.
  Report labelled(List<Label> otherRegions, List<Label> otherThreats) {
    return new Report(
        id,
        location,
        sha256,
        sizeBytes,
        mediaType,
        title,
        series,
        published,
        authors,
        language,
        summary,
        paged,
        pages,
        passages,
        otherRegions,
        otherThreats,
        asked,
        unread,
        recognised,
        added);
  }

  /// The same report under another id, its text not read.
  Report unread(String other, Reason reason, Passage name) {
    return new Report(
        other,
        location,
        sha256,
        sizeBytes,
        mediaType,
        title,
        series,
        published,
        authors,
        language,
        summary,
        false,
        1,
        List.of(name),
        regions,
        threats,
        asked,
        reason,
        0,
        added);
  }
}

package dossier.web;

import dossier.search.Notice;
import dossier.search.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What was searched for, and what was found in which state of the archive: for a methods section.
/// As JSON it is `SearchRecord` of `openapi.yaml`.
///
/// @param search the permanent address of the search
/// @param filters what narrows it beside its words
/// @param total how many reports answer, each version counted for itself
/// @param dossier version of the program
/// @param searched when the record was made
record SearchRecord(
    String search,
    Asked query,
    List<Filter> filters,
    String sort,
    String versions,
    List<Notice> notices,
    long total,
    Index index,
    String dossier,
    Hash hash,
    String searched) {

  /// The words.
  ///
  /// @param understood with every operator written out
  /// @param plain names searched for in this spelling alone
  record Asked(
      String typed,
      String understood,
      String reading,
      List<String> plain,
      List<Query.Also> alsoSearched) {}

  /// A parameter: any of some values, none of others.
  record Filter(String name, List<Chosen> values, List<Chosen> without) {}

  /// A value and its name.
  record Chosen(String id, String label) {}

  /// The state of the archive.
  record Index(long generation, @Nullable String committed, long reports) {}

  /// What tells whether the same reports were found.
  ///
  /// @param of what was hashed
  record Hash(String algorithm, String of, String value) {}

  /// What a reader is shown.
  record Line(String name, String value) {}

  /// The record in lines.
  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("Typed", query.typed().isEmpty() ? "nothing: every report" : query.typed()));
    if (!query.understood().isEmpty()) {
      lines.add(new Line("Understood as", query.understood()));
    }
    if (query.reading().equals("literal")) {
      lines.add(new Line("Read as", "words, whatever characters they are made of"));
    }
    for (Query.Also also : query.alsoSearched()) {
      lines.add(new Line("Also searched", also.typed() + ": " + String.join(", ", also.names())));
    }
    if (!query.plain().isEmpty()) {
      lines.add(new Line("In this spelling alone", String.join(", ", query.plain())));
    }
    filters.forEach(filter -> lines.add(new Line("Filter " + filter.name(), chosen(filter))));
    lines.add(new Line("Order", sort));
    lines.add(new Line("Versions", versions));
    notices.forEach(notice -> lines.add(new Line("Remark", notice.text())));
    lines.add(new Line("Found", Words.reports(total)));
    lines.add(
        new Line(
            "Index",
            "generation %d, committed %s, %s"
                .formatted(
                    index.generation(),
                    index.committed() == null ? "never" : index.committed(),
                    Words.reports(index.reports()))));
    lines.add(new Line("Program", "Dossier " + dossier));
    lines.add(new Line("Searched", searched));
    lines.add(new Line("Address", search));
    lines.add(new Line(hash.algorithm() + " of the ids", hash.value()));
    lines.add(new Line("Hashed", hash.of()));
    return lines;
  }

  private static String chosen(Filter filter) {
    List<String> parts = new ArrayList<>();
    filter.values().forEach(value -> parts.add(shown(value)));
    filter.without().forEach(value -> parts.add("not " + shown(value)));
    return String.join(", ", parts);
  }

  private static String shown(Chosen value) {
    return value.id().equals(value.label())
        ? value.id()
        : "%s (%s)".formatted(value.label(), value.id());
  }

  /// The record as plain text, a line each, names in a column of their own.
  String text() {
    StringBuilder text = new StringBuilder("Search record\n\n");
    for (Line line : lines()) {
      text.append(String.format(Locale.ROOT, "%-24s%s\n", line.name(), line.value()));
    }
    return text.toString();
  }
}

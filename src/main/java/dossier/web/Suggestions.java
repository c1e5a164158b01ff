package dossier.web;

import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.Engine.Suggestion;
import dossier.search.Question;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;

/// What a reader may be about to type: `/suggest.json?q=…`.
final class Suggestions {

  private static final int MOST = 9;

  private final Engine engine;
  private final Facets facets;

  Suggestions(Engine engine, Facets facets) {
    this.engine = engine;
    this.facets = facets;
  }

  /// @param q what was typed, as it was understood to be meant
  private record Page(String q, List<Entry> suggestions) {}

  /// A suggestion.
  ///
  /// @param kind `region`, `threat`, `series`, `phrase` or `report`
  /// @param marks pairs of UTF-16 offsets in the text
  /// @param note what kind of thing it is, for a reader
  /// @param url where choosing it leads
  private record Entry(
      String kind, String text, List<int[]> marks, String note, long reports, String url) {}

  void json(Context ctx) throws IOException {
    String typed = Parameters.of(ctx).getOrDefault("q", List.of("")).getFirst();
    List<Entry> entries =
        engine.discovery().suggestions(typed, MOST).stream().map(this::entry).toList();
    ctx.header("Cache-Control", "private, max-age=60");
    ctx.header("Vary", "Accept-Encoding, Accept-Language, Cookie");
    ctx.contentType("application/json").result(AnswerJson.text(new Page(typed, entries)));
  }

  private Entry entry(Suggestion suggestion) {
    String id = suggestion.target();
    Question all = Question.of("");
    return switch (suggestion.kind()) {
      case REGION -> label(suggestion, Dimension.REGION);
      case THREAT -> label(suggestion, Dimension.THREAT);
      case SERIES ->
          entry(suggestion, SearchPages.kind(Dimension.SERIES), search(Dimension.SERIES, id));
      case PHRASE ->
          entry(
              suggestion,
              Words.say("suggest.phrase"),
              Addresses.search(all.and(suggestion.text())));
      case REPORT -> entry(suggestion, Words.say("suggest.report"), "/r/" + id);
    };
  }

  /// A name in another language says whose name it is.
  private Entry label(Suggestion suggestion, Dimension dimension) {
    String name = facets.label(dimension, suggestion.target());
    String kind = SearchPages.kind(dimension);
    String note = name.equals(suggestion.text()) ? kind : kind + ": " + name;
    return entry(suggestion, note, search(dimension, suggestion.target()));
  }

  private static String search(Dimension dimension, String id) {
    return Addresses.search(Facets.only(Question.of(""), dimension, id));
  }

  private static Entry entry(Suggestion suggestion, String note, String url) {
    return new Entry(
        suggestion.kind().name().toLowerCase(java.util.Locale.ROOT),
        suggestion.text(),
        suggestion.marks().stream().map(mark -> new int[] {mark.from(), mark.to()}).toList(),
        note,
        suggestion.reports(),
        url);
  }
}

package dossier.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dossier.report.Published;
import dossier.report.Report;
import dossier.report.Series;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.Notice;
import dossier.search.Question;
import dossier.search.QuestionUrl;
import dossier.text.Passage;
import dossier.text.Reason;
import io.javalin.http.Context;
import io.javalin.http.GoneResponse;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reports and their text for programs.
final class ApiReports {

  private final Engine engine;
  private final AnswerJson json;

  ApiReports(Engine engine, Facets facets) {
    this.engine = engine;
    this.json = new AnswerJson(facets);
  }

  private record Body(
      String id,
      String url,
      String original,
      String passages,
      String title,
      List<String> authors,
      @Nullable String series,
      @Nullable String issn,
      @Nullable String volume,
      @Nullable String issue,
      @Nullable String published,
      @Nullable String publishedPrecision,
      boolean publishedEstimated,
      String language,
      String mediaType,
      long sizeBytes,
      String sha256,
      String location,
      @Nullable Integer pages,
      List<AnswerJson.Carried> regions,
      List<AnswerJson.Carried> threats,
      String summary,
      String added,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String unread) {}

  /// @param number place of the passage in the report, from 1
  private record Piece(int number, String kind, int level, @Nullable Integer page, String text) {}

  private record Text(
      int total, List<Notice> notices, List<Piece> passages, @Nullable String next) {}

  void report(Context ctx) throws IOException {
    Report report = held(ctx, "");
    if (report != null) {
      Api.send(ctx, body(report));
    }
  }

  void passages(Context ctx) throws IOException {
    Report report = held(ctx, "/passages");
    if (report == null) {
      return;
    }
    Map<String, List<String>> asked = Parameters.of(ctx);
    QuestionUrl.Understood read =
        QuestionUrl.parse(
            Map.of(
                "page",
                asked.getOrDefault("page", List.of("1")),
                "size",
                asked.getOrDefault("size", List.of(Integer.toString(Question.MAX_SIZE)))));
    Question part = read.question();
    List<Passage> all = report.passages();
    int from = (int) Math.min(all.size(), (part.page() - 1L) * part.size());
    int to = Math.min(all.size(), from + part.size());
    List<Piece> pieces = new ArrayList<>();
    for (int i = from; i < to; i++) {
      pieces.add(piece(i + 1, all.get(i), report.paged()));
    }
    String next =
        to == all.size()
            ? null
            : "%s%s/passages?page=%d&size=%d"
                .formatted(Api.REPORTS, report.id(), part.page() + 1, part.size());
    Api.send(ctx, new Text(all.size(), read.notices(), pieces, next));
  }

  /// The report that was asked for; null when the answer is that it is elsewhere.
  private @Nullable Report held(Context ctx, String behind) throws IOException {
    return switch (engine.lookup(ReadingPages.known(ctx.pathParam("id")))) {
      case Engine.Lookup.Held held -> held.report();
      case Engine.Lookup.Moved(String successor) -> {
        String there = Api.REPORTS + successor + behind + ReadingPages.query(ctx);
        ctx.status(HttpStatus.MOVED_PERMANENTLY).header("Location", there);
        yield null;
      }
      case Engine.Lookup.Gone gone -> throw new GoneResponse();
      case Engine.Lookup.Unknown unknown ->
          throw new NotFoundResponse(
              "There is no report of this id: take ids from the hits of a search.");
    };
  }

  private Body body(Report report) {
    Series series = report.series();
    Published published = report.published();
    Reason reason = report.unread();
    String page = "/r/" + report.id();
    return new Body(
        report.id(),
        page,
        page + "/original",
        Api.REPORTS + report.id() + "/passages",
        report.title(),
        report.authors(),
        series == null ? null : series.name(),
        series == null ? null : series.issn(),
        series == null ? null : series.volume(),
        series == null ? null : series.issue(),
        published == null ? null : published.iso(),
        published == null ? null : AnswerJson.lower(published.precision()),
        published != null && published.source() == Published.Source.TEXT,
        report.language(),
        report.mediaType(),
        report.sizeBytes(),
        report.sha256(),
        report.location().path(),
        report.paged() ? report.pages() : null,
        json.carried(report.regions(), Dimension.REGION),
        json.carried(report.threats(), Dimension.THREAT),
        report.summary(),
        report.added().toString(),
        reason == null ? null : AnswerJson.lower(reason).replace('_', '-'));
  }

  private static Piece piece(int number, Passage passage, boolean paged) {
    return new Piece(
        number,
        AnswerJson.lower(passage.kind()),
        passage.level(),
        paged ? passage.page() : null,
        passage.text());
  }
}

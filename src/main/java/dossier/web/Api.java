package dossier.web;

import dossier.search.Engine;
import dossier.search.LedgerEntry;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// What programs ask, as `openapi.yaml` has it: everything under `/api/v1`.
final class Api {

  private static final String V1 = "/api/v1";

  static final String SEARCH = V1 + "/search";
  static final String REPORTS = V1 + "/reports/";
  static final String VOCABULARIES = V1 + "/vocabularies";

  private final Engine engine;
  private final Recall recall;
  private final Facets facets;
  private final SearchPages search;
  private final Suggestions suggestions;

  Api(Engine engine, Recall recall, Facets facets, SearchPages search, Suggestions suggestions) {
    this.engine = engine;
    this.recall = recall;
    this.facets = facets;
    this.search = search;
    this.suggestions = suggestions;
  }

  /// Files by what became of them.
  ///
  /// @param files the sum of the outcomes
  private record Ledger(
      long files, Map<String, Long> outcomes, long generation, @Nullable String committed) {}

  /// Gives everything its address.
  void open(BiConsumer<String, Handler> get) {
    get.accept(SEARCH, ctx -> search.json(ctx, SEARCH));
    ApiReports reports = new ApiReports(engine, facets);
    get.accept(REPORTS + "{id}", reports::report);
    get.accept(REPORTS + "{id}/passages", reports::passages);
    ApiVocabularies vocabularies = new ApiVocabularies(recall, facets);
    get.accept(VOCABULARIES, vocabularies::all);
    get.accept(VOCABULARIES + "/{name}", vocabularies::one);
    get.accept(V1 + "/suggestions", suggestions::json);
    get.accept(V1 + "/ledger", this::ledger);
  }

  private void ledger(Context ctx) throws IOException {
    Map<LedgerEntry.Outcome, Long> counts = engine.ledger().counts();
    Engine.Holdings holdings = engine.holdings();
    Map<String, Long> outcomes = new LinkedHashMap<>();
    for (LedgerEntry.Outcome outcome : LedgerEntry.Outcome.values()) {
      outcomes.put(AnswerJson.lower(outcome), counts.getOrDefault(outcome, 0L));
    }
    long files = counts.values().stream().mapToLong(Long::longValue).sum();
    Instant committed = holdings.committed();
    send(
        ctx,
        new Ledger(
            files,
            outcomes,
            holdings.generation(),
            committed == null ? null : committed.toString()));
  }

  /// Sends a body.
  static void send(Context ctx, Object body) {
    ctx.header("Cache-Control", "private, no-cache");
    ctx.contentType("application/json").result(AnswerJson.text(body));
  }
}

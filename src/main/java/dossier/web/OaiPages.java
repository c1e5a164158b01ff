package dossier.web;

import dossier.exchange.Repository;
import dossier.search.Engine;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The archive for harvesters: `/oai`, asked with GET or as a form that is sent.
final class OaiPages {

  private final Engine engine;
  private final Links links;
  private final String contact;

  OaiPages(Engine engine, Links links, String contact) {
    this.engine = engine;
    this.links = links;
    this.contact = contact;
  }

  void get(Context ctx) throws IOException {
    answer(ctx, Parameters.of(ctx));
  }

  void post(Context ctx) throws IOException {
    answer(ctx, Parameters.of(ctx.body()));
  }

  private void answer(Context ctx, Map<String, List<String>> arguments) throws IOException {
    // Noted before anything is read, so that whoever asks again from then on misses nothing.
    Instant now = Instant.now();
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new Repository(engine, links.site(ctx), contact).answer(arguments, now, answer);
    ctx.header("Cache-Control", "private, no-cache");
    ctx.contentType(Repository.MEDIA_TYPE).result(answer.toByteArray());
  }
}

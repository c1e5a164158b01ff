package dossier.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// All that is compared, over the same reports.
final class Sides implements AutoCloseable {

  /// What is compared.
  static final class Setup {

    @Option(names = "--reports", description = "how many (default: 10000)")
    int reports = 10_000;

    @Option(names = "--seed", description = "reports and searches follow from this (default: 7)")
    long seed = 7;

    @Option(names = "--heap", description = "of portal and OpenSearch each (default: 1g)")
    String heap = "1g";

    @Option(
        names = "--folder",
        description = "where the indexes are made and kept (default: made anew, deleted after)")
    @Nullable Path folder;

    @Option(names = "--no-peer", description = "without OpenSearch")
    boolean alone;

    @Option(names = "--peer", hidden = true, description = "the distribution of OpenSearch")
    Path zip = Path.of(System.getProperty("dossier.bench.opensearch", ""));

    private @Nullable Path made;

    Path folder() throws IOException {
      if (made == null) {
        made =
            folder == null
                ? Files.createTempDirectory("dossier-bench")
                : Files.createDirectories(folder).toAbsolutePath().normalize();
      }
      return made;
    }
  }

  private final Setup setup;
  private final Synthetic archive;
  private final BareLucene bare;
  private final Portal portal;
  private final @Nullable OpenSearchServer server;
  private final Side json;
  private final Side html;
  private final @Nullable OpenSearch peer;

  private Sides(
      Setup setup,
      Synthetic archive,
      BareLucene bare,
      Portal portal,
      @Nullable OpenSearchServer server,
      Fetch fetch) {
    this.setup = setup;
    this.archive = archive;
    this.bare = bare;
    this.portal = portal;
    this.server = server;
    this.json = new DossierSide(portal.address(), false, portal.process(), fetch);
    this.html = new DossierSide(portal.address(), true, portal.process(), fetch);
    this.peer = server == null ? null : peer(server, setup, fetch);
  }

  /// Makes what is not there yet, tells how fast, and starts all sides.
  static Sides open(Setup setup, Fetch fetch) throws Exception {
    Path folder = setup.folder();
    Synthetic archive = new Synthetic(setup.seed, Corpus.classifier().vocabularies());
    once(folder, setup, "bare", to -> BareLucene.fill(archive, setup.reports, to));
    once(folder, setup, "dossier", to -> Corpus.fill(archive, setup.reports, to));
    OpenSearchServer server = setup.alone ? null : peer(setup, archive, fetch);
    Path dossier = folder(folder, setup, "dossier");
    Path work = Files.createDirectories(folder.resolve("work"));
    Files.createDirectories(work.resolve("tmp"));
    Portal portal = Portal.serve(Corpus.corpus(dossier), Corpus.store(dossier), work, setup.heap);
    while (!portal.idle()) {
      Thread.sleep(100);
    }
    BareLucene bare = new BareLucene(folder(folder, setup, "bare"));
    return new Sides(setup, archive, bare, portal, server, fetch);
  }

  private static OpenSearchServer peer(Setup setup, Synthetic archive, Fetch fetch)
      throws Exception {
    Path folder = folder(setup.folder(), setup, "opensearch");
    OpenSearchServer server = OpenSearchServer.start(setup.zip, folder, setup.heap, fetch);
    once(setup.folder(), setup, "opensearch", to -> peer(server, setup, fetch).fill(archive));
    return server;
  }

  private static OpenSearch peer(OpenSearchServer server, Setup setup, Fetch fetch) {
    return new OpenSearch(server.address(), setup.reports, server.process(), fetch);
  }

  private interface Filling {
    Corpus.Filled into(Path folder) throws Exception;
  }

  private static Path folder(Path folder, Setup setup, String side) {
    return folder.resolve("%s-%d-%d".formatted(side, setup.reports, setup.seed));
  }

  /// Fills an index unless that was done before.
  private static void once(Path folder, Setup setup, String side, Filling filling)
      throws Exception {
    Path to = folder(folder, setup, side);
    Path done = to.resolveSibling(to.getFileName() + ".done");
    if (!Files.exists(done)) {
      Corpus.Filled filled = filling.into(Files.createDirectories(to));
      System.out.println(side + ": " + filled);
      Files.writeString(done, filled + "\n");
    }
  }

  Synthetic archive() {
    return archive;
  }

  /// Those that must say the same.
  List<Side> checked() {
    return peer == null ? List.of(bare, json) : List.of(bare, json, peer);
  }

  /// Those that are timed; the first one is the limit.
  List<Side> timed() {
    List<Side> timed = new ArrayList<>(List.of(bare, json, html));
    if (peer != null) {
      timed.add(peer);
    }
    return timed;
  }

  /// Whether OpenSearch is among them, as the last.
  boolean hasPeer() {
    return peer != null;
  }

  /// What is compared, in a line.
  String line() throws Exception {
    Path folder = setup.folder();
    long ours = Machine.size(Corpus.store(folder(folder, setup, "dossier")));
    long limit = Machine.size(folder(folder, setup, "bare"));
    String other =
        peer == null
            ? ""
            : ", OpenSearch %,d MB: ratio %.2f"
                .formatted(peer.bytes() >> 20, (double) ours / peer.bytes());
    return "%,d reports, seed %d, heap %s; index of Dossier %,d MB, bare Lucene %,d MB%s"
        .formatted(setup.reports, setup.seed, setup.heap, ours >> 20, limit >> 20, other);
  }

  /// What the processes hold in memory.
  String memory() {
    String peers =
        server == null ? "" : ", OpenSearch %,d MB".formatted(Machine.resident(server.process()));
    return "resident: portal %,d MB%s".formatted(Machine.resident(portal.process()), peers);
  }

  @Override
  public void close() throws IOException {
    try (bare;
        portal) {
      if (server != null) {
        server.close();
      }
    }
  }
}

package dossier.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Reads an archive of damaged files while searches run and the portal is killed again and again,
/// then checks that ledger, files and reports agree and that nothing is left behind.
@Command(name = "soak", description = "Kill the portal while it reads and is searched.")
final class Soak implements Callable<Integer> {

  private static final List<String> SEARCHES =
      List.of("/search.json", "/search.json?q=border", "/search.json?q=%22united+nations%22");
  private static final int LEAST_SECONDS = 2;
  private static final int SECONDS_BETWEEN = 8;
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(60);

  @Option(names = "--hostile", required = true, description = "a tar of damaged files")
  private Path hostile;

  @Option(names = "--zips", required = true, description = "a folder with zips of reports")
  private Path zips;

  @Option(names = "--seconds", description = "how long it is killed (default: 180)")
  private int seconds = 180;

  @Option(names = "--seed", description = "when it is killed follows from this")
  private long seed = System.nanoTime();

  private final AtomicReference<Portal> portal = new AtomicReference<>();
  private final AtomicLong answered = new AtomicLong();
  private final AtomicLong unanswered = new AtomicLong();
  private final List<String> wrong = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    Path work = Files.createTempDirectory("dossier-soak");
    Path corpus = Files.createDirectories(work.resolve("corpus"));
    Path store = work.resolve("store");
    Files.createDirectory(work.resolve("tmp"));
    Folders.unpack(hostile, corpus.resolve("damaged"));
    Folders.copyZips(zips, corpus.resolve("zips"));
    System.out.printf("seed %d, in %s%n", seed, work);
    AtomicBoolean over = new AtomicBoolean();
    Thread searches = Thread.ofPlatform().start(() -> search(over));
    int kills = killAgainAndAgain(corpus, store, work);
    long began = System.nanoTime();
    List<ProcessHandle> workers;
    try (Portal last = Portal.serve(corpus, store, work)) {
      portal.set(last);
      await(
          "the last run ends",
          () -> last.json("/search.json").path("total").asLong() > 0 && last.idle());
      System.out.printf(
          "the last run took %d s%n", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
      over.set(true);
      searches.join();
      compare(last, corpus, store, work);
      workers = last.workers();
    }
    expect(workers.stream().noneMatch(ProcessHandle::isAlive), "a worker outlived the portal");
    List<Path> left = Folders.list(work.resolve("tmp"));
    expect(left.isEmpty(), "temporary files or folders are left: " + left);
    System.out.printf(
        "killed %d times; searches answered %,d, without answer while it was down %,d%n",
        kills, answered.get(), unanswered.get());
    wrong.forEach(each -> System.out.println("WRONG: " + each));
    if (wrong.isEmpty()) {
      System.out.println("ledger, files and reports agree; nothing is left behind");
      Folders.delete(work);
    }
    return wrong.isEmpty() ? 0 : 1;
  }

  private int killAgainAndAgain(Path corpus, Path store, Path work) throws Exception {
    Random random = new Random(seed);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    int kills = 0;
    while (System.nanoTime() < end) {
      Portal running = Portal.serve(corpus, store, work);
      portal.set(running);
      Thread.sleep(
          Duration.ofMillis(1000L * LEAST_SECONDS + random.nextInt(1000 * SECONDS_BETWEEN)));
      List<ProcessHandle> workers = running.kill();
      kills++;
      await(
          "workers end with their parent",
          () -> workers.stream().noneMatch(ProcessHandle::isAlive));
    }
    return kills;
  }

  private void search(AtomicBoolean over) {
    for (int i = 0; !over.get(); i++) {
      Portal now = portal.get();
      try {
        Thread.sleep(PAUSE);
        if (now != null) {
          now.json(SEARCHES.get(i % SEARCHES.size()));
          answered.incrementAndGet();
        }
      } catch (IOException down) {
        unanswered.incrementAndGet();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void compare(Portal last, Path corpus, Path store, Path work) throws Exception {
    JsonNode status = Portal.status(store, work);
    long files = Folders.files(corpus).size();
    long sum = 0;
    for (JsonNode count : status.path("outcomes")) {
      sum += count.asLong();
    }
    long reports = status.path("reports").asLong();
    Set<String> ids = new HashSet<>();
    String next = "/search?size=100";
    while (next != null) {
      JsonNode page = last.json(next.replace("/search?", "/search.json?"));
      for (JsonNode hit : page.path("hits")) {
        expect(ids.add(hit.path("id").asText()), "twice: " + hit.path("id"));
      }
      next = page.path("next").isTextual() ? page.path("next").asText() : null;
    }
    System.out.printf(
        "files %,d, entries %,d, reports %,d%noutcomes %s%nreasons %s%n",
        files,
        status.path("entries").asLong(),
        reports,
        status.path("outcomes"),
        status.path("reasons"));
    expect(
        status.path("files").asLong() == files,
        "the ledger has " + status.path("files") + " files of " + files);
    expect(sum == files + status.path("entries").asLong(), "the outcomes sum to " + sum);
    expect(
        last.json("/search.json").path("total").asLong() == reports,
        "search and status differ about how many reports there are");
    // Results can be paged only so far; what was seen must be right, and no more.
    expect(ids.size() <= reports, "more found than held");
    long indexed = status.path("outcomes").path("indexed").asLong();
    expect(
        reports >= indexed, indexed + " files are indexed, but there are " + reports + " reports");
  }

  private void expect(boolean right, String otherwise) {
    if (!right) {
      wrong.add(otherwise);
    }
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        throw new IOException("still waiting: " + what);
      }
      Thread.sleep(100);
    }
  }
}

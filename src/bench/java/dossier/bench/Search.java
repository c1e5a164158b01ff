package dossier.bench;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The page of results, timed: Dossier over HTTP for readers and for programs, against bare Lucene
/// in this process and against OpenSearch over HTTP. All sides hold the same reports; each search
/// is put to one after another, so that what else the machine does falls on all alike.
@Command(
    name = "search",
    description = "Search pages against bare Lucene and against OpenSearch.",
    mixinStandardHelpOptions = true)
final class Search implements Callable<Integer> {

  @Mixin private Sides.Setup setup;

  @Option(names = "--each", description = "searches of each kind (default: 20)")
  private int each = 20;

  @Option(names = "--rounds", description = "how often each is timed (default: 5)")
  private int rounds = 5;

  @Option(
      names = "--seconds",
      description = "how long each side is loaded, in each of three turns (default: 10)")
  private double seconds = 10;

  @Option(names = "--readers", description = "readers at saturation (default: 4)")
  private int readers = 4;

  @Override
  public Integer call() throws Exception {
    System.out.println(Machine.line());
    try (Fetch fetch = new Fetch();
        Sides sides = Sides.open(setup, fetch)) {
      System.out.println(sides.line());
      List<Asked> searches = Asked.drawn(sides.archive(), each, setup.seed);
      Agreement agreement = new Agreement(sides.checked());
      for (Asked asked : searches) {
        agreement.check(asked);
      }
      System.out.println(agreement.verdict());
      new Pace(sides, searches).measure(rounds).print();
      new Saturation(sides, searches, readers, seconds).measure();
      System.out.println(sides.memory());
      System.out.println(Machine.line());
    }
    if (setup.folder == null) {
      Folders.delete(setup.folder());
    }
    return 0;
  }
}

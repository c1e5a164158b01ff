package dossier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.report.Report;
import dossier.search.Engine.Change;
import dossier.search.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However an archive came to hold its reports, the same of them are versions of one. */
class TyingTest {

  private static final int REPORTS = 200;
  private static final int STEPS = 16;

  @TempDir Path folder;

  @Test
  void groupsDoNotDependOnHowTheArchiveGrew() throws IOException {
    for (long seed = 1; seed <= 2; seed++) {
      RandomGenerator random = new Random(seed);
      Map<String, Report> held = new TreeMap<>();
      Path path = folder.resolve("grown" + seed);
      LuceneEngine grown = open(path);
      for (int step = 0; step < STEPS; step++) {
        grown.write(changes(random, held));
        grown.commit();
        if (random.nextInt(6) == 0) {
          grown.close();
          grown = open(path);
        }
        if (step % 5 == 4) {
          String when = "seed " + seed + ", step " + step;
          Set<Set<String>> atOnce = atOnce(held, "once-" + seed + "-" + step);
          assertFalse(atOnce.isEmpty(), when);
          assertEquals(atOnce, groups(grown), when);
        }
      }
      grown.close();
      try (LuceneEngine again = open(path)) {
        assertEquals(atOnce(held, "once-" + seed), groups(again), "seed " + seed);
      }
      spoil(path.resolve("1").resolve(TiesFile.NAME), random);
      try (LuceneEngine again = open(path)) {
        assertEquals(atOnce(held, "anew-" + seed), groups(again), "seed " + seed);
      }
      try (LuceneEngine reader = LuceneEngine.openReadOnly(path, Sample.VOCABULARIES)) {
        assertEquals(atOnce(held, "read-" + seed), groups(reader), "seed " + seed);
      }
    }
  }

  @Test
  void anOldFileOfTiesIsTrueOfWhatIsHeld() throws IOException {
    RandomGenerator random = new Random(5);
    Map<String, Report> held = new TreeMap<>();
    Path path = folder.resolve("store");
    Path ties = path.resolve("1").resolve(TiesFile.NAME);
    byte[] old = {};
    for (int step = 0; step < 6; step++) {
      try (LuceneEngine engine = open(path)) {
        engine.write(changes(random, held));
        engine.commit();
      }
      assertTrue(Files.exists(ties), "step " + step);
      if (step == 2) {
        old = Files.readAllBytes(ties);
      }
    }
    Files.write(ties, old);
    try (LuceneEngine engine = open(path)) {
      assertEquals(atOnce(held, "once"), groups(engine));
    }
  }

  /** Reports that come, are revised and leave; some of them versions of others, in chains. */
  private static List<Change> changes(RandomGenerator random, Map<String, Report> held) {
    List<Change> changes = new ArrayList<>();
    for (int i = random.nextInt(REPORTS / STEPS * 2); i >= 0; i--) {
      String id = "r" + random.nextInt(REPORTS);
      if (held.containsKey(id) && random.nextBoolean()) {
        held.remove(id);
        changes.add(new Change.Drop(id, null));
      } else {
        Report report =
            Sample.report(id)
                .dated(String.valueOf(2000 + random.nextInt(20)))
                .says(text(random.nextInt(25), random.nextInt(8)))
                .build();
        held.put(id, report);
        changes.add(new Change.Put(report));
      }
    }
    return changes;
  }

  /** A text of a kind, in which so many of its twenty parts are others. */
  private static String text(int kind, int revisions) {
    return IntStream.range(0, 20)
        .mapToObj(part -> {
          RandomGenerator random =
              new Random(part < revisions ? 999 * kind + part : kind + part * 31L);
          return random
              .ints(12, 0, 20_000)
              .mapToObj(word -> "w" + Integer.toString(word, 36))
              .collect(Collectors.joining(" "));
        })
        .collect(Collectors.joining(" "));
  }

  private static LuceneEngine open(Path path) throws IOException {
    return LuceneEngine.open(path, Sample.VOCABULARIES);
  }

  private Set<Set<String>> atOnce(Map<String, Report> held, String name) throws IOException {
    try (LuceneEngine engine = open(folder.resolve(name))) {
      engine.write(held.values().stream().<Change>map(Change.Put::new).toList());
      engine.commit();
      return groups(engine);
    }
  }

  /** The ids of each group; the best marked. */
  private static Set<Set<String>> groups(LuceneEngine engine) throws IOException {
    return engine.reading(snapshot -> {
      Versions versions = snapshot.versions();
      Set<Set<String>> groups = new HashSet<>();
      for (int document : versions.documents()) {
        int[] members = versions.members(versions.group(document));
        Set<String> ids = new TreeSet<>();
        for (int member : members) {
          ids.add((member == members[0] ? "best " : "") + snapshot.id(member));
        }
        groups.add(ids);
      }
      return groups;
    });
  }

  private static void spoil(Path file, RandomGenerator random) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[random.nextInt(bytes.length)] ^= 1;
    Files.write(file, bytes);
  }
}

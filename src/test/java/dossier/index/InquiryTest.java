package dossier.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.search.Answer;
import dossier.search.Dimension;
import dossier.search.Engine;
import dossier.search.Question;
import dossier.search.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.index.QueryTimeout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InquiryTest {

  private static final int WORDS = 3_000;

  @Test
  void whatAPrefixStandsForIsCollectedWithinTheTime(@TempDir Path folder) throws IOException {
    try (LuceneEngine engine = holdingManyWords(folder)) {
      AtomicInteger looks = new AtomicInteger();
      Answer whole = answer(engine, "word*", () -> looks.incrementAndGet() < 0);
      assertEquals(1, whole.total());
      assertEquals(WORDS, whole.hits().getFirst().matches());
      assertEquals(1, whole.counts().get(Dimension.LANGUAGE).getFirst().reports());
      assertFalse(isPartial(whole), "nothing was cut off");
      // Lucene's own bound looks a few times while matches are walked, of which there is one.
      assertTrue(looks.get() > WORDS / 20, "looks at the clock: " + looks);
    }
  }

  @Test
  void aPrefixOutOfTimeIsAnsweredInPart(@TempDir Path folder) throws IOException {
    try (LuceneEngine engine = holdingManyWords(folder)) {
      AtomicInteger looks = new AtomicInteger();
      answer(engine, "word*", () -> looks.incrementAndGet() < 0);
      int all = looks.get();
      assertTrue(all > WORDS / 20, "looks at the clock: " + all);
      for (int stop = 1; stop < all; stop += all / 12) {
        int last = stop;
        looks.set(0);
        Answer answer = answer(engine, "word*", () -> looks.incrementAndGet() >= last);
        assertTrue(isPartial(answer), "stopped at look " + last + " of " + all);
      }
      assertTrue(isPartial(answer(engine, "water OR NOT (word* AND wo*)", () -> true)));
    }
  }

  @Test
  void whateverStandsForManyWordsKeepsToTheTime(@TempDir Path folder) throws IOException {
    try (LuceneEngine engine = holdingManyWords(folder)) {
      for (String typed :
          List.of("w*rd1*", "wo?d10", "word100~", "wor* NEAR/3 word*", "word-w*r", "=\"word1\"")) {
        AtomicInteger looks = new AtomicInteger();
        Answer whole = answer(engine, typed, () -> looks.incrementAndGet() < 0);
        assertFalse(isPartial(whole), typed);
        assertTrue(looks.get() > 1, typed + " looks at the clock");
        assertTrue(isPartial(answer(engine, typed, () -> true)), typed);
      }
    }
  }

  @Test
  void whatStandsForTooManyWordsIsCutAndTold(@TempDir Path folder) throws IOException {
    try (LuceneEngine engine = holdingManyWords(folder)) {
      Answer answer = answer(engine, "word0 NEAR/500 word*", () -> false);
      assertEquals(1, answer.total());
      assertEquals(
          "“word*” stands for many words: only the 128 most frequent were searched for.",
          answer.notices().getLast().text());
      assertEquals(List.of(), answer(engine, "word*", () -> false).notices());
    }
  }

  private static LuceneEngine holdingManyWords(Path folder) throws IOException {
    LuceneEngine engine = LuceneEngine.open(folder.resolve("store"), Sample.VOCABULARIES);
    String words =
        IntStream.range(0, WORDS).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
    engine.write(List.of(new Engine.Change.Put(Sample.report("a").says(words).build())));
    engine.commit();
    return engine;
  }

  private static Answer answer(LuceneEngine engine, String query, QueryTimeout timeout)
      throws IOException {
    Names names = new Names(Sample.VOCABULARIES);
    return engine.reading(
        snapshot -> new Inquiry(snapshot, names, Question.of(query), timeout).answer());
  }

  private static boolean isPartial(Answer answer) {
    return answer.notices().stream().anyMatch(notice -> notice.kind().equals("partial"));
  }
}

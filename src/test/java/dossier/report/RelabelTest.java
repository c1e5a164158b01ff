package dossier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dossier.HardSet;
import dossier.archive.Sidecar;
import dossier.report.Label.Origin;
import dossier.text.Properties;
import dossier.text.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labelling a report again from what is stored of it. */
class RelabelTest {

  private static final String TEXT =
      """
      Geopolitical Report ISSN 2785-2598 Volume 42 Issue 13
      # Stolen sparrows in Kazakhstan
      14 May 2024
      Stolen sparrows were counted on the border of Kazakhstan, and again in Almaty.
      Related posts
      Uzbekistan and its neighbours
      """;

  @Test
  void theSameVocabulariesFindTheSameLabelsInTheStoredText() throws IOException {
    int labels = 0;
    for (HardSet.Item item : HardSet.items()) {
      Report report = Papers.read(item.language(), item.text());
      assertEquals(report, Papers.CLASSIFIER.relabel(report), item.name());
      labels += report.regions().size() + report.threats().size();
    }
    assertNotEquals(0, labels);
  }

  @Test
  void anEditedVocabularyChangesLabelsAndNothingElse(@TempDir Path folder) throws IOException {
    Report before = Papers.read("en", TEXT);
    Report after = edited(folder).relabel(before);
    assertEquals(List.of("sparrow-theft"), Papers.about(after.threats()));
    assertEquals(before, after.labelled(before.regions(), before.threats()));
    assertEquals(before, Papers.CLASSIFIER.relabel(after));
  }

  @Test
  void whatTheHandAskedIsAppliedToTheNewAnswer(@TempDir Path folder) throws IOException {
    Report replaced = by(List.of("peru"), List.of("espionage"));
    Report changed = by(List.of("+peru", "-kazakhstan"), List.of("+espionage"));
    Classifier next = edited(folder);
    assertEquals(List.of("peru"), Papers.ids(next.relabel(replaced).regions()));
    assertEquals(List.of("espionage"), Papers.ids(next.relabel(replaced).threats()));
    Report again = next.relabel(changed);
    assertEquals(List.of("espionage", "sparrow-theft"), Papers.ids(again.threats()));
    assertEquals(Origin.SIDECAR, again.threats().getFirst().origin());
    assertEquals(changed.regions(), again.regions());
    assertEquals(
        List.of(), again.regions().stream().filter(l -> l.id().equals("kazakhstan")).toList());
  }

  @Test
  void aReportStoredBeforeRequestsWereKeptKeepsLabelsSetByHand(@TempDir Path folder)
      throws IOException {
    Report old = unasked(by(List.of("+peru", "-kazakhstan"), null));
    Report again = edited(folder).relabel(old);
    assertEquals(old.regions(), again.regions());
    assertEquals(List.of("sparrow-theft"), Papers.about(again.threats()));
  }

  @Test
  void anUnreadReportIsLabelledByItsTitle(@TempDir Path folder) throws IOException {
    Report unread =
        Papers.CLASSIFIER.unread(
            Papers.document("stolen-sparrows-in-kazakhstan.pdf", Sidecar.NONE),
            "application/pdf",
            Properties.NONE,
            Reason.DAMAGED,
            Papers.NOW);
    assertEquals(unread, Papers.CLASSIFIER.relabel(unread));
    assertEquals(List.of("kazakhstan"), Papers.about(unread.regions()));
    Report again = edited(folder).relabel(unread);
    assertEquals(List.of("sparrow-theft"), Papers.about(again.threats()));
    assertEquals(Reason.DAMAGED, again.unread());
  }

  private static Report by(@Nullable List<String> regions, @Nullable List<String> threats) {
    Sidecar sidecar =
        new Sidecar(
            null, null, null, null, null, null, null, List.of(), null, null, regions, threats, null,
            null, "x", List.of());
    return Papers.read("paper.txt", "en", Properties.NONE, sidecar, TEXT);
  }

  private static Report unasked(Report r) {
    return new Report(
        r.id(),
        r.location(),
        r.sha256(),
        r.sizeBytes(),
        r.mediaType(),
        r.title(),
        r.series(),
        r.published(),
        r.authors(),
        r.language(),
        r.summary(),
        r.paged(),
        r.pages(),
        r.passages(),
        r.regions(),
        r.threats(),
        null,
        r.unread(),
        r.recognised(),
        r.added());
  }

  /** The vocabularies with one threat type more. */
  private static Classifier edited(Path folder) throws IOException {
    Path vocabulary = Path.of("index/vocabulary");
    Files.copy(vocabulary.resolve("regions.yaml"), folder.resolve("regions.yaml"));
    Path threats = folder.resolve("threats.yaml");
    Files.copy(vocabulary.resolve("threats.yaml"), threats);
    Files.writeString(
        threats,
        """

        - id: sparrow-theft
          label: {en: Sparrow theft}
          definition: "Taking sparrows."
          cues:
            en:
              strong: [stolen sparrow*]
        """,
        StandardOpenOption.APPEND);
    return Classifier.load(folder, java.time.InstantSource.fixed(Papers.NOW));
  }
}

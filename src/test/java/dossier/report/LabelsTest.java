package dossier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.HardSet;
import dossier.archive.Sidecar;
import dossier.text.Properties;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {

  private static final long SEED = 42;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | Fighting in South Sudan goes on.                     | south-sudan
          en | Guards of Papua New Guinea left.                     | papua-new-guinea
          en | The court in Amman heard that Jordan will pay.       | jordan
          en | They served turkey and chad at the feast.            |
          en | Let us wait for them.                                |
          en | Kazakhstan's army moved.                             | kazakhstan
          fr | L'armée de l'Ukraine avance.                         | ukraine
          ru | Войска Казахстана отошли.                            | kazakhstan
          ar | وصل الوفد بالأردن أمس                                 | jordan
          fa | سفر به افغانستان آغاز شد                              | afghanistan
          uz | Oʻzbekistonda kuzatildi.                             | uzbekistan
          uz | O'zbekistonda kuzatildi.                             | uzbekistan
          """)
  void aNameIsFoundAsAReaderMeansIt(String language, String text, String id) {
    Report report = Papers.read(language, "# —\n" + text);
    assertEquals(id == null ? List.of() : List.of(id), Papers.ids(report.regions()), text);
  }

  @Test
  void whatIsDeniedIsNoEvidence() {
    String text = "# Notes\nWe found no evidence of sleeper cells in the port.";
    assertFalse(Papers.ids(Papers.read("en", text).threats()).contains("sleeper-cells"));
    String other = "# Notes\nPolice found sleeper cells in the port.";
    assertTrue(Papers.ids(Papers.read("en", other).threats()).contains("sleeper-cells"));
  }

  @Test
  void evidenceCountsItsWordsAndKnowsTheTitle() {
    Report report =
        Papers.read("en", "# Kazakhstan Waits\nIn Kazakhstan and in KAZAKHSTAN people wait.");
    Label.Evidence evidence = report.regions().getFirst().evidence().getFirst();
    assertEquals(new Label.Evidence("Kazakhstan", 3, true, List.of(1)), evidence);
  }

  @Test
  void labelsGoWhenTheirEvidenceGoes() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    List<Concept> countries =
        Papers.CLASSIFIER.vocabularies().regions().all().stream()
            .filter(concept -> concept.kind().equals("country"))
            .toList();
    for (int round = 0; round < 60; round++) {
      String name = countries.get(random.nextInt(countries.size())).label();
      String other = countries.get(random.nextInt(countries.size())).label();
      String text = "# Notes\nTalks in " + name + " ended. Then " + other + " agreed.";
      Report with = Papers.read("en", text);
      assertFalse(with.regions().isEmpty(), "seed " + SEED + ": " + text);
      String bare = text;
      for (Label label : with.regions()) {
        for (Label.Evidence evidence : label.evidence()) {
          bare = bare.replace(evidence.words(), "there");
        }
      }
      Report without = Papers.read("en", bare);
      assertEquals(List.of(), without.regions(), "seed " + SEED + ": " + text + " / " + bare);
    }
  }

  /** Every label of every hard text, in all its languages: without its evidence it is gone. */
  @Test
  void noLabelOutlivesItsEvidence() throws IOException {
    int labels = 0;
    for (HardSet.Item item : HardSet.items()) {
      Report report = Papers.read(item.language(), "# " + item.text());
      for (Label label : report.regions()) {
        labels++;
        Report bare = Papers.read(item.language(), "# " + without(label, item.text()));
        assertFalse(Papers.ids(bare.regions()).contains(label.id()), item.name() + " " + label);
      }
      for (Label label : report.threats()) {
        labels++;
        Report bare = Papers.read(item.language(), "# " + without(label, item.text()));
        assertFalse(Papers.ids(bare.threats()).contains(label.id()), item.name() + " " + label);
      }
    }
    assertTrue(labels > 500, "only " + labels);
  }

  private static String without(Label label, String text) {
    String bare = Words.canonical(text);
    for (Label.Evidence evidence : label.evidence()) {
      int insensitive = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
      Pattern words = Pattern.compile(Pattern.quote(evidence.words()), insensitive);
      bare = words.matcher(bare).replaceAll("zzz");
    }
    return bare;
  }

  /** Three subtypes with a cue each, none of them enough in a text of this length. */
  @Test
  void littleOfEachOfSeveralSubtypesIsEnoughForTheirMainType() {
    String filler = "The committee met again and heard long statements on procedure. ".repeat(60);
    String cues = "Heroin was found. Traders spoke of gun-running. One clerk was held for bribery.";
    Report report = Papers.read("en", "# Notes\n" + filler + "\n" + cues);
    assertEquals(List.of("organised-crime"), Papers.about(report.threats()));
    Label main = report.threats().getFirst();
    assertEquals(
        List.of("Heroin", "bribery", "gun-running"),
        main.evidence().stream().map(Label.Evidence::words).sorted().toList(),
        "the evidence of the subtypes is its own");
    String less = "Heroin was found. One clerk was held for bribery.";
    Report fewer = Papers.read("en", "# Notes\n" + filler + "\n" + less);
    assertEquals(List.of(), Papers.about(fewer.threats()));
  }

  @Test
  void aCountrySingledOutInAReportOnARegionIsOneOfItsSubjects() {
    String region = "# Central Asia Waits\n" + "Central Asia is tense. ".repeat(4);
    String one = region + "\n" + "Afghanistan is near. ".repeat(6);
    assertEquals(
        List.of("afghanistan", "central-asia"),
        Papers.about(Papers.read("en", one).regions()).stream().sorted().toList());
    String two = one + "\n" + "Kazakhstan is far. ".repeat(3);
    assertEquals(List.of("central-asia"), Papers.about(Papers.read("en", two).regions()));
  }

  @Test
  void aNamesakeTakesTheBareLabelWithIt() {
    String us = "# A Count\nIn Savannah, Georgia they count. Georgia waits.";
    assertEquals(List.of("united-states"), Papers.ids(Papers.read("en", us).regions()));
    String both = us + " Tbilisi and Georgia wait, too.";
    assertTrue(Papers.ids(Papers.read("en", both).regions()).contains("georgia"));
    String man = "# Ledgers\nMs Jordan came to Nairobi. Jordan paid in cash.";
    assertEquals(List.of("kenya"), Papers.ids(Papers.read("en", man).regions()));
  }

  @Test
  void aGovernmentThatOnlySpeaksIsMentioned() {
    String text =
        "# A Truce\nShells fell on Jermuk. Armenia lost a height. Moscow said it had a plan."
            + " Yerevan has asked for help. Moscow denied all.";
    List<Label> regions = Papers.read("en", text).regions();
    assertEquals(List.of("armenia"), Papers.about(regions));
    assertTrue(Papers.ids(regions).contains("russia"));
  }

  @Test
  void aSectionOfALongReportIsEnoughForAThreatButNotForARegion() {
    String other = "The committee met again and the minutes were read in full by the chair.\n";
    String text =
        "# Notes\n"
            + other.repeat(100)
            + "# Sleeper cells\nIn Chad sleeper cells and a dormant network were found.\n"
            + "A sleeper agent told of a hidden cell near Chad.\n"
            + other.repeat(100);
    Report report = Papers.read("en", text);
    assertTrue(Papers.about(report.threats()).contains("sleeper-cells"));
    assertTrue(Papers.ids(report.regions()).contains("chad"));
    assertFalse(Papers.about(report.regions()).contains("chad"));
  }

  @Test
  void mostCountriesOfASubregionAreTheSubregionButNotAnyGrouping() {
    Report five =
        Papers.read(
            "en",
            "# Kazakhstan, Kyrgyzstan and Tajikistan\nKazakhstan, Kyrgyzstan and Tajikistan met.");
    assertTrue(Papers.about(five.regions()).contains("central-asia"));
    Report gulf =
        Papers.read(
            "en", "# Kuwait, Qatar, Bahrain, Oman and Iraq\nKuwait, Qatar, Oman and Iraq met.");
    assertFalse(Papers.about(gulf.regions()).contains("gulf"));
  }

  @Test
  void anyTextIsClassified() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    String[] languages = {"en", "ru", "ar", "fa", "zh", "und", "x-bad-tag-"};
    for (int round = 0; round < 400; round++) {
      StringBuilder text = new StringBuilder("# \u00a7 x\n");
      for (int i = random.nextInt(300); i > 0; i--) {
        int kind = random.nextInt(6);
        int bound = kind < 3 ? 0x80 : kind < 5 ? 0x800 : 0x10000;
        char c = (char) (0x20 + random.nextInt(bound - 0x20));
        text.append(
            Character.getType(c) == Character.CONTROL || c == '\u2028' || c == '\u2029' ? '\n' : c);
      }
      String language = languages[random.nextInt(languages.length)];
      String safe = text.toString().replace('\r', ' ').replace('\f', ' ');
      Report report = Papers.read(language, safe);
      assertFalse(report.title().isBlank(), "seed " + SEED + ", round " + round);
    }
  }

  @Test
  void theEditorsHandWins() {
    String text = "# Kazakhstan and Mali\nKazakhstan and Mali met.";
    assertEquals(List.of("chad"), regions(List.of("chad", "nowhere"), text));
    assertEquals(List.of("chad", "kazakhstan"), regions(List.of("+chad", "-mali"), text));
    assertEquals(
        List.of("regions: no entry “kazakstan” (did you mean “kazakhstan”?); ignored"),
        Papers.CLASSIFIER.problems(Papers.document("a.txt", sidecar(List.of("kazakstan")))));
  }

  private static List<String> regions(List<String> given, String text) {
    return Papers.ids(Papers.read("a.txt", "en", Properties.NONE, sidecar(given), text).regions());
  }

  private static Sidecar sidecar(List<String> regions) {
    return new Sidecar(
        null, null, null, null, null, null, null, List.of(), null, null, regions, null, null, null,
        "f", List.of());
  }
}

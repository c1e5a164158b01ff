package dossier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynonymsTest {

  @TempDir Path folder;

  @BeforeEach
  void vocabularies() throws IOException {
    Files.createDirectories(folder.resolve("vocabulary"));
    Files.writeString(
        folder.resolve("vocabulary/regions.yaml"),
        """
        - id: kazakhstan
          kind: country
          code: KZ
          label: {en: Kazakhstan, ru: Казахстан, kk: Қазақстан}
        - id: togo
          kind: country
          code: TG
          label: {en: Togo, ru: Того, zh: 多哥}
        - id: georgia
          kind: country
          code: GE
          label: {en: Georgia, ru: Грузия, fr: Géorgie}
        - id: georgia-us
          kind: subregion
          label: {en: Georgia, ru: Джорджия, fr: Géorgie (États-Unis)}
        """);
    Files.writeString(folder.resolve("vocabulary/threats.yaml"), "[]\n");
  }

  @Test
  void labelsAndLinesThatShareANameAreOneGroup() throws IOException {
    Synonyms synonyms = synonyms("Kazakhstan, Kazakstan");
    assertEquals(List.of("Kazakstan", "Қазақстан", "Казахстан"), synonyms.others("KAZAKHSTAN"));
    assertEquals(List.of("Kazakhstan", "Kazakstan", "Казахстан"), synonyms.others("қазақстан"));
    assertEquals(List.of(), synonyms.others("kazakh"));
    assertEquals(List.of(), synonyms.others(""));
  }

  @Test
  void caseAccentsAndHyphensDoNotMatter() throws IOException {
    Synonyms synonyms = synonyms("# a comment\n\n Al-Qaïda ,Аль-Каида، تنظيم القاعدة\n");
    assertEquals(List.of("Аль-Каида", "تنظيم القاعدة"), synonyms.others("AL QAIDA"));
    assertEquals(List.of("Al-Qaïda", "Аль-Каида"), synonyms.others("تنظيم القاعده"));
  }

  @Test
  void aNameOfTwoEntriesBelongsToNeither() throws IOException {
    Synonyms synonyms = synonyms("");
    assertEquals(List.of(), synonyms.others("Georgia"));
    assertEquals(List.of("Géorgie"), synonyms.others("Грузия"));
    assertEquals(List.of(), synonyms.others("Джорджия"), "what is left is itself");
  }

  @Test
  void whatIsAlsoAnOrdinaryWordIsNoName() throws IOException {
    Synonyms synonyms = synonyms("! Того, Чад\nTurkistan Islamic Party, ETIM, (TIP)\n");
    assertEquals(List.of("多哥"), synonyms.others("togo"));
    assertEquals(List.of(), synonyms.others("того"));
    assertEquals(List.of("Turkistan Islamic Party", "ETIM"), synonyms.others("TIP"));
    assertEquals(List.of(), synonyms.others("tip"));
    assertEquals(List.of("Turkistan Islamic Party"), synonyms.others("etim"));
  }

  @Test
  void everyProblemIsNamedWithItsLine() {
    assertEquals(
        List.of(
            "synonyms.txt:2: a group has at least two names, separated by commas",
            "synonyms.txt:3: “” holds no letters; is there a comma too many?",
            "synonyms.txt:4: “isis” stands on line 1, too: a name has one group",
            "synonyms.txt:5: “IS” is too short to be searched for; in parentheses it is only"
                + " recognised",
            "synonyms.txt:6: “Tal*” holds one of \" * ~ ( ) = : ; |, which names do not have",
            "synonyms.txt:7: a group has at least two names, separated by commas"),
        assertThrows(
                VocabularyException.class,
                () ->
                    synonyms(
                        """
                        ISIS, Daesh
                        alone
                        one,, two
                        isis, other
                        IS, ИГИЛ
                        Tal*, Taliban
                        (WHO), (ВОЗ)
                        """))
            .problems());
  }

  @Test
  void withoutTheFileTheVocabulariesAreEnough() {
    Synonyms synonyms = Classifier.load(folder.resolve("vocabulary")).vocabularies().synonyms();
    assertEquals(List.of("Казахстан", "Қазақстан").size(), synonyms.others("Kazakhstan").size());
  }

  @Test
  void anEditOfTheNamesLabelsNothingAgain() throws IOException {
    synonyms("ISIS, Daesh");
    String before = Classifier.load(folder.resolve("vocabulary")).edition();
    synonyms("ISIS, Daesh, ИГИЛ");
    assertEquals(before, Classifier.load(folder.resolve("vocabulary")).edition());
  }

  @Test
  void theNamesOfTheProgramJoinScripts() throws IOException {
    Synonyms synonyms = Classifier.load().vocabularies().synonyms();
    for (List<String> group :
        List.of(
            List.of("Рахмон", "Rahmon", "Rakhmon"),
            List.of("Daesh", "ISIS", "Islamic State", "ИГИЛ", "داعش"),
            List.of("Kazakhstan", "Kazakstan", "Қазақстан", "Казахстан", "哈萨克斯坦"),
            List.of("Hezbollah", "Hizballah", "Хезболла", "حزب الله"),
            List.of("CSTO", "ОДКБ"))) {
      for (String name : group) {
        Set<String> others = Set.copyOf(synonyms.others(name));
        assertTrue(
            group.stream().allMatch(each -> each.equals(name) || others.contains(each)),
            name + " is also " + others);
      }
    }
    assertEquals(List.of(), synonyms.others("who"));
    assertEquals(List.of(), synonyms.others("того"));
    assertEquals(List.of(), synonyms.others("border"));
    long groups =
        Files.readAllLines(Path.of("index/synonyms.txt")).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("!"))
            .count();
    assertTrue(groups >= 150, "groups: " + groups);
  }

  private Synonyms synonyms(String lines) throws IOException {
    Files.writeString(folder.resolve("synonyms.txt"), lines);
    return Classifier.load(folder.resolve("vocabulary")).vocabularies().synonyms();
  }
}

package dossier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyTest {

  @TempDir Path folder;

  @Test
  void theVocabulariesOfTheProgramLoad() {
    Vocabularies vocabularies = Classifier.load().vocabularies();
    assertEquals("central-asia", vocabularies.regions().get("kazakhstan").parents().getFirst());
    assertTrue(vocabularies.regions().ancestors("mali").containsAll(List.of("africa", "sahel")));
    assertEquals(List.of("terrorism"), vocabularies.threats().get("sleeper-cells").parents());
  }

  @Test
  void everyProblemIsNamedWithItsPlace() throws IOException {
    write(
        "regions.yaml",
        """
        - id: asia
          kind: continent
          lable: {en: Asia}
        - id: laos
          kind: country
          parents: [asai]
          label: {en: Laos}
          names: {en: [L*]}
        - id: laos
          kind: place
          label: {en: Laos}
        """);
    write("threats.yaml", "- id: x\n  label: {en: X\n");
    List<String> problems =
        assertThrows(VocabularyException.class, () -> Classifier.load(folder)).problems();
    assertEquals(
        List.of(
            "regions.yaml:3: a region: unknown key “lable” (did you mean “label”?)",
            "regions.yaml:1: asia: needs a label with `en`",
            "regions.yaml:4: laos: a country needs a code",
            "regions.yaml:8: laos: `L*`: too few letters before a `*`",
            "regions.yaml:9: laos: kind should be one of continent, subregion, country, grouping",
            "regions.yaml:9: entry laos stands twice",
            "regions.yaml:4: laos: no such parent: “asai” (did you mean “asia”?)"),
        problems.subList(0, 7));
    assertEquals(8, problems.size());
    assertTrue(problems.get(7).startsWith("threats.yaml:3: not valid YAML: "), problems.get(7));
  }

  @Test
  void aMissingFileIsAProblemToo() {
    List<String> problems =
        assertThrows(VocabularyException.class, () -> Classifier.load(folder)).problems();
    assertEquals(2, problems.size());
    assertTrue(problems.getFirst().startsWith("regions.yaml:1: cannot be read"));
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }
}

package dossier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.report.Skos.Imported;
import dossier.report.Skos.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Vocabularies to SKOS and back. */
class SkosTest {

  private static final String PREFIXES =
      """
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix x: <https://example.org/> .
      """;

  private static final String FOREIGN =
      PREFIXES
          + """
          x:places a skos:ConceptScheme ; skos:hasTopConcept x:north .
          x:dangers a skos:ConceptScheme .
          x:north a skos:Concept ; skos:prefLabel "The North"@en, "Der Norden"@de ;
            skos:narrower x:town .
          x:town a skos:Concept ; skos:inScheme x:places ; skos:notation "TOWN-1" ;
            skos:prefLabel "Stadt"@de ; skos:altLabel "Hafenstadt"@de, "***"@de ;
            skos:broader x:elsewhere .
          x:fraud a skos:Concept ; skos:inScheme x:dangers ; skos:prefLabel "Fraud" ;
            skos:altLabel "swindle"@en, "Betrug"@de ; skos:definition "Deceit for gain."@en .
          """;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Kind.class)
  void ourOwnVocabulariesComeBackWhole(Kind kind) throws IOException {
    Path yaml = Path.of("index/vocabulary", kind.file());
    Imported back = read(kind, Skos.turtle(kind, yaml.getParent()), "");

    VocabularyLoader.Loaded before = load(kind, Files.readString(yaml));
    VocabularyLoader.Loaded after = load(kind, back.yaml());
    assertEquals(List.copyOf(before.vocabulary().all()), List.copyOf(after.vocabulary().all()));
    Set<Name> lost = new HashSet<>(before.names());
    after.names().forEach(lost::remove);
    assertEquals(Set.of(), lost);
    Set<Name> invented = new HashSet<>(after.names());
    before.names().forEach(invented::remove);
    assertEquals(Set.of(), invented);
    assertEquals(List.of(), back.remarks());
    assertEquals(before.vocabulary().all().size(), back.entries());
  }

  @Test
  void whatIsBuiltInIsWrittenAsConceptsWithLabelsAndRelations() throws IOException {
    String turtle = Skos.turtle(Kind.REGIONS);

    assertTrue(turtle.contains("<urn:dossier:regions> a skos:ConceptScheme"), "the scheme");
    String kazakhstan = turtle.substring(turtle.indexOf("\n<urn:dossier:regions:kazakhstan> a "));
    kazakhstan = kazakhstan.substring(0, kazakhstan.indexOf(" .\n"));
    assertTrue(kazakhstan.contains("skos:notation \"kazakhstan\""), kazakhstan);
    assertTrue(kazakhstan.contains("\"Казахстан\"@ru"), kazakhstan);
    assertTrue(kazakhstan.contains("skos:broader <urn:dossier:regions:central-asia>"), kazakhstan);
  }

  @Test
  void oneOfTwoForeignSchemesIsTakenWithItsLanguages() throws IOException {
    Imported places = read(Kind.REGIONS, FOREIGN, "https://example.org/places");
    Vocabulary regions = load(Kind.REGIONS, places.yaml()).vocabulary();

    assertEquals(List.of("the-north", "town-1"), regions.all().stream().map(Concept::id).toList());
    assertEquals("Der Norden", regions.all().iterator().next().labels().get("de"));
    Concept town = regions.get("town-1");
    assertEquals(List.of("the-north"), town.parents());
    assertEquals("Stadt", town.label());
    assertTrue(
        load(Kind.REGIONS, places.yaml())
            .names()
            .contains(new Name("town-1", Name.Role.STRONG, "de", "Hafenstadt")));
    assertEquals(3, places.remarks().size(), places.remarks().toString());
    assertTrue(places.remarks().toString().contains("has no English"), places.remarks().toString());

    Imported dangers = read(Kind.THREATS, FOREIGN, "https://example.org/dangers");
    Concept fraud = load(Kind.THREATS, dangers.yaml()).vocabulary().get("fraud");
    assertEquals("Deceit for gain.", fraud.definition());
    assertTrue(
        load(Kind.THREATS, dangers.yaml())
            .names()
            .contains(new Name("fraud", Name.Role.STRONG, "de", "Betrug")));
  }

  @Test
  void whatCannotBeTakenIsSaidWithItsLine() {
    assertProblem("places.ttl:1: holds several schemes", FOREIGN);
    assertProblem(
        "places.ttl:4: not valid Turtle: ", PREFIXES + "x:a a skos:Concept ;\n  oops .\n");
    assertProblem("places.ttl:1: holds no skos:Concept", PREFIXES);
    assertProblem(
        "places.ttl:5: <https://example.org/b> has no skos:prefLabel",
        PREFIXES + "x:a a skos:Concept ; skos:prefLabel \"A\"@en .\n\nx:b a skos:Concept .\n");
    assertProblem(
        "places.ttl:3: <https://example.org/a> is broader than itself",
        PREFIXES
            + "x:a a skos:Concept ; skos:prefLabel \"A\"@en ; skos:broader x:b .\n"
            + "x:b a skos:Concept ; skos:prefLabel \"B\"@en ; skos:broader x:a .\n");
    assertProblem(
        "places.ttl:4: <https://example.org/b> has the same id “a”",
        PREFIXES
            + "x:a a skos:Concept ; skos:prefLabel \"A\"@en .\n"
            + "x:b a skos:Concept ; skos:prefLabel \"A\"@en .\n");
  }

  private void assertProblem(String beginning, String turtle) {
    VocabularyException e =
        assertThrows(VocabularyException.class, () -> read(Kind.REGIONS, turtle, ""));
    assertTrue(e.problems().getFirst().startsWith(beginning), e.problems().toString());
  }

  private Imported read(Kind kind, String turtle, String scheme) throws IOException {
    Path file = folder.resolve("places.ttl");
    Files.writeString(file, turtle);
    return Skos.yaml(kind, file, scheme);
  }

  private static VocabularyLoader.Loaded load(Kind kind, String yaml) {
    List<String> problems = new ArrayList<>();
    VocabularyLoader.Loaded loaded =
        switch (kind) {
          case REGIONS -> VocabularyLoader.regions("r.yaml", yaml, problems);
          case THREATS -> VocabularyLoader.threats("t.yaml", yaml, problems);
        };
    assertEquals(List.of(), problems);
    return loaded;
  }
}

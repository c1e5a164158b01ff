package dossier.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SidecarsTest {

  @Test
  void numbersAndDatesStayAsTheyAreWritten() {
    Sidecar sidecar =
        one("title: A\nvolume: 7\nissue: 012\npublished: 2024-05\nauthors: Unit\nlanguage: kk");
    assertEquals("7", sidecar.volume());
    assertEquals("012", sidecar.issue());
    assertEquals("2024-05", sidecar.published());
    assertEquals(List.of("Unit"), sidecar.authors());
    assertEquals("kk", sidecar.language());
    assertEquals(List.of(), sidecar.problems());
  }

  @Test
  void labelsAreLeftAloneUnlessGiven() {
    assertNull(one("title: A").regions());
    assertEquals(List.of(), one("regions: []").regions());
    assertEquals(List.of("+mali", "-chad"), one("regions: [+mali, -chad]").regions());
  }

  @Test
  void innerSidecarsWinAndOuterOnesFillIn() {
    Sidecar sidecar =
        Sidecars.of(
            files(
                "archive.yaml", "series: Outer\nissn: 9999-0016\nregions: [mali]",
                "2024/archive.yaml", "series: Inner\ntitle: not here",
                "2024/a.pdf.yaml", "title: Mine\nid: a-1"),
            "2024/a.pdf",
            Sidecar.NONE);
    assertEquals("Inner", sidecar.series());
    assertEquals("9999-0016", sidecar.issn());
    assertEquals("Mine", sidecar.title());
    assertEquals("a-1", sidecar.id());
    assertEquals(List.of("mali"), sidecar.regions());
    assertEquals(
        List.of("2024/archive.yaml: “title” belongs beside a single document"), sidecar.problems());
  }

  @Test
  void aChangedSidecarHasAnotherFingerprint() {
    assertNotEquals(one("title: A").fingerprint(), one("title: B").fingerprint());
    assertEquals("", Sidecars.of(Map.of(), "a.pdf", Sidecar.NONE).fingerprint());
  }

  @Test
  void whatCannotBeUnderstoodIsNamedAndTheRestCounts() {
    Sidecar sidecar = one("title: A\ntitel: B");
    assertEquals("A", sidecar.title());
    assertEquals(1, sidecar.problems().size());
    assertEquals(
        "a.pdf.yaml: there is no key “titel” (did you mean “title”?)",
        sidecar.problems().getFirst().replaceAll(";.*", ""));
    assertEquals(1, one("title: [unclosed").problems().size());
    assertEquals(1, one("- a list").problems().size());
  }

  @Test
  void aPasswordIsKeptAsWrittenAndNeverPrinted() {
    Sidecar sidecar = one("password: \" 0012 sesame \"");
    assertEquals(" 0012 sesame ", sidecar.password());
    assertFalse(sidecar.toString().contains("sesame"), sidecar.toString());
    assertFalse(new Document(new Location("a"), 1, "", sidecar).toString().contains("sesame"));
    assertNotEquals(sidecar.fingerprint(), one("password: other").fingerprint());
    assertEquals("12", one("password: 12").password());
  }

  @Test
  void noSlipInASidecarShowsThePassword() {
    for (String slip :
        List.of(
            "password: *sesame",
            "password: !sesame x",
            "password: [sesame]",
            "password:sesame: x",
            "password: \"sesame",
            "password: 'se'sesame",
            "password:sesame")) {
      Sidecar sidecar = one("title: A\n" + slip);
      assertEquals(1, sidecar.problems().size(), slip + sidecar.problems());
      assertFalse(sidecar.toString().contains("sesame"), sidecar.toString());
    }
  }

  @Test
  void theInnermostWordOnLeavingOutAndPasswordsCounts() {
    Map<String, byte[]> files =
        files(
            "archive.yaml", "ignore: true\npassword: outer",
            "in/archive.yaml", "password: inner",
            "in/a.pdf.yaml", "ignore: false");
    assertTrue(Sidecars.of(files, "b.pdf", Sidecar.NONE).isIgnored());
    assertEquals("outer", Sidecars.of(files, "b.pdf", Sidecar.NONE).password());
    assertTrue(Sidecars.of(files, "in/b.pdf", Sidecar.NONE).isIgnored());
    assertFalse(Sidecars.of(files, "in/a.pdf", Sidecar.NONE).isIgnored());
    assertEquals("inner", Sidecars.of(files, "in/a.pdf", Sidecar.NONE).password());
    assertFalse(Sidecar.NONE.isIgnored());
  }

  @Test
  void ignoreIsTrueOrFalse() {
    Sidecar sidecar = one("ignore: yes");
    assertFalse(sidecar.isIgnored());
    assertEquals(List.of("a.pdf.yaml: “ignore” is either true or false"), sidecar.problems());
    assertEquals(List.of(), one("ignore: false").problems());
  }

  private static Sidecar one(String yaml) {
    return Sidecars.of(files("a.pdf.yaml", yaml), "a.pdf", Sidecar.NONE);
  }

  private static Map<String, byte[]> files(String... namesAndTexts) {
    Map<String, byte[]> files = new HashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(UTF_8));
    }
    return files;
  }
}

package dossier.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dossier.report.Classifier;
import dossier.report.Concept;
import dossier.report.Vocabulary;
import dossier.search.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CountryMapTest {

  private static final Pattern START = Pattern.compile("M(-?[0-9]+) (-?[0-9]+)l");

  private final Vocabulary regions = Classifier.load().vocabularies().regions();
  private final WebFiles files = new WebFiles(Path.of("web"));
  private final CountryMap map = new CountryMap(files);

  private RegionMap.View view(String id) {
    Concept concept = regions.get(id);
    assertTrue(concept != null, id);
    Answer.Value mali = new Answer.Value("mali", "Mali", 4, false, false, false, List.of());
    return map.view(concept, regions, List.of(mali));
  }

  private static Set<String> shaded(RegionMap.View view) {
    return view.shapes().stream()
        .filter(shape -> shape.level() > 0)
        .map(RegionMap.Shape::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void aRegionShowsItsCountriesWithinTheFrame() {
    RegionMap.View view = view("central-asia");

    assertEquals(
        Set.of("kazakhstan", "kyrgyzstan", "tajikistan", "turkmenistan", "uzbekistan"),
        shaded(view));
    String[] box = view.box().split(" ", -1);
    for (RegionMap.Shape shape : view.shapes()) {
      Matcher start = START.matcher(shape.path());
      while (shape.level() > 0 && start.find()) {
        int x = Integer.parseInt(start.group(1));
        int y = Integer.parseInt(start.group(2));
        assertTrue(x > 0 && x < Integer.parseInt(box[2]), shape.id() + " at " + x);
        assertTrue(y > 0 && y < Integer.parseInt(box[3]), shape.id() + " at " + y);
      }
    }
  }

  @Test
  void theShadingIsThatOfTheReports() {
    Map<String, Integer> levels = new TreeMap<>();
    view("western-africa").shapes().forEach(shape -> levels.put(shape.id(), shape.level()));

    assertEquals(6, levels.get("mali"));
    assertEquals(1, levels.get("ghana"));
    assertEquals(0, levels.get("algeria"));
  }

  @Test
  void eastIsRightAndNorthIsUp() {
    Map<String, Integer> x = new TreeMap<>();
    Map<String, Integer> y = new TreeMap<>();
    for (RegionMap.Shape shape : view("south-caucasus").shapes()) {
      Matcher start = START.matcher(shape.path());
      assertTrue(start.find(), shape.path());
      x.put(shape.id(), Integer.parseInt(start.group(1)));
      y.put(shape.id(), Integer.parseInt(start.group(2)));
    }

    assertTrue(x.get("azerbaijan") > x.get("turkey"), x.toString());
    assertTrue(y.get("georgia") < y.get("armenia"), y.toString());
  }

  @Test
  void everyRegionHasAMapOrIsFoundOnTheWorlds() {
    int maps = 0;
    for (Concept concept : regions.all()) {
      RegionMap.View view = map.view(concept, regions, List.of());
      int length = view.shapes().stream().mapToInt(shape -> shape.path().length()).sum();
      assertTrue(length < 160_000, concept.id() + " takes " + length);
      if (!concept.code().isEmpty() && !view.shapes().isEmpty()) {
        maps++;
        RegionMap.Shape last = view.shapes().getLast();
        assertEquals(concept.id(), last.id(), "drawn above its neighbours");
        assertFalse(last.path().isEmpty());
      }
    }
    assertTrue(maps > 190, "countries with a map: " + maps);
  }

  @Test
  void crimeaIsDrawnAsTheGeneralAssemblySeesIt() {
    long ukraine = Outlines.read(files).of("UA").stream().filter(ring -> ring.area > 1).count();

    assertEquals(2, ukraine);
  }
}

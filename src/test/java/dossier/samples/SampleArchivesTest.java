package dossier.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The committed corpus is what its sources say. Files that somebody adds to the folder are theirs
 * and do not matter here.
 */
class SampleArchivesTest {

  private static final Path CORPUS = Path.of("corpus");
  private static final Path GOLD = Path.of("src/test/resources/gold/samples.csv");
  private static final Path VOCABULARY = Path.of("index/vocabulary");

  private static List<Source> sources;
  private static SortedMap<String, byte[]> built;

  @BeforeAll
  static void build() throws IOException {
    sources = Source.all(Path.of("src/samples"));
    built = SampleArchives.build(sources);
  }

  @Test
  void theCommittedCorpusIsByteForByteWhatTheSourcesGive() throws IOException {
    List<String> stale = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : built.entrySet()) {
      Path committed = CORPUS.resolve(file.getKey());
      if (!Files.exists(committed)
          || !Arrays.equals(file.getValue(), Files.readAllBytes(committed))) {
        stale.add(file.getKey());
      }
    }
    assertEquals(List.of(), stale, "differ from their sources: rebuild, see src/samples/README.md");
  }

  @Test
  void twoBuildsGiveTheSameBytes() throws IOException {
    SortedMap<String, byte[]> again = SampleArchives.build(sources);
    assertEquals(built.keySet(), again.keySet());
    List<String> different =
        built.keySet().stream()
            .filter(name -> !Arrays.equals(built.get(name), again.get(name)))
            .toList();
    assertEquals(List.of(), different);
  }

  @Test
  void theExpectedLabelsAreThoseOfTheSources() throws IOException {
    assertEquals(Gold.csv(sources), Files.readString(GOLD), "rebuild, see src/samples/README.md");
  }

  @Test
  void everyExpectedLabelIsInTheVocabularies() throws IOException {
    assumeTrue(Files.exists(VOCABULARY.resolve("regions.yaml")), "no vocabularies yet");
    Set<String> regions = ids("regions.yaml");
    Set<String> threats = ids("threats.yaml");
    Set<String> unknown = new TreeSet<>();
    for (Source source : sources) {
      unknown.addAll(source.expected("regions"));
      unknown.addAll(source.expected("mentions"));
    }
    unknown.removeAll(regions);
    sources.stream()
        .flatMap(source -> source.expected("threats").stream())
        .filter(id -> !threats.contains(id))
        .forEach(unknown::add);
    assertEquals(Set.of(), unknown);
  }

  private static Set<String> ids(String file) throws IOException {
    Set<String> ids = new TreeSet<>();
    String yaml = Files.readString(VOCABULARY.resolve(file));
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(10_000_000).build();
    for (Object entry : (List<?>) new Load(settings).loadFromString(yaml)) {
      ids.add(String.valueOf(((Map<?, ?>) entry).get("id")));
    }
    return ids;
  }

  @Test
  void whatIsMeantToBeBrokenCannotBeOpened() throws IOException {
    assertThrows(IOException.class, () -> Loader.loadPDF(built.get(Odd.DAMAGED_PDF)).close());
    assertThrows(
        InvalidPasswordException.class, () -> Loader.loadPDF(built.get(Odd.ENCRYPTED)).close());
    byte[] docx = entry(Odd.DAMAGED_DOCX);
    assertThrows(IOException.class, () -> new XWPFDocument(new ByteArrayInputStream(docx)).close());
  }

  private static byte[] entry(String location) throws IOException {
    int at = location.indexOf("!/");
    byte[] archive = built.get(location.substring(0, at));
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(location.substring(at + 2))) {
          return zip.readAllBytes();
        }
      }
    }
    throw new AssertionError("no " + location);
  }
}

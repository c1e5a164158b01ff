package dossier;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * Holds the table of `docs/architecture.md`: which room may know which, and which library lives
 * where.
 */
class HouseTest {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dossier");

  private static final Map<String, Set<String>> ROOMS =
      Map.of(
          "archive", Set.of(),
          "text", Set.of("archive"),
          "report", Set.of("archive", "text"),
          "search", Set.of("archive", "text", "report"),
          "index", Set.of("archive", "text", "report", "search"),
          "ingest", Set.of("archive", "text", "report", "search"),
          "exchange", Set.of("archive", "text", "report", "search"),
          "web", Set.of("archive", "text", "report", "search", "ingest", "exchange"));

  private static final Map<String, Set<String>> FENCES =
      Map.ofEntries(
          Map.entry("org.apache.commons.compress..", Set.of("archive")),
          Map.entry("org.tukaani..", Set.of("archive")),
          Map.entry("net.lingala..", Set.of("archive")),
          Map.entry("org.apache.james..", Set.of("archive")),
          Map.entry("org.snakeyaml..", Set.of("archive", "report", "web")),
          Map.entry("org.apache.tika..", Set.of("text")),
          Map.entry("org.apache.pdfbox..", Set.of("text")),
          Map.entry("com.ibm.icu..", Set.of("report", "index", "web")),
          Map.entry("org.eclipse.rdf4j..", Set.of("report")),
          Map.entry("org.apache.lucene..", Set.of("index")),
          Map.entry("de.undercouch..", Set.of("exchange")),
          Map.entry("com.github.difflib..", Set.of("web")),
          Map.entry("io.github.bucket4j..", Set.of("web")),
          Map.entry("com.github.benmanes.caffeine..", Set.of("web")),
          Map.entry("io.javalin..", Set.of("web")),
          Map.entry("org.eclipse.jetty..", Set.of("web")),
          Map.entry("jakarta.servlet..", Set.of("web")),
          Map.entry("io.pebbletemplates..", Set.of("web")));

  @Test
  void anArrowPointsOnlyToARoomThatComesBefore() {
    ROOMS.forEach((room, known) -> {
      String[] forbidden =
          ROOMS.keySet().stream()
              .filter(other -> !other.equals(room) && !known.contains(other))
              .map(other -> "dossier." + other + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage("dossier." + room + "..")
          .should()
          .dependOnClassesThat(resideInAnyPackage(forbidden).or(resideInAPackage("dossier")))
          .because("data flows one way, and the roof knows the rooms, not they it")
          .allowEmptyShould(true)
          .check(HOUSE);
    });
  }

  @Test
  void aLibraryStaysInItsRoom() {
    FENCES.forEach((library, rooms) -> {
      String[] inside = rooms.stream().map(room -> "dossier." + room + "..").toArray(String[]::new);
      noClasses()
          .that()
          .resideOutsideOfPackages(inside)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(library)
          .because("an upgrade of a library touches one room")
          .check(HOUSE);
    });
  }

  @Test
  void roomsFormNoCycle() {
    slices()
        .matching("dossier.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a cycle makes two rooms one")
        .check(HOUSE);
  }

  @Test
  void aLibraryIsNotPartOfARoomsFrontDoor() {
    List<String> leaks = new ArrayList<>();
    for (JavaClass owner : HOUSE) {
      if (!owner.getModifiers().contains(JavaModifier.PUBLIC)) {
        continue;
      }
      for (JavaMember member : owner.getMembers()) {
        if (member.getModifiers().contains(JavaModifier.PUBLIC)) {
          member.getAllInvolvedRawTypes().stream()
              .filter(type ->
                  FENCES.keySet().stream()
                      .anyMatch(fence ->
                          type.getPackageName().startsWith(fence.substring(0, fence.length() - 2))))
              .forEach(type -> leaks.add(member.getFullName() + " shows " + type.getName()));
        }
      }
    }
    assertEquals(List.of(), leaks, "a library in a public signature leaves its room");
  }

  @Test
  void publicTypesAreRecordsEnumsSealedInterfacesOrFinal() {
    List<String> open =
        HOUSE.stream()
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .map(JavaClass::reflect)
            .filter(type -> !type.isInterface() && !type.isSealed())
            .filter(type -> !Modifier.isFinal(type.getModifiers()))
            .map(Class::getName)
            .toList();
    assertEquals(List.of(), open, "nobody outside may extend what was not made for it");
  }

  @Test
  void aRoomHasAtMostTwelvePublicTypes() {
    ROOMS
        .keySet()
        .forEach(room -> {
          List<String> types =
              HOUSE.stream()
                  .filter(type -> type.getPackageName().equals("dossier." + room))
                  .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                  .filter(JavaClass::isTopLevelClass)
                  .map(JavaClass::getSimpleName)
                  .toList();
          assertTrue(types.size() <= 12, room + " shows too much: " + types);
        });
  }

  @Test
  void everyPackageIsNullMarked() throws ClassNotFoundException {
    for (String name : HOUSE.stream().map(JavaClass::getPackageName).distinct().sorted().toList()) {
      assertTrue(
          Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class),
          name + " needs a package-info.java with @NullMarked");
    }
  }

  @Test
  void onlyTheCommandLineAndTheWorkersWireUseStandardStreams() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dossier")
        .and()
        .doNotHaveFullyQualifiedName("dossier.text.Worker")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .because("a room reports by values and by its log")
        .check(HOUSE);
  }

  @Test
  void nothingSleepsOrUsesTheDefaultsOfTheMachine() {
    noClasses()
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", java.time.Duration.class)
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(java.util.Date.class, java.util.Calendar.class)
        .orShould()
        .callMethod(String.class, "getBytes")
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(java.util.Locale.class, "getDefault")
        .orShould()
        .callMethod(java.time.ZoneId.class, "systemDefault")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.nio.charset.Charset.class, "defaultCharset")
        .because("wait on conditions; charset, locale and zone are said where they matter")
        .check(HOUSE);
  }

  @Test
  void filesStaySmall() throws IOException {
    List<String> large = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        long lines = Files.readAllLines(file).size();
        if (lines > 400) {
          large.add(file + ": " + lines + " lines");
        }
      }
    }
    assertEquals(List.of(), large, "split by idea");
  }
}

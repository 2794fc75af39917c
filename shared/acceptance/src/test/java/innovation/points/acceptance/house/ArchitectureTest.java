package innovation.points.acceptance.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import innovation.points.scoring.rulebook.Curve;
import innovation.points.testkit.Repository;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The modules and their permitted dependencies: functions → web, store → datasets, scoring; below
 * all of them, spreadsheet.
 */
@Order(0)
class ArchitectureTest {

  private static final String ROOT = "innovation.points.";
  private static final Set<String> FUNCTIONS =
      Set.of("upload", "ingest", "score", "recompute", "desk", "lookup", "portal");
  private static final String[] FUNCTION_PACKAGES =
      FUNCTIONS.stream().map(name -> ROOT + name + "..").toArray(String[]::new);
  private static final String[] JAVA = {"java..", "javax.xml..", "org.xml..", "org.jspecify.."};
  private static final String[] AWS_SDK = {"software.amazon.."};
  private static final String[] LAMBDA = {"com.amazonaws.."};

  private static final JavaClasses HOUSE = importMainClasses();

  private static JavaClasses importMainClasses() {
    var folders = new ArrayList<Path>();
    for (String wing : List.of("shared", "functions")) {
      try (var modules = Files.list(Repository.root().resolve(wing))) {
        modules.map(module -> module.resolve("target/classes")).forEach(folders::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new ClassFileImporter().importPaths(folders);
  }

  static Stream<String> functions() {
    return FUNCTIONS.stream();
  }

  static Stream<String> modules() {
    return Stream.concat(
        Stream.of(
            "person",
            "spreadsheet",
            "paper",
            "scoring",
            "datasets",
            "store",
            "web",
            "local",
            "testkit"),
        functions());
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyModuleHasClasses(String module) {
    assertThat(HOUSE.stream().filter(c -> c.getPackageName().startsWith(ROOT + module)))
        .hasSizeGreaterThan(1);
  }

  @Test
  void spreadsheetKnowsNothingButItsWriters() {
    classes()
        .that()
        .resideInAPackage(ROOT + "spreadsheet..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            and(
                JAVA,
                ROOT + "spreadsheet..",
                "de.siegmar.fastcsv.writer..",
                "org.dhatim.fastexcel"))
        .check(HOUSE);
  }

  /** Otherwise a cell could become a formula. */
  @Test
  void nobodyElseBeginsAFileForSpreadsheets() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "spreadsheet..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("de.siegmar.fastcsv.writer..")
        .orShould()
        .callConstructor(Workbook.class, OutputStream.class, String.class, String.class)
        .check(HOUSE);
  }

  /** It is large: it is loaded when somebody asks for a document, and not before. */
  @Test
  void oneClassKnowsTheWriterOfDocuments() {
    noClasses()
        .that()
        .haveNameNotMatching(Pattern.quote(ROOT + "paper.DocxFile") + "(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.poi.xwpf..", "org.apache.poi.ooxml..", "org.openxmlformats..")
        .check(HOUSE);
  }

  @Test
  void scoringKnowsNothingButJavaAndYaml() {
    classes()
        .that()
        .resideInAPackage(ROOT + "scoring..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(and(JAVA, ROOT + "scoring..", "org.yaml.snakeyaml.."))
        .check(HOUSE);
  }

  @Test
  void scoringHasNoClockAndNoRandomness() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "scoring..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("java.util.random..")
                .or(
                    named(
                        "java.time.Clock",
                        "java.time.InstantSource",
                        "java.util.Random",
                        "java.util.concurrent.ThreadLocalRandom",
                        "java.security.SecureRandom")))
        .check(HOUSE);
  }

  @Test
  void datasetsKnowNeitherTheCloudNorTheInsideOfScoring() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "datasets..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            and(AWS_SDK, "com.amazonaws..", ROOT + "store..", ROOT + "web..", ROOT + "local.."))
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage(FUNCTION_PACKAGES)
        .check(HOUSE);
  }

  @Test
  void theStoreKnowsNeitherTheWebNorLambda() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(and(LAMBDA, ROOT + "web..", ROOT + "local.."))
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage(FUNCTION_PACKAGES)
        .check(HOUSE);
  }

  @Test
  void theWebKnowsNoDatabaseAndNoBusiness() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "web..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            and(
                AWS_SDK,
                ROOT + "store..",
                ROOT + "datasets..",
                ROOT + "scoring..",
                ROOT + "local.."))
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage(FUNCTION_PACKAGES)
        .check(HOUSE);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aFunctionKnowsNoOtherFunction(String function) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + function + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            FUNCTIONS.stream()
                .filter(other -> !other.equals(function))
                .map(other -> ROOT + other + "..")
                .toArray(String[]::new))
        .check(HOUSE);
  }

  @Test
  void nobodyKnowsTheLocalStackOrItsEngines() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "local..", ROOT + "testkit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "local..",
            "com.amazonaws.services.dynamodbv2..",
            "software.amazon.dynamodb..",
            "org.gaul..",
            "org.jclouds..",
            "org.eclipse.jetty..")
        .check(HOUSE);
  }

  /** So that the tests of every function and of the web module can use it. */
  @Test
  void theTestKitKnowsNoFunctionAndNotTheWeb() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "testkit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(and(FUNCTION_PACKAGES, ROOT + "web..", ROOT + "local.."))
        .check(HOUSE);
  }

  @Test
  void onlyTestsUseTheTestKit() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "testkit..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "testkit..")
        .check(HOUSE);
  }

  /** Readers of rulebooks and of containers of files are details of their modules. */
  @Test
  void theInsideOfAModuleIsItsOwn() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "scoring..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "scoring.rulebook.reader..")
        .check(HOUSE);
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "datasets..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "datasets.reading.container..")
        .check(HOUSE);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void onlyTheHandlerAndTheSettingsOfAFunctionAreUsedFromOutside(String function) {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + function + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + function + "..")
                .and(
                    new DescribedPredicate<>("are neither its handler nor its settings") {
                      @Override
                      public boolean test(JavaClass candidate) {
                        return !outermost(candidate).matches(".*(Handler|Settings)");
                      }
                    }))
        .check(HOUSE);
  }

  private static String outermost(JavaClass candidate) {
    return candidate
        .getName()
        .substring(candidate.getPackageName().length() + 1)
        .split("\\$", 2)[0];
  }

  /** Callers ask a curve for shares and do not interpolate themselves. */
  @Test
  void functionsDoNotReadTheKnotsOfCurves() {
    noClasses()
        .that()
        .resideInAnyPackage(FUNCTION_PACKAGES)
        .should()
        .callMethod(Curve.class, "knots")
        .check(HOUSE);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("innovation.points.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void noNameStandsInTwoPackages() {
    Map<String, List<String>> packages =
        HOUSE.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(c -> !c.getSimpleName().equals("package-info"))
            .collect(
                groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getPackageName, toList())));
    assertThat(packages).allSatisfy((name, places) -> assertThat(places).as(name).hasSize(1));
  }

  /** A package is one capability, small enough to be read at one sitting. */
  @Test
  void aPackageHasSomeTwentyFiles() {
    Map<String, Long> files =
        HOUSE.stream()
            .filter(JavaClass::isTopLevelClass)
            .collect(groupingBy(JavaClass::getPackageName, counting()));
    assertThat(files).allSatisfy((name, count) -> assertThat(count).as(name).isLessThan(25));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aFunctionShowsItsHandlerAndItIsTheOnlyOne(String function) {
    List<JavaClass> handlers =
        HOUSE.stream()
            .filter(c -> c.getPackageName().startsWith(ROOT + function))
            .filter(
                c ->
                    c.isAssignableTo(RequestHandler.class)
                        || c.isAssignableTo(RequestStreamHandler.class))
            .toList();
    assertThat(handlers)
        .extracting(JavaClass::getSimpleName)
        .containsExactly(
            Character.toUpperCase(function.charAt(0)) + function.substring(1) + "Handler");
    assertThat(handlers.getFirst().getModifiers()).contains(JavaModifier.PUBLIC);
    assertThat(handlers.getFirst().tryGetConstructor()).as("what Lambda calls").isPresent();
  }

  @Test
  void theClockIsAlwaysInjected() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "local..")
        .should()
        .accessTargetWhere(
            new DescribedPredicate<JavaAccess<?>>("read the clock of the machine") {
              @Override
              public boolean test(JavaAccess<?> access) {
                boolean now =
                    access.getName().equals("now")
                        && access.getTargetOwner().getPackageName().equals("java.time");
                return now || access.getName().equals("currentTimeMillis");
              }
            })
        .check(HOUSE);
  }

  @Test
  void noMutableStateIsShared() {
    fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage(ROOT + "local..")
        .should()
        .beFinal()
        .check(HOUSE);
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(HOUSE.stream().map(JavaClass::getPackage).distinct())
        .allSatisfy(
            room -> assertThat(room.isAnnotatedWith(NullMarked.class)).as(room.getName()).isTrue());
  }

  @Test
  void noPackageIsACatchAll() {
    assertThat(HOUSE.stream().map(JavaClass::getPackageName).distinct())
        .noneMatch(
            name -> name.matches(".*\\.(util|utils|common|core|helper|helpers|misc)(\\..*)?"));
    assertThat(HOUSE.stream().map(JavaClass::getSimpleName))
        .noneMatch(name -> name.matches(".*(Utils?|Helpers?|Manager|Common|Misc)"));
  }

  private static DescribedPredicate<JavaClass> named(String... names) {
    Set<String> wanted = Set.of(names);
    return new DescribedPredicate<>("are one of " + wanted) {
      @Override
      public boolean test(JavaClass candidate) {
        return wanted.contains(candidate.getFullName());
      }
    };
  }

  private static String[] and(String[] some, String... more) {
    var all = new ArrayList<>(List.of(some));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}

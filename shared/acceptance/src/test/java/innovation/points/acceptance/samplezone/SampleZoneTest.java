package innovation.points.acceptance.samplezone;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.acceptance.samplezone.enterprise.SampleEnterprise;
import innovation.points.acceptance.samplezone.enterprise.SampleUscc;
import innovation.points.datasets.catalogue.Uscc;
import innovation.points.scoring.facts.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The committed files are those that the generator writes. After a change to the generator, {@code
 * -Dsample=write} regenerates them:
 *
 * <pre>mvn -q test -pl shared/acceptance -am -Dtest=SampleZoneTest -Dsample=write \
 *   -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
public class SampleZoneTest {
  public static final Path EVENTS =
      Path.of(System.getProperty("basedir", "."), "../../events").normalize();

  @Test
  void committedFilesAreWhatTheGeneratorWrites() throws IOException {
    var generated = SampleZoneWriter.files();
    if ("write".equals(System.getProperty("sample"))) {
      SampleZoneWriter.write(EVENTS);
    }
    var committed = committed();
    assertThat(committed.keySet()).isEqualTo(generated.keySet());
    generated.forEach(
        (key, bytes) -> assertThat(committed.get(key)).describedAs(key).isEqualTo(bytes));
  }

  @Test
  void aSecondDrawGivesTheSameBytes() {
    var second = SampleZoneWriter.files();
    SampleZoneWriter.files()
        .forEach((key, bytes) -> assertThat(second.get(key)).describedAs(key).isEqualTo(bytes));
  }

  @Test
  void allFilesTogetherStaySmall() {
    assertThat(SampleZoneWriter.files().values().stream().mapToInt(bytes -> bytes.length).sum())
        .isLessThan(3_000_000);
  }

  /** File names must be ASCII: the local stack walks the folder, also in a POSIX locale. */
  @Test
  void keysArePlainAscii() {
    assertThat(SampleZoneWriter.files().keySet())
        .allMatch(key -> key.matches("uploads/[a-z]+/[a-z-]+/202[345]/[A-Za-z0-9-]+\\.(csv|xlsx)"));
  }

  @Test
  void everyEnterpriseIsMarkedAsFictional() {
    var names = new HashSet<String>();
    for (SampleEnterprise e : GeneratedZone.draw().enterprises()) {
      assertThat(e.name).matches("(虚构|示例)·\\p{IsHan}{4,12}(有限公司|股份有限公司)");
      assertThat(names.add(e.name)).describedAs(e.name).isTrue();
    }
    assertThat(names).hasSizeBetween(190, 220);
  }

  @Test
  void codesHaveCorrectCheckCharacters() {
    for (String valid : List.of("91350100M000100Y43", "914403001922038216", "9111000071093123XX")) {
      assertThat(Uscc.check(valid.substring(0, 17))).isEqualTo(valid.charAt(17));
    }
    var codes = new HashSet<String>();
    for (SampleEnterprise e : GeneratedZone.draw().enterprises()) {
      assertThat(e.uscc).matches("91410700XN[0-9]{6}[0-9X][0-9A-HJ-NPQRTUWXY]");
      assertThat(Uscc.check(e.uscc.substring(0, 17))).isEqualTo(e.uscc.charAt(17));
      assertThat(codes.add(e.uscc)).describedAs(e.uscc).isTrue();
      assertThat(Uscc.check(SampleUscc.mistyped(e.uscc).substring(0, 17)))
          .isNotEqualTo(SampleUscc.mistyped(e.uscc).charAt(17));
    }
  }

  @Test
  void nothingIsOlderThanTheEnterprise() {
    for (SampleEnterprise e : GeneratedZone.draw().enterprises()) {
      assertThat(e.years().firstKey()).isGreaterThanOrEqualTo(e.registeredOn.getYear());
      for (var item : e.items()) {
        for (String field : List.of("obtainedOn", "validFrom")) {
          if (item.values().get(field) instanceof Value.Day(LocalDate day)) {
            assertThat(day).describedAs(e.role + " " + item).isAfter(e.registeredOn);
          }
        }
        if (item.values().get("evaluatedYear") instanceof Value.Amount(double year)) {
          assertThat((int) year)
              .describedAs(e.role + " " + item)
              .isGreaterThanOrEqualTo(e.registeredOn.getYear());
        }
      }
    }
  }

  private static SortedMap<String, byte[]> committed() throws IOException {
    var files = new TreeMap<String, byte[]>();
    try (var paths = Files.walk(EVENTS.resolve("uploads"))) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(EVENTS.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
      }
    }
    return files;
  }
}

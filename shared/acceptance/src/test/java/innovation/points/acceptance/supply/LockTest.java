package innovation.points.acceptance.supply;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.acceptance.supply.LockFile.Line;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The artefacts in the local repository are byte for byte those locked, and their licences permit
 * their use. Works offline.
 */
class LockTest {

  private static final String RENEW =
      "mvn test -pl shared/acceptance -am -Dtest=LockTest -Dlock=renew"
          + " -Dsurefire.failIfNoSpecifiedTests=false";

  /** Licences that permit packing into a jar and redistribution. */
  private static final Set<String> PERMISSIVE =
      Set.of("Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause");

  /**
   * Further licences for artefacts used, unmodified and not redistributed, by the local stack and
   * the tests.
   */
  private static final Set<String> USED =
      Set.of("EPL-2.0", "MPL-2.0", "BSD", "LGPL-2.1-only", "LGPL-2.1-or-later");

  private static final String DYNAMODB_LOCAL = "DynamoDB-Local";

  @BeforeAll
  static void renewWhereAsked() throws IOException {
    if (System.getProperty("lock", "").equals("renew")) {
      Resolution.lock().write();
    }
  }

  @Test
  void whatIsResolvedIsWhatIsLocked() throws IOException {
    LockFile resolved = Resolution.lock();
    List<Line> locked = LockFile.read().lines();
    var surplus = new ArrayList<>(resolved.lines());
    surplus.removeAll(locked);
    var missing = new ArrayList<>(locked);
    missing.removeAll(resolved.lines());
    assertThat(surplus)
        .as("resolved, but not in .ci/dependencies.lock; if that is meant: " + RENEW)
        .isEmpty();
    assertThat(missing)
        .as("in .ci/dependencies.lock, but not resolved; if that is meant: " + RENEW)
        .isEmpty();
    assertThat(locked).as("every artefact once, in order").isEqualTo(resolved.lines());
  }

  @Test
  void whatIsPackedMayBePassedOn() throws IOException {
    assertThat(LockFile.read().lines().stream().filter(Line::packed))
        .isNotEmpty()
        .allSatisfy(
            line -> assertThat(choices(line)).as(line.name()).anyMatch(PERMISSIVE::contains));
  }

  @Test
  void whatIsUsedMayBeUsed() throws IOException {
    assertThat(LockFile.read().lines().stream().filter(line -> !line.packed()))
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(choices(line))
                    .as(line.name())
                    .anyMatch(
                        licence ->
                            PERMISSIVE.contains(licence)
                                || USED.contains(licence)
                                || licence.equals(DYNAMODB_LOCAL)));
  }

  @Test
  void dynamoDbLocalIsTheOnlyOneOfItsLicenceAndIsNotPacked() throws IOException {
    assertThat(
            LockFile.read().lines().stream().filter(line -> choices(line).contains(DYNAMODB_LOCAL)))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.name()).startsWith("software.amazon.dynamodb:DynamoDBLocal:");
              assertThat(line.where()).containsExactly(LockFile.LOCAL);
            });
  }

  private static List<String> choices(Line line) {
    return Arrays.asList(line.licences().split(" OR ", -1));
  }
}

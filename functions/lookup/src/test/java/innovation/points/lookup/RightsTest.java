package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each call as each kind of person, by contract §3. */
class RightsTest {
  private static final PublishedZone ZONE = new PublishedZone();
  private static final Caller CALLER = ZONE.caller();

  @BeforeAll
  static void publish() {
    ZONE.publishSmall();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          call                                                              | public | nobody | bureau | department | own | other
          /v1/years                                                         | 200    | 200    | 200    | 200        | 200 | 200
          /v1/years/2025/overview                                           | 200    | 200    | 200    | 200        | 200 | 200
          /v1/years/2025/rankings                                           | 200    | 200    | 200    | 200        | 200 | 200
          /v1/years/2025/enterprises/914107000000000001                     | 200    | 200    | 200    | 200        | 200 | 200
          /v1/enterprises?q=A                                               | 200    | 200    | 200    | 200        | 200 | 200
          /v1/years/2025/enterprises/914107000000000001/profile             | 401    | 403    | 200    | 200        | 200 | 403
          /v1/years/2025/enterprises/914107000000000001/profile?edition=draft | 401  | 403    | 200    | 200        | 403 | 403
          /v1/enterprises/914107000000000001/history                        | 401    | 403    | 200    | 200        | 200 | 403
          /v1/years/2025/scores                                             | 401    | 403    | 200    | 200        | 403 | 403
          /v1/years/2025/scores?edition=draft                               | 401    | 403    | 200    | 200        | 403 | 403
          /v1/years/2025/rewards                                            | 401    | 403    | 200    | 403        | 403 | 403
          /v1/years/2025/rewards?uscc=914107000000000001                    | 401    | 403    | 200    | 403        | 200 | 403
          /v1/years/2025/rewards/payments                                   | 401    | 403    | 200    | 403        | 403 | 403
          /v1/years/2025/differences                                        | 401    | 403    | 200    | 403        | 403 | 403
          /v1/years/2025/lists                                              | 200    | 200    | 200    | 200        | 200 | 200
          /v1/years/2025/seeds                                              | 401    | 403    | 200    | 200        | 403 | 403
          /v1/years/2025/services                                           | 401    | 403    | 200    | 200        | 403 | 403
          /v1/years/2025/benefits                                           | 401    | 403    | 200    | 200        | 403 | 403
          /v1/years/2025/benefits/counts                                    | 401    | 403    | 200    | 200        | 403 | 403
          /v1/years/2025/enterprises/914107000000000001/benefits            | 401    | 403    | 200    | 200        | 200 | 403
          /v1/years/2025/special-clusters                                   | 401    | 403    | 200    | 200        | 403 | 403
          /v1/years/2025/expiring-certificates                              | 401    | 403    | 200    | 200        | 403 | 403
          """)
  void rightsAreThoseOfTheContract(
      String call, int open, int nobody, int bureau, int department, int own, int other) {
    var answers =
        List.of(
            Map.<String, String>of(),
            Map.of("cognito:groups", "[visitors]"),
            Caller.BUREAU,
            Caller.DEPARTMENT,
            Caller.enterprise(1),
            Caller.enterprise(2));
    assertThat(answers.stream().map(claims -> CALLER.get(call, claims).getStatusCode()))
        .containsExactly(open, nobody, bureau, department, own, other);
  }
}

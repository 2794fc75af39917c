package innovation.points.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.local.LocalDynamoDb;
import innovation.points.lookup.LookupHandler;
import innovation.points.lookup.LookupSettings;
import innovation.points.testkit.ApiCall;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The cost of public lookups on rows as the yearly run writes them, with every indicator, reason
 * and source: the number of reads and the capacity that the engine reports.
 */
@GoldenYearsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CostOfLookupsTest {

  private static final String RANKING = "/v1/years/2025/rankings";

  private final GoldenStack golden;
  private final CountedReads reads;

  /** The clock is fixed, so the pointer is read once. */
  private final LookupHandler lookup;

  private List<String> ranked = List.of();

  CostOfLookupsTest(GoldenStack golden) {
    this.golden = golden;
    reads = new CountedReads(golden.tables());
    lookup =
        new LookupHandler(
            reads,
            InstantSource.fixed(Instant.parse("2026-03-02T04:00:00Z")),
            new LookupSettings(LocalDynamoDb.FACTS, LocalDynamoDb.SCORES, LocalDynamoDb.UPLOADS));
  }

  @BeforeAll
  void readTheRanking() {
    assertThat(get("/v1/years", "", "").getStatusCode()).isEqualTo(200);
    assertThat(reads.made()).as("the pointer").hasSize(1);
    var usccs = new ArrayList<String>();
    body(get(RANKING, "limit=200", ""))
        .path("items")
        .forEach(entry -> usccs.add(entry.path("uscc").asText()));
    ranked = List.copyOf(usccs);
  }

  @BeforeEach
  void forget() {
    reads.forget();
  }

  @Test
  void theRowsAreFull() {
    assertThat(ranked).hasSizeGreaterThan(100);
    for (String uscc : ranked) {
      String address = "/v1/years/2025/enterprises/" + uscc + "/profile";
      assertThat(golden.api.json(address, golden.api.bureau()).path("indicators")).hasSize(35);
    }
  }

  @Test
  void aPublicScoreIsOneReadOfOneUnitAtMost() {
    var costs = new ArrayList<CountedReads.Read>();
    for (String uscc : ranked) {
      reads.forget();
      assertThat(get("/v1/years/2025/enterprises/" + uscc, "", "").getStatusCode()).isEqualTo(200);
      assertThat(reads.made()).as(uscc).hasSize(1);
      costs.addAll(reads.made());
    }
    assertThat(costs)
        .hasSizeGreaterThan(100)
        .allSatisfy(
            read -> {
              assertThat(read.operation()).isEqualTo("GetItem");
              assertThat(read.units()).isBetween(0.5, 1.0);
            });
  }

  @Test
  void aPageOfTheRankingIsOneRead() {
    JsonNode page = body(get(RANKING, "limit=100", ""));
    assertThat(page.path("items")).hasSize(100);
    assertThat(reads.made()).extracting(CountedReads.Read::operation).containsExactly("GetItem");
    reads.forget();
    JsonNode rest = body(get(RANKING, "limit=100&cursor=" + page.path("nextCursor").asText(), ""));
    assertThat(rest.path("items")).hasSize(ranked.size() - 100);
    assertThat(reads.made()).extracting(CountedReads.Read::operation).containsExactly("GetItem");
  }

  @Test
  void whatHasNotChangedIsNotRead() {
    for (String address : List.of(RANKING, "/v1/years/2025/enterprises/" + ranked.getFirst())) {
      String tag = get(address, "", "").getHeaders().getOrDefault("ETag", "");
      reads.forget();
      assertThat(get(address, "", tag).getStatusCode()).isEqualTo(304);
      assertThat(reads.made()).as(address).isEmpty();
    }
  }

  private APIGatewayV2HTTPResponse get(String path, String query, String tag) {
    ApiCall call = ApiCall.get(path + "?" + query);
    return (tag.isEmpty() ? call : call.header("if-none-match", tag)).to(lookup::handleRequest);
  }

  private static JsonNode body(APIGatewayV2HTTPResponse response) {
    assertThat(response.getStatusCode()).isEqualTo(200);
    return ApiClient.read(response.getBody());
  }
}

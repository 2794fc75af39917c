package innovation.points.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/years, GET /v1/years",
    "GET, /v1/datasets/trade/template.csv, GET /v1/datasets/{id}/template.csv",
    "GET, /v1/enterprises/91350100M000100Y43/history, GET /v1/enterprises/{uscc}/history",
    "POST, /v1/years/2025/recomputations, POST /v1/years/{year}/recomputations",
    "GET, /v1/years/2025/recomputations/r1, GET /v1/years/{year}/recomputations/{id}",
    "DELETE, /v1/years, $default",
    "HEAD, /v1/years, HEAD /v1/years",
    "GET, /v1/years/, $default",
    "GET, /v1/years//rankings, $default",
    "GET, /, $default",
    "GET, /rankings/2025, $default",
  })
  void theRouteOfARequest(String method, String path, String route) {
    assertThat(Routes.match(method, path).route().key()).isEqualTo(route);
  }

  @Test
  void variablesAreNamed() {
    assertThat(Routes.match("GET", "/v1/years/2025/enterprises/91350100M000100Y43").parameters())
        .isEqualTo(Map.of("year", "2025", "uscc", "91350100M000100Y43"));
  }

  @Test
  void everyRouteIsThereOnce() {
    assertThat(Routes.all().stream().map(Routes.Route::key)).doesNotHaveDuplicates();
  }
}

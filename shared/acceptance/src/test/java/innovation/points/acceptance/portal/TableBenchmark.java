package innovation.points.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How long a table of 5 000 rows takes from a keystroke to the paint, in Chromium. Run by hand: the
 * figure is of the machine.
 */
@PortalTest
class TableBenchmark {
  private static final int ROWS = 5_000;
  private static final int KEYS = 20;

  private static final String LINE =
      """
      {"uscc":"%018d","name":"企业%d科技有限公司","year":2025,"generation":null,"status":"scored",\
      "stage":"%s","total":%.2f,"categories":{"technology":50.5,"growth":40.25,"auxiliary":30},\
      "rank":null,"rulebook":"xinxiang-2022-110","industry":"C34","cluster":"高端装备制造",\
      "coverage":0.93,"evaluatedAt":"2026-01-01T00:00:00Z"}\
      """;

  private static final String KEYSTROKE =
      """
      async (text) => {
        const search = document.querySelector('#scores-search');
        search.value = text;
        const start = performance.now();
        search.dispatchEvent(new Event('input'));
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        return performance.now() - start;
      }
      """;

  @Test
  void keystrokeIsPaintedWithinATenthOfASecond(Portal portal) {
    String lines =
        IntStream.range(0, ROWS)
            .mapToObj(
                row ->
                    String.format(
                        Locale.ROOT,
                        LINE,
                        row,
                        row,
                        List.of("startup", "growth", "mature").get(row % 3),
                        row * 7919 % 10_000 / 100.0))
            .collect(Collectors.joining("\n"));
    try (Visitor visitor = portal.bureau()) {
      var requests = new AtomicInteger();
      visitor
          .page()
          .route(
              "**/scores?**",
              route -> {
                requests.incrementAndGet();
                route.fulfill(
                    new Route.FulfillOptions()
                        .setContentType("application/x-ndjson")
                        .setBody(lines));
              });
      Page page = visitor.open("/draft");
      assertThat(page.locator("#scores-count").innerText()).isEqualTo("共 5,000 行");
      assertThat(requests).hasValue(1);
      var times = new ArrayList<Double>();
      for (int key = 0; key < KEYS; key++) {
        times.add(((Number) page.evaluate(KEYSTROKE, "企业" + key)).doubleValue());
      }
      Collections.sort(times);
      System.out.printf(
          Locale.ROOT,
          "%d rows, keystroke to paint: median %.1f ms, slowest %.1f ms%n",
          ROWS,
          times.get(KEYS / 2),
          times.getLast());
      assertThat(times.get(KEYS / 2)).isLessThan(100);
    }
  }
}

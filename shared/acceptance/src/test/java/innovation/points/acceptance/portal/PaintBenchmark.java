package innovation.points.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * When the largest part of the first page is painted, beside a page without scripts that shows the
 * same, of as many bytes. Run by hand: the figure is of the machine.
 */
@PortalTest
class PaintBenchmark {
  private static final int LOADS = Integer.getInteger("loads", 15);

  private static final String LARGEST =
      """
      () => new Promise((done) => {
        new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
          .observe({ type: 'largest-contentful-paint', buffered: true });
      })
      """;

  private static final String BYTES =
      """
      () => ['navigation', 'resource']
        .flatMap((kind) => performance.getEntriesByType(kind))
        .reduce((sum, one) => sum + one.encodedBodySize, 0)
      """;

  private static final String SHOWN =
      """
      () => {
        const style = [...document.styleSheets]
          .flatMap((sheet) => [...sheet.cssRules])
          .map((rule) => rule.cssText)
          .join('\\n');
        const html = document.documentElement.outerHTML
          .replace(/<script[^]*?<\\/script>|<link[^>]*>/g, '')
          .replace('</head>', () => '<style>' + style + '</style></head>');
        return '<!doctype html>' + html;
      }
      """;

  @Test
  void firstPageIsPaintedSoonAfterAStaticOne(Portal portal) throws IOException {
    String shown;
    int bytes;
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/");
      shown = (String) page.evaluate(SHOWN);
      bytes = ((Number) page.evaluate(BYTES)).intValue();
    }
    byte[] plain = padded(shown, bytes);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, plain.length);
          exchange.getResponseBody().write(plain);
          exchange.close();
        });
    server.start();
    var first = new double[LOADS];
    var still = new double[LOADS];
    try {
      String address = "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
      for (int load = 0; load < LOADS; load++) {
        try (Visitor visitor = portal.anybody()) {
          first[load] = painted(visitor.open("/"));
        }
        try (Page page = portal.browser().newPage()) {
          page.navigate(address);
          still[load] = painted(page);
        }
      }
    } finally {
      server.stop(0);
    }
    System.out.printf(
        Locale.ROOT,
        "%d bytes, %d loads: largest paint after %.0f ms, of the static page %.0f ms, %.2f times%n",
        bytes,
        LOADS,
        median(first),
        median(still),
        median(first) / median(still));
    assertThat(median(first)).isPositive();
  }

  /** What is shown, filled up with a comment. */
  private static byte[] padded(String shown, int bytes) {
    int length = shown.getBytes(StandardCharsets.UTF_8).length;
    String padding = "x".repeat(Math.max(0, bytes - length - "<!---->".length()));
    return (shown + "<!--" + padding + "-->").getBytes(StandardCharsets.UTF_8);
  }

  private static double painted(Page page) {
    return ((Number) page.evaluate(LARGEST)).doubleValue();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}

package innovation.points.acceptance.portal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * When the largest part of the first page is painted, beside a page without scripts that shows the
 * same, of as many bytes. Run by hand: the figure is of the machine.
 */
@PortalTest
class PaintBenchmark {
  private static final int LOADS = Integer.getInteger("loads", 15);

  private static final Browser.NewPageOptions DESK =
      new Browser.NewPageOptions().setViewportSize(1440, 900);

  /** What its paint may take, in times of the static page's. */
  private static final double MOST = 1.5;

  /** The largest part when nothing more is painted. */
  private static final String LARGEST =
      """
      () => new Promise((done) => {
        let largest;
        new PerformanceObserver((list) => (largest = list.getEntries().at(-1)))
          .observe({ type: 'largest-contentful-paint', buffered: true });
        setTimeout(() => done({
          after: largest.startTime,
          what: `${largest.element?.outerHTML.slice(0, 60) ?? 'what is replaced'} of ${largest.size} pixels`,
        }), 300);
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
          // A page of another group starts in a process of its own, as the first page does.
          exchange.getResponseHeaders().add("Cross-Origin-Opener-Policy", "same-origin");
          exchange.sendResponseHeaders(200, plain.length);
          exchange.getResponseBody().write(plain);
          exchange.close();
        });
    server.start();
    var first = new Painted[LOADS];
    var still = new Painted[LOADS];
    try {
      String address = "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
      for (int load = 0; load < LOADS; load++) {
        first[load] = painted(portal, portal.api().address().toString());
        still[load] = painted(portal, address);
      }
    } finally {
      server.stop(0);
    }
    System.out.printf(
        Locale.ROOT,
        "%d bytes, %d loads: %s after %.0f ms, of the static page %s after %.0f ms, %.2f times%n",
        bytes,
        LOADS,
        first[0].what(),
        median(first),
        still[0].what(),
        median(still),
        median(first) / median(still));
    assertThat(median(first) / median(still)).isLessThanOrEqualTo(MOST);
  }

  /** What is shown, filled up with a comment. */
  private static byte[] padded(String shown, int bytes) {
    int length = shown.getBytes(StandardCharsets.UTF_8).length;
    String padding = "x".repeat(Math.max(0, bytes - length - "<!---->".length()));
    return (shown + "<!--" + padding + "-->").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The largest part.
   *
   * @param after milliseconds since the page was asked for
   * @param what the element's beginning, and its size
   */
  private record Painted(double after, String what) {}

  private static Painted painted(Portal portal, String address) {
    try (Page page = portal.browser().newPage(DESK)) {
      page.navigate(address);
      page.waitForSelector("#main[aria-busy=false]");
      var largest = (Map<?, ?>) page.evaluate(LARGEST);
      var after = (Number) requireNonNull(largest.get("after"));
      return new Painted(after.doubleValue(), String.valueOf(largest.get("what")));
    }
  }

  private static double median(Painted[] paints) {
    return Stream.of(paints).mapToDouble(Painted::after).sorted().toArray()[paints.length / 2];
  }
}

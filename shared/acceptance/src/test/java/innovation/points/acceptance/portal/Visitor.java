package innovation.points.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visitor with a browser window. Closing it fails on console errors and requests to other hosts.
 */
public final class Visitor implements AutoCloseable {

  private static final int WIDTH = 1440;
  private static final int HEIGHT = 900;

  /** Milliseconds; a machine that does other work besides is several times slower. */
  private static final int PATIENCE = 90_000;

  private final Portal portal;
  private final BrowserContext context;
  private final Page page;
  private final List<String> errors = new ArrayList<>();
  private final List<String> foreign = new ArrayList<>();
  private @Nullable String expected;

  Visitor(Portal portal, Browser browser, @Nullable String token) {
    this.portal = portal;
    this.context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(portal.api().address().toString())
                .setLocale("zh-CN")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(WIDTH, HEIGHT));
    context.setDefaultTimeout(PATIENCE);
    if (token != null) {
      context.addInitScript("localStorage.setItem('session', '" + token + "')");
    }
    this.page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            errors.add(message.text());
          }
        });
    page.onPageError(errors::add);
    page.onRequest(
        request -> {
          if (isForeign(URI.create(request.url()))) {
            foreign.add(request.url());
          }
        });
  }

  private boolean isForeign(URI address) {
    return List.of("http", "https").contains(address.getScheme())
        && !address.getAuthority().equals(portal.api().address().getAuthority())
        && !address.getAuthority().equals(portal.api().bucket().getAuthority());
  }

  /** A console message that is expected after an intended refusal. */
  public Visitor expecting(String text) {
    expected = text;
    return this;
  }

  public Page page() {
    return page;
  }

  /** Opens a page and waits until it is complete. */
  public Page open(String path) {
    page.navigate(path);
    settled();
    return page;
  }

  /** Waits until the page has received its data. */
  public void settled() {
    page.waitForSelector("#main[aria-busy=false]");
  }

  /** Types into a field and loads the page anew: what was typed is there again. */
  public void typeAndReload(String field, String text) {
    page.fill(field, text);
    page.reload();
    settled();
    page.locator(field).waitFor();
    assertThat(page.inputValue(field)).as("%s after a reload", field).isEqualTo(text);
  }

  /** The texts of a table's body, row by row. */
  public static List<List<String>> rows(Locator table) {
    return table.locator("tbody tr").all().stream()
        .map(row -> row.locator("th, td").allInnerTexts().stream().map(String::strip).toList())
        .toList();
  }

  /** Fails on errors since the last call, and clears them. */
  void verify() {
    var asked = List.copyOf(foreign);
    var said = List.copyOf(errors);
    foreign.clear();
    errors.clear();
    assertThat(asked).as("requests to other hosts").isEmpty();
    String allowed = expected;
    assertThat(said)
        .as("errors in the console")
        .allMatch(error -> allowed != null && error.contains(allowed));
  }

  @Override
  public void close() {
    context.close();
    verify();
  }
}

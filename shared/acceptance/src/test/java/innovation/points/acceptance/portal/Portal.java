package innovation.points.acceptance.portal;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import innovation.points.acceptance.stack.SampleStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sample zone and a browser, started once for all tests of a run. */
public final class Portal implements AutoCloseable {

  private final SampleStack stack;
  private final Playwright playwright;
  private final Browser browser;

  Portal(Path chromium) throws Exception {
    this(chromium, new SampleStack());
  }

  private Portal(Path chromium, SampleStack stack) {
    this.stack = stack;
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    // As root in a container, Chromium cannot use its sandbox.
                    .setArgs(List.of("--no-sandbox")));
  }

  /**
   * Chromium as installed by distributions, or as named by {@code CHROMIUM}. The one without
   * windows shows the same pages for half of the processor time.
   */
  static Optional<Path> chromium() {
    return Stream.concat(
            Stream.ofNullable(System.getenv("CHROMIUM")),
            Stream.of(
                "/usr/bin/chromium-headless-shell",
                "/usr/bin/chromium",
                "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome"))
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A browser for another stack. */
  public static Portal of(SampleStack stack) {
    return new Portal(chromium().orElseThrow(), stack);
  }

  public SampleStack api() {
    return stack;
  }

  Browser browser() {
    return browser;
  }

  /** The token of a visitor; an enterprise is the one shown. */
  public @Nullable String token(Who who, String uscc) {
    return switch (who) {
      case ANYBODY -> null;
      case UNASSIGNED -> stack.token(List.of(), null, null);
      case ENTERPRISE -> stack.token(List.of("enterprise"), null, uscc);
      case DEPARTMENT -> stack.token(List.of("department"), PageTable.DEPARTMENT, null);
      case BUREAU -> stack.bureau();
      case APPROVER -> stack.token(List.of("approver"), null, null);
      case AUDITOR -> stack.token(List.of("auditor"), null, null);
      case BANK -> stack.bankWithGrantOf(uscc);
    };
  }

  public Visitor visitor(Who who, String uscc) {
    return new Visitor(this, browser, token(who, uscc));
  }

  public Visitor anybody() {
    return new Visitor(this, browser, null);
  }

  public Visitor bureau() {
    return new Visitor(this, browser, stack.bureau());
  }

  public Visitor approver() {
    return new Visitor(this, browser, stack.token(List.of("approver"), null, null));
  }

  /** A person by name, of one group. */
  public Visitor person(String sub, String name, String group) {
    return new Visitor(this, browser, stack.person(sub, name, group));
  }

  /** A person of a department, by name. */
  public Visitor officer(String sub, String name, String department) {
    return new Visitor(this, browser, stack.officer(sub, name, department));
  }

  public Visitor department(String id) {
    return new Visitor(this, browser, stack.token(List.of("department"), id, null));
  }

  public Visitor enterprise(String uscc) {
    return new Visitor(this, browser, stack.token(List.of("enterprise"), null, uscc));
  }

  @Override
  public void close() {
    playwright.close();
    stack.close();
  }
}

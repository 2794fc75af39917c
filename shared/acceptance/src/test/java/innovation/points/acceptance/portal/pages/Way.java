package innovation.points.acceptance.portal.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import innovation.points.acceptance.portal.Visitor;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A person's way through the pages, from the one where the day begins. Every press of a button,
 * link, tick or choice is counted, and choosing a file; typing is not.
 */
final class Way {

  private static final int MOST_CLICKS = 12;

  /** The clicks of all tasks that were done, by who did them. */
  private static final Map<String, Map<String, Integer>> DONE = new TreeMap<>();

  final Page page;
  private final Visitor visitor;
  private int clicks;

  Way(Visitor visitor, String from) {
    this.visitor = visitor;
    this.page = visitor.open(from);
  }

  Way click(String what) {
    page.locator(what).first().click();
    clicks++;
    return this;
  }

  /** Moves a slider, which is a press too. */
  Way press(String slider, String key) {
    page.locator(slider).press(key);
    clicks++;
    return this;
  }

  Way choose(String field, String value) {
    page.selectOption(field, value);
    clicks++;
    return this;
  }

  Way choose(Locator field, String label) {
    field.selectOption(label);
    clicks++;
    return this;
  }

  Way type(String field, String text) {
    page.fill(field, text);
    return this;
  }

  Way file(String field, String name, String text) {
    page.setInputFiles(field, new FilePayload(name, type(name), text.getBytes(UTF_8)));
    clicks++;
    return this;
  }

  private static String type(String name) {
    return name.endsWith(".pdf") ? "application/pdf" : "text/csv";
  }

  Way arrives(String address) {
    page.waitForURL(address);
    visitor.settled();
    return this;
  }

  /** Waits until a place of the page says something. */
  Way reads(String place, String text) {
    page.locator(place + ":has-text('" + text + "')").first().waitFor();
    return this;
  }

  String text(String place) {
    page.locator(place).first().waitFor();
    return page.locator(place).first().innerText();
  }

  /**
   * The task is done.
   *
   * @param who did it
   */
  void done(String who, String task) {
    DONE.computeIfAbsent(who, _ -> new TreeMap<>()).put(task, clicks);
    assertThat(clicks).as(task).isLessThanOrEqualTo(MOST_CLICKS);
  }

  /** The table of {@code docs/performance.md}, where it is asked for by {@code -Dprint=true}. */
  static void print() {
    if (Boolean.getBoolean("print")) {
      System.out.println(
          DONE.entrySet().stream()
              .flatMap(
                  who ->
                      who.getValue().entrySet().stream()
                          .map(
                              task ->
                                  "| %s | %s | %d |"
                                      .formatted(who.getKey(), task.getKey(), task.getValue())))
              .collect(Collectors.joining("\n", "| who | task | clicks |\n|---|---|---|\n", "")));
    }
  }
}

package innovation.points.acceptance.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.acceptance.portal.Portal;
import innovation.points.acceptance.portal.PortalTest;
import innovation.points.acceptance.portal.Visitor;
import innovation.points.acceptance.stack.SampleStack;
import innovation.points.local.LocalSettings;
import innovation.points.scoring.disclosure.Disclosure;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The public pages where not all of a publication is public: whole, and nothing secret on them. */
@Tag("full")
@PortalTest
class DisclosurePagesTest {

  private static final List<String> PAGES =
      List.of("/", "/ranking", "/lists", "/screen", "/data", "/report", "/letters", "/rules");

  @Test
  void nothingIsBrokenAndNothingSecretShown(@TempDir Path data) throws Exception {
    LocalSettings kept = LocalSettings.empty().withData(data);
    new SampleStack(kept, List.of(2024)).close();
    for (String what : List.of("lists", "top-10", "stage")) {
      LocalSettings settings = kept.withDisclosure(Disclosure.of(what));
      try (Portal portal = Portal.of(new SampleStack(settings, List.of()))) {
        visit(portal, what);
      }
    }
  }

  private static void visit(Portal portal, String what) {
    List<JsonNode> ranked =
        portal
            .api()
            .items("/v1/years/2024/scores?edition=published", portal.api().bureau())
            .stream()
            .filter(score -> score.path("rank").isObject())
            .sorted(Comparator.comparingInt(score -> score.at("/rank/overall").asInt()))
            .toList();
    JsonNode best = ranked.getFirst();
    JsonNode last = ranked.getLast();
    try (Visitor visitor = portal.anybody().expecting("404")) {
      for (String path : PAGES) {
        String shown = visitor.open(path).locator("#main").innerText();
        assertThat(shown)
            .as("%s under %s", path, what)
            .doesNotContainPattern(figure(last))
            .doesNotContainPattern("undefined|NaN|null|\\[object");
        if (!what.startsWith("top-")) {
          assertThat(shown).as("%s under %s", path, what).doesNotContainPattern(figure(best));
        }
      }
      for (JsonNode one : List.of(best, last)) {
        String card =
            visitor.open("/enterprises/" + one.path("uscc").asText()).locator("#main").innerText();
        boolean isShown = what.startsWith("top-") && one.equals(best);
        assertThat(card.contains(points(one)))
            .as("card under %s: %s", what, card)
            .isEqualTo(isShown);
      }
    }
    try (Visitor visitor = portal.anybody().expecting("404")) {
      assertThat(visitor.open("/report").locator("#main").innerText())
          .contains("2024 年度的全部结果文件和监测分析报告不公开；公开的部分见企业排名");
    }
    try (Visitor own = portal.enterprise(last.path("uscc").asText())) {
      assertThat(own.open("/portrait").locator("#main").innerText()).contains(points(last));
    }
  }

  /** Its total as a figure of its own: a time or a version may have the same digits in it. */
  private static String figure(JsonNode score) {
    return "(?<![0-9.])" + Pattern.quote(points(score)) + "(?![0-9])";
  }

  private static String points(JsonNode score) {
    return String.format(Locale.ROOT, "%.2f", score.path("total").asDouble());
  }
}

package innovation.points.acceptance.portal;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Properties;

/** Runs axe-core on a page. */
final class Axe {

  private Axe() {}

  /** The serious and critical findings: the rule and the place. */
  static List<String> violations(Page page) throws IOException {
    return run(
        page, "{ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] }");
  }

  /** The findings on contrast only, which another colour scheme can cause. */
  static List<String> contrast(Page page) throws IOException {
    return run(
        page, "{ runOnly: ['color-contrast', 'html-has-lang'], resultTypes: ['violations'] }");
  }

  /** The findings that the window's width can cause. */
  static List<String> layout(Page page) throws IOException {
    return run(
        page,
        """
        {
          runOnly: ['scrollable-region-focusable', 'target-size', 'link-in-text-block', 'html-has-lang'],
          rules: { 'target-size': { enabled: true } },
          resultTypes: ['violations'],
        }
        """);
  }

  @SuppressWarnings("unchecked") // what the script returns: a list of texts
  private static List<String> run(Page page, String options) throws IOException {
    if (!(Boolean) page.evaluate("'axe' in window")) {
      var properties = new Properties();
      properties.load(
          new StringReader(
              PortalResources.text("/META-INF/maven/org.webjars.npm/axe-core/pom.properties")));
      page.evaluate(
          PortalResources.text(
              "/META-INF/resources/webjars/axe-core/%s/axe.min.js"
                  .formatted(properties.getProperty("version"))));
    }
    return (List<String>)
        page.evaluate(
            """
            async () => {
              const { violations, passes } = await axe.run(%s);
              if (passes.length === 0) {
                throw new Error('axe has checked nothing');
              }
              return violations
              .filter(({ impact }) => impact === 'serious' || impact === 'critical')
              .flatMap(({ id, nodes }) => nodes.map((node) => id + ' ' + node.target + ' ' + node.failureSummary));
            }
            """
                .formatted(options));
  }
}

package innovation.points.acceptance.portal;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Provides tests with the portal they share; skips them without Chromium. */
final class WithPortal implements BeforeAllCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(WithPortal.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    Assumptions.assumeTrue(
        Portal.chromium().isPresent(),
        "no Chromium here: install the package chromium-headless-shell or chromium, or name one in"
            + " CHROMIUM");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Portal.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    boolean pages = context.getRequiredTestClass().isAnnotationPresent(PageTest.class);
    // The root's store closes it at the end of the run.
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(
            pages ? "pages" : "portal", _ -> start(Portal.chromium().orElseThrow()), Portal.class);
  }

  private static Portal start(Path chromium) {
    try {
      return new Portal(chromium);
    } catch (Exception e) {
      throw new IllegalStateException("the portal has not started", e);
    }
  }
}

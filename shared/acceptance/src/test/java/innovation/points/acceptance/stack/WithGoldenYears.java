package innovation.points.acceptance.stack;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Provides tests with the stack that those of {@link GoldenYearsTest} share. */
final class WithGoldenYears implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(WithGoldenYears.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == GoldenStack.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    // The root's store closes it at the end of the run.
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent("golden", _ -> start(), GoldenStack.class);
  }

  private static GoldenStack start() {
    var golden = new GoldenStack();
    try {
      golden.upload();
      golden.publish(2024);
      golden.publish(2025);
      return golden;
    } catch (Exception e) {
      golden.close();
      throw new IllegalStateException("the golden years are not published", e);
    }
  }
}

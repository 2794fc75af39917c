package innovation.points.web.route;

/** What answers one or more calls of the API. */
@FunctionalInterface
public interface Calls {

  /**
   * Serves its calls.
   *
   * @throws IllegalArgumentException where {@code routes.yaml} does not declare one of them for the
   *     function
   */
  void bind(FunctionRoutes routes);
}

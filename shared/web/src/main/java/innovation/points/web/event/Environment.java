package innovation.points.web.event;

import java.util.Map;

/** The environment variables of a function, as the template sets them. */
public final class Environment {

  private Environment() {}

  /**
   * The value of a variable that the function cannot work without.
   *
   * @throws IllegalStateException where it is not set, or blank
   */
  public static String required(Map<String, String> variables, String name) {
    String value = variables.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          "expected the environment variable "
              + name
              + ", found none: set it in the function's Environment in template.yaml");
    }
    return value;
  }
}

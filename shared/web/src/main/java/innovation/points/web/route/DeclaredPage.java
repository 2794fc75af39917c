package innovation.points.web.route;

import innovation.points.web.access.Access;
import java.util.List;

/**
 * A page of the portal as {@code routes.yaml} declares it.
 *
 * @param path it is served under; {@code {uscc}} stands for the code of an enterprise, {@code {id}}
 *     for an id
 * @param script what fills it, under the portal's assets
 * @param label its title in the navigation
 * @param description what search engines show, in Chinese
 * @param access who may see it
 * @param menu in whose navigation it stands: names of roles, or {@code public}
 */
public record DeclaredPage(
    String path,
    String script,
    Title title,
    Title label,
    String description,
    Access access,
    List<String> menu) {

  /** A title in both languages. */
  public record Title(String zh, String en) {}

  public DeclaredPage {
    menu = List.copyOf(menu);
  }
}

package innovation.points.lookup.portrait;

import java.util.Map;

/** Which results of a year. */
public enum Edition {
  DRAFT("draft"),
  PUBLISHED("published");

  public static final Map<String, Edition> NAMES = Map.of("draft", DRAFT, "published", PUBLISHED);

  private final String id;

  Edition(String id) {
    this.id = id;
  }

  /** As the API spells it. */
  public String id() {
    return id;
  }
}

package innovation.points.lookup;

import java.util.Map;

/** Which results of a year. */
enum Edition {
  DRAFT("draft"),
  PUBLISHED("published");

  static final Map<String, Edition> NAMES = Map.of("draft", DRAFT, "published", PUBLISHED);

  private final String id;

  Edition(String id) {
    this.id = id;
  }

  /** As the API spells it. */
  String id() {
    return id;
  }
}

package innovation.points.scoring.allocation;

import java.util.Arrays;
import java.util.Optional;

/** How much those who are on the list are given, relative to each other. */
public enum AllocationMethod {
  /** All the same. */
  PLACES("places", "按名额均分"),
  /** In proportion to the published totals. */
  SHARE_OF_POINTS("share-of-points", "按积分占比"),
  /** In proportion to the weight of the tier that the place is in. */
  TIERS("tiers", "按名次分档");

  private final String id;
  private final String title;

  AllocationMethod(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** As the API spells it. */
  public String id() {
    return id;
  }

  /** In Chinese. */
  public String title() {
    return title;
  }

  /** The method with an id, if there is one. */
  public static Optional<AllocationMethod> of(String id) {
    return Arrays.stream(values()).filter(method -> method.id.equals(id)).findFirst();
  }
}

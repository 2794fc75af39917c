package innovation.points.lookup.lists;

import innovation.points.scoring.rulebook.Rulebook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the zone offers the enterprises of a stage (五(三)).
 *
 * @param cite the article of the document; null where the rulebook's owner settled it
 * @param items as the document says it
 */
public record StageServices(@Nullable String cite, List<String> items) {

  /** By the rules of a year; null where they say nothing of the stage. */
  public static @Nullable StageServices of(Rulebook rulebook, String stage) {
    Rulebook.Services services = rulebook.services(stage);
    return services == null ? null : new StageServices(services.basis().cite(), services.items());
  }
}

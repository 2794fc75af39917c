package innovation.points.store.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.scoring.disclosure.Statistics.Bin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a group of ranked enterprises, as contract §1 shows them; null where the group is
 * suppressed.
 *
 * @param quartiles first, second (the median) and third
 * @param histogram occupied bins; null where they would disclose fewer than three enterprises
 * @param suppressed whether it has fewer than three enterprises or is needed to hide such a group
 */
public record GroupFigures(
    @Nullable Integer enterprises,
    @Nullable Double mean,
    @Nullable Double median,
    @Nullable List<Double> quartiles,
    @Nullable List<Bin> histogram,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean suppressed) {

  static final GroupFigures SUPPRESSED = new GroupFigures(null, null, null, null, null, true);

  /** Its number alone. */
  public GroupFigures counted() {
    return new GroupFigures(enterprises, null, null, null, null, true);
  }
}

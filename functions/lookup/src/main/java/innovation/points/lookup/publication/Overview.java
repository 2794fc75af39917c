package innovation.points.lookup.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ranked enterprises of a published year in figures, with the year before beside them.
 *
 * @param before the published year before; null where there is none
 * @param all every ranked enterprise
 * @param stages by stage id, {@code clusters} by 主导产业, {@code industries} by division
 */
public record Overview(
    int year,
    String generation,
    @Nullable Before before,
    Row all,
    List<Group> stages,
    List<Group> clusters,
    List<Group> industries) {

  /** Which publication the year before is. */
  record Before(int year, String generation) {}

  /** A figure of this year and of the year before; null where that year has no such group. */
  record Row(@Nullable Cell now, @Nullable Cell before) {}

  /**
   * One group.
   *
   * @param id of the stage, cluster or division; null for those without one
   */
  record Group(@Nullable String id, @Nullable Cell now, @Nullable Cell before) {}

  /**
   * What is said of a group: all null where it is suppressed.
   *
   * @param quartiles first, second (the median) and third
   * @param histogram bins with enterprises in them; null where they would tell of fewer than three
   * @param suppressed fewer than three enterprises, or needed to hide such a group
   */
  record Cell(
      @Nullable Integer enterprises,
      @Nullable Double mean,
      @Nullable Double median,
      @Nullable List<Double> quartiles,
      @Nullable List<Bin> histogram,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean suppressed) {
    static final Cell SUPPRESSED = new Cell(null, null, null, null, null, true);
  }

  /** Totals from (in) to (out), and how many enterprises have one there. */
  public record Bin(int from, int to, int enterprises) {}
}

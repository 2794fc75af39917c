package innovation.points.lookup.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a published year's ranked enterprises, with those of the year before.
 *
 * @param before the published year before; null where there is none
 * @param notPublished enterprises of the roster without a public score; null under three
 * @param all all ranked enterprises
 * @param stages by stage id, {@code clusters} by 主导产业, {@code industries} by division
 */
public record Overview(
    int year,
    String generation,
    @Nullable Before before,
    @Nullable Integer notPublished,
    Row all,
    List<Group> stages,
    List<Group> clusters,
    List<Group> industries) {

  /** The publication of the year before. */
  record Before(int year, String generation) {}

  /** The figures of this year and the year before; null where a year has no such group. */
  record Row(@Nullable Cell now, @Nullable Cell before) {}

  /**
   * A group of enterprises.
   *
   * @param id of the stage, cluster or division; null for the enterprises without one
   */
  record Group(@Nullable String id, @Nullable Cell now, @Nullable Cell before) {}

  /**
   * The figures of a group; null where it is suppressed, but for the number where that is public.
   *
   * @param quartiles first, second (the median) and third
   * @param histogram occupied bins; null where they would disclose fewer than three enterprises
   * @param suppressed whether it has fewer than three enterprises or is needed to hide such a group
   */
  record Cell(
      @Nullable Integer enterprises,
      @Nullable Double mean,
      @Nullable Double median,
      @Nullable List<Double> quartiles,
      @Nullable List<Bin> histogram,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean suppressed) {
    static final Cell SUPPRESSED = new Cell(null, null, null, null, null, true);

    /** Its number alone. */
    Cell counted() {
      return new Cell(enterprises, null, null, null, null, true);
    }
  }

  /**
   * A range of totals, {@code from} inclusive and {@code to} exclusive, and its number of
   * enterprises.
   */
  public record Bin(int from, int to, int enterprises) {}
}

package innovation.points.lookup.publication;

import innovation.points.store.publication.GroupFigures;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a published year's ranked enterprises, with those of the year before.
 *
 * @param before the published year before; null where there is none
 * @param notPublished enterprises of the roster without a public score; null under three
 * @param all all ranked enterprises
 * @param stages by stage id, {@code clusters} by 主导产业, {@code industries} by division, {@code
 *     parks} by 所属园区
 */
public record Overview(
    int year,
    String generation,
    @Nullable Before before,
    @Nullable Integer notPublished,
    Row all,
    List<Group> stages,
    List<Group> clusters,
    List<Group> industries,
    List<Park> parks) {

  /** The publication of the year before. */
  record Before(int year, String generation) {}

  /** The figures of this year and the year before; null where a year has no such group. */
  record Row(@Nullable GroupFigures now, @Nullable GroupFigures before) {}

  /**
   * A group of enterprises.
   *
   * @param id of the stage, cluster or division; null for the enterprises without one
   */
  record Group(@Nullable String id, @Nullable GroupFigures now, @Nullable GroupFigures before) {}

  /**
   * A park.
   *
   * @param id its name; null for the enterprises without one
   * @param top the best total; null where the park is suppressed or totals are not public
   * @param stages how many are in each stage, by id; null where top is
   */
  record Park(
      @Nullable String id,
      @Nullable GroupFigures now,
      @Nullable GroupFigures before,
      @Nullable Double top,
      @Nullable SortedMap<String, Integer> stages) {}
}

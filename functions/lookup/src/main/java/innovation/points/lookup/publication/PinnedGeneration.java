package innovation.points.lookup.publication;

import innovation.points.store.publication.Pointer;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Request;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The generation that an address may name: {@code ?generation=}. What is at such an address never
 * changes, so that it may be kept for long; once the generation is no longer in force, it is gone.
 *
 * @param name as the address names it; empty where it does not
 */
record PinnedGeneration(Optional<String> name) {

  private static final String PARAMETER = "generation";
  private static final Pattern FORM = Pattern.compile("[0-9A-Za-z.-]{1,64}");

  static PinnedGeneration of(Parameters parameters) {
    return new PinnedGeneration(parameters.text(PARAMETER, FORM, "公布结果的批次编号（generation）"));
  }

  /**
   * For how long an answer may be kept.
   *
   * @throws ProblemException 410 where another generation is in force
   */
  Caching caching(Pointer pointer, Request request) {
    if (name.isEmpty()) {
      return Caching.PUBLIC;
    }
    if (!name.get().equals(pointer.generation())) {
      throw new ProblemException(
          Problem.gone(
              "%d 年度现行的公布结果是 %s，%s 不是现行结果；请去掉参数 generation 后重新查询"
                  .formatted(pointer.year(), pointer.generation(), name.get()),
              request.address(PARAMETER, pointer.generation())));
    }
    return Caching.IMMUTABLE;
  }
}

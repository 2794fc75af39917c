package innovation.points.upload.status;

import innovation.points.scoring.disclosure.Disclosure;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.Publications;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Request;

/**
 * The files of published years, which hold the whole: they are handed out only where all of a
 * publication is public. The bureau has them in the bucket in any case.
 */
public final class WholeYears {

  private final Publications publications;
  private final Disclosure disclosure;

  public WholeYears(Publications publications, Disclosure disclosure) {
    this.publications = publications;
    this.disclosure = disclosure;
  }

  /**
   * The publication of the year that a request names.
   *
   * @throws ProblemException 404 where there is none, or its files are not public
   */
  Pointer pointer(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    parameters.verify();
    Pointer pointer =
        publications
            .of(year)
            .orElseThrow(() -> new ProblemException(Problem.notFound(year + " 年度没有已公布的积分结果")));
    if (!disclosure.isAll()) {
      throw new ProblemException(
          Problem.notFound("本区只公开部分结果，%d 年度的全部结果文件和监测分析报告不公开；公开的部分见企业排名".formatted(year)));
    }
    return pointer;
  }
}

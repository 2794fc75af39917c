package innovation.points.lookup.office;

import innovation.points.lookup.publication.Pointers;
import innovation.points.lookup.publication.Tags;
import innovation.points.scoring.diagnostics.calibration.Calibration;
import innovation.points.store.audit.Audits;
import innovation.points.store.publication.Pointer;
import innovation.points.web.http.Caching;
import innovation.points.web.http.ETag;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code GET /v1/years/{year}/diagnostics}, {@code /calibration} and {@code
 * /calibration/rulebook.yaml}: the audit the yearly run made of the published generation, copied
 * out as it is stored.
 */
public final class AuditEndpoint implements Calls {
  private static final String YAML = "application/yaml";

  private final Pointers pointers;
  private final Audits audits;

  public AuditEndpoint(Pointers pointers, Audits audits) {
    this.pointers = pointers;
    this.audits = audits;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes
        .get("/v1/years/{year}/diagnostics", this::diagnostics)
        .get("/v1/years/{year}/calibration", this::calibration)
        .get("/v1/years/{year}/calibration/rulebook.yaml", this::draft);
  }

  public Response diagnostics(Request request) {
    request.format(Format.JSON);
    return answer(request, "diagnostics", audits::diagnostics, Response::json);
  }

  public Response calibration(Request request) {
    request.format(Format.JSON);
    return answer(request, "calibration", audits::calibration, Response::json);
  }

  /** The proposed rulebook as a file, to be reviewed. */
  public Response draft(Request request) {
    return answer(request, "draft", audits::draft, AuditEndpoint::file);
  }

  private static Response file(Calibration.Draft draft) {
    return Response.text(YAML, draft.yaml()).download(draft.id() + ".yaml");
  }

  private <T> Response answer(
      Request request,
      String name,
      Function<String, Optional<T>> read,
      Function<T, Response> render) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    parameters.verify();
    Pointer pointer = pointers.of(year, request);
    ETag etag = Tags.of(pointer, name);
    if (request.has(etag)) {
      return Response.notModified(etag, Caching.PRIVATE);
    }
    return read.apply(pointer.generation())
        .map(render)
        .map(response -> response.with(etag).with(Caching.PRIVATE))
        .orElseThrow(() -> new ProblemException(Problem.notFound(missing(year, name))));
  }

  private static String missing(int year, String name) {
    return name.equals("draft")
        ? year + " 年度没有校准草案：没有可以改进的曲线，或诊断分析正在生成"
        : year + " 年度公布的结果的诊断分析正在生成，一般在公布后几分钟内完成，请稍后再试";
  }
}

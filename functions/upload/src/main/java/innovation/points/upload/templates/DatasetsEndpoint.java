package innovation.points.upload.templates;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Department;
import innovation.points.datasets.catalogue.Divisions;
import innovation.points.datasets.template.Templates;
import innovation.points.web.http.Caching;
import innovation.points.web.http.ETag;
import innovation.points.web.http.Format;
import innovation.points.web.http.Page;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.http.ShortList;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/datasets…}: the datasets, who uploads them, and their templates. */
public final class DatasetsEndpoint implements Calls {

  private final IntFunction<Catalogue> catalogues;
  private final Templates templates = new Templates();

  /** A department without its persons: the list is public. */
  record Office(String id, String name, String en) {
    static Office of(Department department) {
      return new Office(department.id(), department.name(), department.en());
    }
  }

  /**
   * What the catalogue has, in its order.
   *
   * @param divisions the names of the industry divisions by their codes
   */
  record Listing(
      List<Item> items,
      List<Office> departments,
      Map<String, String> divisions,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}

  /**
   * One dataset.
   *
   * @param en the title in English
   * @param owner the department that uploads it
   * @param shape {@code per-enterprise} or {@code line-items}
   * @param form the number of its form, by which the template names it
   * @param due until when it is due in the year after, {@code 04-30}; null where nothing is due
   * @param shared whether every department may upload it
   * @param open whether {@code public} and {@code enterprise} may upload it, too
   */
  record Item(
      String id,
      String title,
      String en,
      String owner,
      String ownerTitle,
      String shape,
      String form,
      @Nullable String due,
      boolean shared,
      boolean open,
      String schema) {
    static Item of(Dataset dataset, Catalogue catalogue) {
      return new Item(
          dataset.id(),
          dataset.title(),
          dataset.en(),
          dataset.owner(),
          catalogue.departmentName(dataset.owner()),
          dataset.shape().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          dataset.form(),
          dataset.due().map(day -> day.toString().substring(2)).orElse(null),
          dataset.shared(),
          dataset.open(),
          "/v1/datasets/" + dataset.id());
    }
  }

  private interface Template {
    void write(Dataset dataset, OutputStream out) throws IOException;
  }

  /**
   * The datasets.
   *
   * @param catalogues of the files of a year: with the zone's departments and the year's forms
   */
  public DatasetsEndpoint(IntFunction<Catalogue> catalogues) {
    this.catalogues = catalogues;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes
        .get("/v1/datasets", this::list)
        .get("/v1/datasets/{id}", this::get)
        .get("/v1/datasets/{id}/template.xlsx", this::xlsx)
        .get("/v1/datasets/{id}/template.csv", this::csv);
  }

  public Response list(Request request) {
    Parameters parameters = request.parameters();
    OptionalInt year = parameters.queryYear("year");
    var part = ShortList.of(parameters, "datasets?" + year);
    parameters.verify();
    Catalogue catalogue = catalogues.apply(year.orElse(0));
    List<Item> all =
        catalogue.datasets().stream().map(dataset -> Item.of(dataset, catalogue)).toList();
    List<Office> departments = catalogue.departments().stream().map(Office::of).toList();
    Page<Item> page = part.of(all);
    Response response =
        Response.list(
            request,
            request.lineFormat(),
            page.items(),
            page.nextCursor(),
            new Listing(page.items(), departments, Divisions.names(), page.nextCursor()));
    return response.withContentTag("datasets").with(Caching.PUBLIC);
  }

  /** The Frictionless Table Schema of one dataset. */
  public Response get(Request request) {
    return Response.json(dataset(request).schema()).withContentTag("schema").with(Caching.PUBLIC);
  }

  public Response xlsx(Request request) {
    return template(request, templates::xlsx, Format.XLSX);
  }

  public Response csv(Request request) {
    return template(request, templates::csv, Format.CSV);
  }

  private Response template(Request request, Template template, Format format) {
    Dataset dataset = dataset(request);
    var bytes = new ByteArrayOutputStream();
    try {
      template.write(dataset, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Response.bytes(format.contentType(), bytes.toByteArray())
        .download(dataset.title() + "模板." + format.extension())
        // A workbook holds the moment at which it was made: its bytes are no measure.
        .with(ETag.ofContent(dataset.schema(), "template-" + format.extension()))
        .with(Caching.PUBLIC);
  }

  /** Of the year that is asked for; without one that of a year without forms of its own. */
  private Catalogue catalogue(Request request) {
    Parameters parameters = request.parameters();
    OptionalInt year = parameters.queryYear("year");
    parameters.verify();
    return catalogues.apply(year.orElse(0));
  }

  private Dataset dataset(Request request) {
    String id = request.parameters().path("id");
    return catalogue(request)
        .dataset(id)
        .orElseThrow(() -> new ProblemException(Problem.notFound("没有这个数据集，全部数据集见 /v1/datasets")));
  }
}

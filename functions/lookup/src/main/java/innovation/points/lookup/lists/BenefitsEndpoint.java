package innovation.points.lookup.lists;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.lookup.lists.TakenBenefits.Taken;
import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.lookup.publication.ListFiles;
import innovation.points.lookup.publication.Pointers;
import innovation.points.scoring.benefit.Benefits;
import innovation.points.scoring.rulebook.Benefit;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.spreadsheet.ListTable;
import innovation.points.spreadsheet.TableCell;
import innovation.points.store.filter.OfficeFilter;
import innovation.points.store.publication.Pointer;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.RowFilter;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.table.StoredPage;
import innovation.points.web.access.Principal;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Cursor;
import innovation.points.web.http.Cursors;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/years/{year}/benefits?department=&benefit=&park=&grid=&qualification=}: who is
 * entitled to which benefits of the year's rulebook (五(二), 五(四)), and has taken them up; a
 * department's are those that it grants.
 */
public final class BenefitsEndpoint implements Calls {
  private static final List<String> TITLES =
      List.of(
          "支持", "办理部门", "统一社会信用代码", "企业名称", "阶段", "阶段排名", "阶段企业数", "所属园区", "所属网格", "享受日期", "依据");

  private final Pointers pointers;
  private final ScoresTable scores;
  private final Cursors cursors;
  private final KnownRulebooks rules;

  /** A part of the entitled enterprises, in no particular order. */
  record Listing(
      int year,
      String generation,
      List<Entitled> items,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}

  /**
   * An enterprise and what it is entitled to.
   *
   * @param rank within the stage; null where it is not ranked
   * @param rankOf how many are ranked in the stage; null with {@code rank}
   * @param taken those of the benefits that it has taken up, by the facts as they are now
   */
  record Entitled(
      String uscc,
      @Nullable String name,
      @Nullable String stage,
      @Nullable Integer rank,
      @Nullable Integer rankOf,
      @Nullable String park,
      @Nullable String grid,
      List<OpenBenefit> benefits,
      List<Taken> taken) {
    static Entitled of(ScoreRow row, List<OpenBenefit> benefits, TakenBenefits taken) {
      Card card = row.card();
      return new Entitled(
          card.uscc(),
          card.name(),
          card.stage(),
          card.rank() == null ? null : card.rank().stage(),
          card.rank() == null ? null : card.rank().stageOf(),
          row.park(),
          row.grid(),
          benefits,
          taken.taken(id -> benefits.stream().anyMatch(one -> one.id().equals(id))));
    }

    /** The first day on which it took a benefit up. */
    Optional<LocalDate> since(OpenBenefit benefit) {
      return taken.stream()
          .filter(one -> one.benefit().equals(benefit.id()))
          .map(Taken::on)
          .findFirst();
    }
  }

  /** What of the benefits is asked for. */
  private record Wanted(
      Optional<String> department, Optional<String> benefit, OfficeFilter office) {
    boolean fits(OpenBenefit one) {
      return department.filter(id -> !id.equals(one.department())).isEmpty()
          && benefit.filter(id -> !id.equals(one.id())).isEmpty();
    }
  }

  public BenefitsEndpoint(
      Pointers pointers, ScoresTable scores, Cursors cursors, KnownRulebooks rules) {
    this.pointers = pointers;
    this.scores = scores;
    this.cursors = cursors;
    this.rules = rules;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years/{year}/benefits", this::list);
  }

  public Response list(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    Optional<String> department = parameters.text("department");
    Optional<String> benefit = parameters.text("benefit");
    OptionalInt limit = parameters.limitIfGiven();
    var wanted =
        new Wanted(
            own(request.principal(), department), benefit, OfficeFilter.of(parameters::several));
    String list =
        "benefits/%d?%s&%s&%s"
            .formatted(
                year, wanted.department().orElse(""), wanted.benefit().orElse(""), wanted.office());
    Optional<Cursor> cursor = parameters.cursor(cursors, list);
    parameters.verify();
    Pointer pointer = pointers.of(year, request);
    Rulebook rulebook =
        rules
            .of(pointer)
            .orElseThrow(() -> new IllegalStateException("no rulebook of the year " + year));
    List<Benefit> known = rulebook.benefits();
    if (request.principal().readsAll()) {
      check(parameters, "department", department, known, one -> one.department().id());
    }
    check(parameters, "benefit", benefit, known, Benefit::id);
    parameters.verify();
    Format format = request.listFormat();
    String generation = pointer.generation();
    if (cursor.isPresent() && !cursor.get().generation().equals(generation)) {
      throw new ProblemException(Problem.conflict("%d 年度已公布新的结果，请从第一页重新开始".formatted(year)));
    }
    var source = new Source(pointer, rulebook, wanted);
    StoredPage<Entitled> page =
        StoredPage.upTo(
            format.size(limit, Parameters.DEFAULT_LIMIT),
            cursor.map(Cursor::position).orElse(null),
            source::page);
    String next = cursors.next(list, generation, page.next());
    Response response =
        switch (format) {
          case JSON -> Response.ok(new Listing(year, generation, page.items(), next));
          case NDJSON -> ListFiles.lines(request, page.items(), next);
          case CSV, XLSX ->
              ListFiles.page(
                  request, file(rulebook, page.items()), format, year + "年度享受支持企业清单", next);
        };
    return response.with(Caching.NONE);
  }

  /** A department is told of what it grants. */
  private static Optional<String> own(Principal caller, Optional<String> asked) {
    if (caller.readsAll()) {
      return asked;
    }
    if (asked.isPresent() && !asked.equals(caller.department())) {
      throw new ProblemException(Problem.forbidden("部门只能查看由本部门办理的支持"));
    }
    return caller.department();
  }

  private static void check(
      Parameters parameters,
      String name,
      Optional<String> asked,
      List<Benefit> known,
      Function<Benefit, String> id) {
    List<String> ids = known.stream().map(id).distinct().toList();
    if (asked.isPresent() && !ids.contains(asked.get())) {
      parameters.refuse(name, String.join("、", ids) + " 之一", asked.get());
    }
  }

  /** Where entitled enterprises are read from. */
  private final class Source {
    private final Pointer pointer;
    private final Rulebook rulebook;
    private final Benefits benefits;
    private final Wanted wanted;

    Source(Pointer pointer, Rulebook rulebook, Wanted wanted) {
      this.pointer = pointer;
      this.rulebook = rulebook;
      this.benefits = new Benefits(rulebook);
      this.wanted = wanted;
    }

    StoredPage<Entitled> page(int limit, @Nullable String after) {
      StoredPage<ScoreRow> page = scores.rows(pointer.generation(), RowFilter.ALL, limit, after);
      var open = new LinkedHashMap<ScoreRow, List<OpenBenefit>>();
      for (ScoreRow row : page.items()) {
        List<OpenBenefit> some =
            OpenBenefit.of(benefits, row.card(), row.input()).stream()
                .filter(wanted::fits)
                .toList();
        if (!some.isEmpty() && wanted.office().fits(row)) {
          open.put(row, some);
        }
      }
      Map<String, ScoreRow> drafts =
          scores.drafts(pointer.year(), open.keySet().stream().map(ScoreRow::uscc).toList());
      return new StoredPage<>(
          open.entrySet().stream()
              .map(
                  one ->
                      Entitled.of(
                          one.getKey(),
                          one.getValue(),
                          TakenBenefits.of(rulebook, drafts.get(one.getKey().uscc()))))
              .toList(),
          page.next());
    }
  }

  /** By benefits, as the rulebook lists them, and by codes. */
  private static ListTable file(Rulebook rulebook, List<Entitled> items) {
    List<Entitled> sorted = items.stream().sorted(Comparator.comparing(Entitled::uscc)).toList();
    var rows = new ArrayList<List<TableCell>>();
    for (Benefit benefit : rulebook.benefits()) {
      OpenBenefit wanted = OpenBenefit.of(benefit);
      sorted.stream()
          .filter(one -> one.benefits().contains(wanted))
          .map(one -> cells(rulebook, wanted, one))
          .forEach(rows::add);
    }
    return new ListTable(TITLES, rows);
  }

  private static List<TableCell> cells(Rulebook rulebook, OpenBenefit benefit, Entitled one) {
    String stage = one.stage() == null ? null : rulebook.stageName(one.stage());
    return List.of(
        TableCell.of(benefit.name()),
        TableCell.of(benefit.departmentName()),
        TableCell.of(one.uscc()),
        TableCell.of(one.name()),
        TableCell.of(stage),
        TableCell.of(one.rank()),
        TableCell.of(one.rankOf()),
        TableCell.of(one.park()),
        TableCell.of(one.grid()),
        TableCell.of(one.since(benefit).map(LocalDate::toString).orElse(null)),
        TableCell.of(benefit.cite()));
  }
}

package innovation.points.lookup.lists;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.lookup.publication.Pointers;
import innovation.points.scoring.benefit.Benefits;
import innovation.points.scoring.rulebook.Benefit;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.spreadsheet.ListTable;
import innovation.points.spreadsheet.TableCell;
import innovation.points.store.publication.Pointer;
import innovation.points.store.scores.RowFilter;
import innovation.points.store.scores.ScoresTable;
import innovation.points.web.access.Principal;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * {@code GET /v1/years/{year}/benefits/counts}: how many enterprises are entitled to each benefit
 * by the published result, and how many have taken it up by the facts as they are now.
 */
public final class BenefitCountsEndpoint implements Calls {

  private static final List<String> TITLES =
      List.of("支持", "办理部门", "符合条件企业数", "其中已享受企业数", "不符合条件而已享受企业数", "依据");

  private final Pointers pointers;
  private final ScoresTable scores;
  private final KnownRulebooks rules;

  /**
   * A benefit.
   *
   * @param entitled enterprises that are entitled to it
   * @param takenUp those of them that have taken it up
   * @param others enterprises that have taken it up without being entitled by this result
   */
  record Item(@JsonUnwrapped OpenBenefit benefit, int entitled, int takenUp, int others) {}

  /**
   * The answer.
   *
   * @param unknown what files call benefits that the rules do not have
   */
  record Counts(int year, String generation, List<Item> items, Set<String> unknown) {}

  /** What is counted while rows are read. */
  private static final class Tally {
    private int entitled;
    private int takenUp;
    private int others;

    void add(boolean open, boolean taken) {
      entitled += open ? 1 : 0;
      takenUp += open && taken ? 1 : 0;
      others += !open && taken ? 1 : 0;
    }

    Item item(OpenBenefit benefit) {
      return new Item(benefit, entitled, takenUp, others);
    }
  }

  public BenefitCountsEndpoint(Pointers pointers, ScoresTable scores, KnownRulebooks rules) {
    this.pointers = pointers;
    this.scores = scores;
    this.rules = rules;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years/{year}/benefits/counts", this::get);
  }

  public Response get(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    parameters.verify();
    Format format = request.listFormat();
    Pointer pointer = pointers.of(year, request);
    Rulebook rulebook = rules.of(year, Optional.of(pointer));
    Counts counts = count(year, pointer.generation(), rulebook, request.principal());
    Response response =
        switch (format) {
          case JSON -> Response.ok(counts);
          case NDJSON -> Response.lines(counts.items());
          case CSV, XLSX -> Response.file(file(counts.items()), format, year + "年度支持享受情况");
        };
    return response.with(Caching.NONE);
  }

  private Counts count(int year, String generation, Rulebook rulebook, Principal caller) {
    List<Benefit> shown = rulebook.benefits().stream().filter(one -> isFor(caller, one)).toList();
    var tallies = new LinkedHashMap<String, Tally>();
    shown.forEach(one -> tallies.put(one.id(), new Tally()));
    var unknown = new TreeSet<String>();
    Map<String, TakenBenefits> taken = takenUp(year, rulebook);
    taken.values().forEach(one -> unknown.addAll(one.unknown()));
    var benefits = new Benefits(rulebook);
    scores.forEachRow(
        generation,
        RowFilter.ALL,
        row -> {
          Set<String> open =
              OpenBenefit.of(benefits, row.card(), row.input()).stream()
                  .map(OpenBenefit::id)
                  .collect(Collectors.toSet());
          TakenBenefits of = taken.getOrDefault(row.uscc(), TakenBenefits.NONE);
          tallies.forEach((id, tally) -> tally.add(open.contains(id), of.has(id)));
        });
    List<Item> items =
        shown.stream()
            .map(one -> tallies.getOrDefault(one.id(), new Tally()).item(OpenBenefit.of(one)))
            .toList();
    return new Counts(year, generation, items, caller.readsAll() ? unknown : Set.of());
  }

  private static boolean isFor(Principal caller, Benefit benefit) {
    return caller.readsAll()
        || caller.department().filter(benefit.department().id()::equals).isPresent();
  }

  /** What enterprises have taken up, by enterprise. */
  private Map<String, TakenBenefits> takenUp(int year, Rulebook rulebook) {
    var taken = new HashMap<String, TakenBenefits>();
    scores.forEachDraft(year, row -> taken.put(row.uscc(), TakenBenefits.of(rulebook, row)));
    return taken;
  }

  private static ListTable file(List<Item> items) {
    return new ListTable(
        TITLES,
        items.stream()
            .map(
                one ->
                    List.of(
                        TableCell.of(one.benefit().name()),
                        TableCell.of(one.benefit().departmentName()),
                        TableCell.of(one.entitled()),
                        TableCell.of(one.takenUp()),
                        TableCell.of(one.others()),
                        TableCell.of(one.benefit().cite())))
            .toList());
  }
}

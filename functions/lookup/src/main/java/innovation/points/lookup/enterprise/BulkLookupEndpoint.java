package innovation.points.lookup.enterprise;

import com.fasterxml.jackson.annotation.JsonRawValue;
import innovation.points.lookup.disclosure.PublicView;
import innovation.points.lookup.publication.Pointers;
import innovation.points.store.publication.Pointer;
import innovation.points.store.scores.ScoresTable;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/years/{year}/lookups}: the public scores of up to 500 enterprises. Takes a
 * BatchGetItem for each 100 of them.
 */
public final class BulkLookupEndpoint implements Calls {

  static final int MOST = 500;

  private final Pointers pointers;
  private final ScoresTable scores;
  private final PublicView view;

  /** The codes, in any order; one may stand twice. */
  record Wanted(List<String> usccs) {}

  /**
   * An enterprise asked for.
   *
   * @param score its public card; null for every enterprise that has none, whatever the reason
   */
  record Score(String uscc, @JsonRawValue @Nullable String score) {}

  /** The scores, in the order asked. */
  record Scores(int year, String generation, List<Score> items) {}

  public BulkLookupEndpoint(Pointers pointers, ScoresTable scores, PublicView view) {
    this.pointers = pointers;
    this.scores = scores;
    this.view = view;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.post("/v1/years/{year}/lookups", this::find);
  }

  public Response find(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    parameters.verify();
    Pointer pointer = pointers.of(year, request);
    List<String> usccs = codes(request.body(Wanted.class));
    String generation = pointer.generation();
    Map<String, String> cards =
        scores.publicCards(List.of(generation), usccs).getOrDefault(generation, Map.of());
    return Response.ok(
        new Scores(
            year,
            generation,
            usccs.stream()
                .map(
                    uscc ->
                        new Score(
                            uscc,
                            Optional.ofNullable(cards.get(uscc))
                                .flatMap(stored -> view.card(pointer, stored))
                                .orElse(null)))
                .toList()));
  }

  private static List<String> codes(Wanted wanted) {
    int count = wanted.usccs().size();
    if (count < 1 || count > MOST) {
      throw new ProblemException(
          Problem.badRequest(
              "body", "/usccs", "usccs 应有 1 至 %d 个代码，收到 %d 个".formatted(MOST, count)));
    }
    var codes = new ArrayList<String>();
    var faults = new ArrayList<Problem.Fault>();
    for (String text : wanted.usccs()) {
      String code = text.strip().toUpperCase(Locale.ROOT);
      if (!Parameters.isUscc(code)) {
        faults.add(
            new Problem.Fault(
                "body",
                "/usccs/" + codes.size(),
                "统一社会信用代码应为 18 位数字或大写字母（不含 I、O、S、V、Z），收到：" + Parameters.shown(text)));
      }
      codes.add(code);
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.badRequest(faults));
    }
    return codes;
  }
}

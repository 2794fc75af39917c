package innovation.points.lookup.lists;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.lookup.publication.ListFiles;
import innovation.points.lookup.publication.Pointers;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Stage;
import innovation.points.scoring.rulebook.Uses;
import innovation.points.spreadsheet.ListTable;
import innovation.points.spreadsheet.TableCell;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.TopOfStage;
import innovation.points.web.http.Cursor;
import innovation.points.web.http.Cursors;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Requests for lists made of the best of each stage: read, and answered in parts or as a file. */
public final class TopOfStageListing {
  private final Pointers pointers;
  private final TopOfStage best;
  private final Cursors cursors;
  private final KnownRulebooks rules;

  /** A part of a list. */
  record Listing<T>(
      int year,
      String generation,
      List<T> items,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}

  public TopOfStageListing(
      Pointers pointers, TopOfStage best, Cursors cursors, KnownRulebooks rules) {
    this.pointers = pointers;
    this.best = best;
    this.cursors = cursors;
    this.rules = rules;
  }

  /**
   * Reads a request.
   *
   * @param kind names the list
   * @param filter what else its cursors are bound to
   */
  Asked ask(Request request, Parameters parameters, String kind, String filter) {
    return new Asked(request, parameters, kind, filter);
  }

  /** What a request asks for. */
  final class Asked {
    private final Request request;
    private final int year;
    private final Optional<String> stage;
    private final OptionalInt limit;
    private final String list;
    private final Optional<Cursor> cursor;
    private final Format format;
    private @Nullable Pointer pointer;

    Asked(Request request, Parameters parameters, String kind, String filter) {
      this.request = request;
      this.year = parameters.year();
      this.stage = parameters.text("stage");
      this.limit = parameters.limitIfGiven();
      this.list = "%s/%d?%s&%s".formatted(kind, year, filter, stage.orElse(""));
      this.cursor = parameters.cursor(cursors, list);
      if (stage.isPresent() && !rules.stageIds().contains(stage.get())) {
        parameters.refuse("stage", String.join("、", rules.stageIds()) + " 之一", stage.get());
      }
      parameters.verify();
      this.format = request.listFormat();
    }

    /**
     * The publication it is about: the one its cursor was made in is not read on after a switch.
     */
    Pointer pointer() {
      Pointer known = pointer;
      if (known == null) {
        known = pointers.of(year);
        String begun = cursor.map(Cursor::generation).orElse(known.generation());
        if (!begun.equals(known.generation())) {
          throw new ProblemException(Problem.conflict("%d 年度已公布新的结果，请从第一页重新开始".formatted(year)));
        }
        pointer = known;
      }
      return known;
    }

    int year() {
      return year;
    }

    Format format() {
      return format;
    }

    /** The rules of the year. */
    Rulebook rulebook() {
      return rules
          .of(pointer())
          .orElseThrow(() -> new IllegalStateException("no rulebook of the year " + year));
    }

    /** What the rules of the year say of lists. */
    Uses uses() {
      return rules
          .of(pointer())
          .map(Rulebook::uses)
          .orElseThrow(
              () -> new ProblemException(Problem.notFound("%d 年度所用的规则没有规定名单".formatted(year))));
    }

    /** What the zone offers the enterprises of a stage by the rules of the year. */
    Optional<StageServices> services(String stage) {
      return rules.of(pointer()).map(rulebook -> StageServices.of(rulebook, stage));
    }

    /** The stages to go through: of the rulebook, of those allowed, the one asked for. */
    List<String> stages(List<String> allowed) {
      return rules.of(pointer()).stream()
          .flatMap(rulebook -> rulebook.stages().stream())
          .map(Stage::id)
          .filter(id -> allowed.isEmpty() || allowed.contains(id))
          .filter(id -> stage.isEmpty() || stage.get().equals(id))
          .toList();
    }

    <T> Response answer(
        List<String> stages,
        int percent,
        TopOfStage.Making<T> making,
        List<String> titles,
        Function<T, List<TableCell>> cells,
        String title) {
      TopOfStage.Part<T> part =
          best.find(
              pointer(),
              stages,
              percent,
              making,
              format.size(limit, Parameters.DEFAULT_LIMIT),
              cursor.map(Cursor::position).orElse(null));
      String generation = pointer().generation();
      String next = cursors.next(list, generation, part.next());
      if (format == Format.JSON) {
        return Response.ok(new Listing<>(year, generation, part.items(), next));
      }
      if (format == Format.NDJSON) {
        return ListFiles.lines(request, part.items(), next);
      }
      var rows = new ArrayList<List<TableCell>>();
      part.items().forEach(item -> rows.add(cells.apply(item)));
      String name = year + "年度" + title + stage.map(id -> "-" + rules.stageName(id)).orElse("");
      return ListFiles.page(request, new ListTable(titles, rows), format, name, next);
    }
  }
}

package innovation.points.lookup;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.scoring.Rulebook;
import innovation.points.scoring.Rulebook.Stage;
import innovation.points.scoring.Rulebook.Uses;
import innovation.points.store.scores.Pointer;
import innovation.points.store.scores.RankingEntry;
import innovation.points.web.Cell;
import innovation.points.web.Cursor;
import innovation.points.web.Cursors;
import innovation.points.web.Format;
import innovation.points.web.Parameters;
import innovation.points.web.Problem;
import innovation.points.web.ProblemException;
import innovation.points.web.Request;
import innovation.points.web.Response;
import innovation.points.web.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Requests for lists made of the best of each stage: read, and answered in parts or as a file. */
final class BestListing {
  private final Pointers pointers;
  private final Best best;
  private final Cursors cursors;
  private final Rules rules;

  /** A part of a list. */
  record Listing<T>(
      int year,
      String generation,
      List<T> items,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}

  BestListing(Pointers pointers, Best best, Cursors cursors, Rules rules) {
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
      this.format = request.format(Format.JSON, Format.CSV, Format.XLSX);
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

    /** What the rules of the year say of lists. */
    Uses uses() {
      return rules
          .named(pointer().rulebook())
          .map(Rulebook::uses)
          .orElseThrow(
              () -> new ProblemException(Problem.notFound("%d 年度所用的规则没有规定名单".formatted(year))));
    }

    /** The stages to go through: of the rulebook, of those allowed, the one asked for. */
    List<String> stages(List<String> allowed) {
      return rules.named(pointer().rulebook()).stream()
          .flatMap(rulebook -> rulebook.stages().stream())
          .map(Stage::id)
          .filter(id -> allowed.isEmpty() || allowed.contains(id))
          .filter(id -> stage.isEmpty() || stage.get().equals(id))
          .toList();
    }

    <T> Response answer(
        List<String> stages,
        int percent,
        BiFunction<RankingEntry, Integer, Optional<T>> make,
        List<String> titles,
        Function<T, List<Cell>> cells,
        String title) {
      boolean whole = format != Format.JSON && limit.isEmpty();
      Best.Part<T> part =
          best.find(
              pointer(),
              stages,
              percent,
              make,
              whole ? Integer.MAX_VALUE : limit.orElse(Parameters.DEFAULT_LIMIT),
              cursor.map(Cursor::position).orElse(null));
      String generation = pointer().generation();
      String next =
          part.next() == null ? null : cursors.seal(list, new Cursor(generation, part.next()));
      if (format == Format.JSON) {
        return Response.ok(new Listing<>(year, generation, part.items(), next));
      }
      var rows = new ArrayList<List<Cell>>();
      part.items().forEach(item -> rows.add(cells.apply(item)));
      String name = year + "年度" + title + stage.map(id -> "-" + rules.stageName(id)).orElse("");
      return Files.page(request, new Table(titles, rows), format, name, next);
    }
  }
}

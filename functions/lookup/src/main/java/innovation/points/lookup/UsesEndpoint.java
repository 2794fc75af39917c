package innovation.points.lookup;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.scoring.Rulebook;
import innovation.points.scoring.Rulebook.Stage;
import innovation.points.scoring.Rulebook.Tier;
import innovation.points.scoring.Rulebook.Uses;
import innovation.points.store.scores.Pointer;
import innovation.points.store.scores.RankingEntry;
import innovation.points.web.Caching;
import innovation.points.web.Cell;
import innovation.points.web.Cursor;
import innovation.points.web.Cursors;
import innovation.points.web.ETag;
import innovation.points.web.Format;
import innovation.points.web.Parameters;
import innovation.points.web.Problem;
import innovation.points.web.ProblemException;
import innovation.points.web.Request;
import innovation.points.web.Response;
import innovation.points.web.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a published ranking is used for: the lists that are announced (领跑、竞跑、进取), the library of
 * seeds, and whom the zone offers which services (五(三)). As JSON or as a file.
 */
final class UsesEndpoint {
  private static final int ALL = 100;
  private static final List<String> TIER_TITLES =
      List.of("名单", "阶段", "阶段排名", "阶段企业数", "统一社会信用代码", "企业名称", "行业大类", "主导产业", "总分");
  private static final List<String> SEED_TITLES =
      List.of("阶段", "阶段排名", "阶段企业数", "统一社会信用代码", "企业名称", "行业大类", "主导产业", "总分", "上一年总分");
  private static final List<String> SERVICE_TITLES =
      List.of("阶段", "统一社会信用代码", "企业名称", "行业大类", "主导产业", "总分", "服务内容", "依据");

  private final Pointers pointers;
  private final Best best;
  private final Standings standings;
  private final Cursors cursors;
  private final Rules rules;

  /** A part of a list. */
  record Listing<T>(
      int year,
      String generation,
      List<T> items,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}

  /**
   * An enterprise on an announced list.
   *
   * @param list the tier's id
   * @param rank within the stage
   * @param rankOf how many are ranked in the stage
   */
  record Listed(
      String list,
      String listName,
      String stage,
      int rank,
      int rankOf,
      String uscc,
      @Nullable String name,
      @Nullable String industry,
      @Nullable String cluster,
      double total) {}

  /**
   * An enterprise in the library of seeds.
   *
   * @param totalBefore the published total of the year before, which is lower
   */
  record Seed(
      String stage,
      int rank,
      int rankOf,
      String uscc,
      @Nullable String name,
      @Nullable String industry,
      @Nullable String cluster,
      double total,
      double totalBefore) {}

  /** An enterprise and what it is offered. */
  record Served(
      String stage,
      String uscc,
      @Nullable String name,
      @Nullable String industry,
      @Nullable String cluster,
      double total,
      Services services) {}

  UsesEndpoint(Pointers pointers, Best best, Standings standings, Cursors cursors, Rules rules) {
    this.pointers = pointers;
    this.best = best;
    this.standings = standings;
    this.cursors = cursors;
    this.rules = rules;
  }

  /** {@code GET /v1/years/{year}/lists?list=&stage=}: public. */
  Response lists(Request request) {
    Parameters parameters = request.parameters();
    Optional<String> wanted = parameters.text("list");
    var asked = new Asked(request, parameters, "lists", wanted.orElse(""));
    Uses uses = uses(asked.pointer());
    List<String> known = uses.tiers().stream().map(Tier::id).toList();
    if (wanted.isPresent() && !known.contains(wanted.get())) {
      parameters.refuse("list", String.join("、", known) + " 之一", wanted.get());
      parameters.verify();
    }
    ETag etag = Tags.of(asked.pointer(), "lists-" + asked.format.extension());
    if (request.has(etag)) {
      return Response.notModified(etag, Caching.PUBLIC);
    }
    int last =
        uses.tiers().stream()
            .filter(tier -> wanted.isEmpty() || tier.id().equals(wanted.get()))
            .mapToInt(Tier::upTo)
            .max()
            .orElse(0);
    return asked
        .answer(
            stages(asked, List.of()),
            last,
            (entry, of) -> listed(uses, entry, of, wanted),
            TIER_TITLES,
            this::cells,
            "公示名单")
        .with(etag)
        .with(Caching.PUBLIC);
  }

  /** {@code GET /v1/years/{year}/seeds?stage=}. */
  Response seeds(Request request) {
    var asked = new Asked(request, request.parameters(), "seeds", "");
    Uses uses = uses(asked.pointer());
    Map<String, Double> before = totals(asked.year - 1);
    return asked
        .answer(
            stages(asked, uses.seeds().stages()),
            uses.seeds().upTo(),
            (entry, of) -> seed(entry, of, before),
            SEED_TITLES,
            this::cells,
            "种子企业库")
        .with(Caching.NONE);
  }

  /** {@code GET /v1/years/{year}/services?stage=}. */
  Response services(Request request) {
    var asked = new Asked(request, request.parameters(), "services", "");
    return asked
        .answer(
            stages(asked, List.of()),
            ALL,
            (entry, _) -> served(entry),
            SERVICE_TITLES,
            this::cells,
            "分阶段服务清单")
        .with(Caching.NONE);
  }

  private static Optional<Listed> listed(
      Uses uses, RankingEntry entry, int of, Optional<String> wanted) {
    Tier tier = uses.tier(entry.rank().stage(), of);
    return tier == null || (wanted.isPresent() && !wanted.get().equals(tier.id()))
        ? Optional.empty()
        : Optional.of(
            new Listed(
                tier.id(),
                tier.name(),
                entry.stage(),
                entry.rank().stage(),
                of,
                entry.uscc(),
                entry.name(),
                entry.industry(),
                entry.cluster(),
                entry.total()));
  }

  private static Optional<Seed> seed(RankingEntry entry, int of, Map<String, Double> before) {
    Double earlier = before.get(entry.uscc());
    return earlier == null || entry.total() <= earlier
        ? Optional.empty()
        : Optional.of(
            new Seed(
                entry.stage(),
                entry.rank().stage(),
                of,
                entry.uscc(),
                entry.name(),
                entry.industry(),
                entry.cluster(),
                entry.total(),
                earlier));
  }

  private static Optional<Served> served(RankingEntry entry) {
    return Optional.ofNullable(Services.of(entry.stage()))
        .map(
            services ->
                new Served(
                    entry.stage(),
                    entry.uscc(),
                    entry.name(),
                    entry.industry(),
                    entry.cluster(),
                    entry.total(),
                    services));
  }

  /** The published totals of a year; none where it is not published: then nobody is rising. */
  private Map<String, Double> totals(int year) {
    var totals = new HashMap<String, Double>();
    pointers.all().stream()
        .filter(pointer -> pointer.year() == year)
        .findFirst()
        .ifPresent(
            pointer ->
                standings
                    .of(pointer.generation())
                    .entries()
                    .forEach(entry -> totals.put(entry.uscc(), entry.total())));
    return totals;
  }

  private Uses uses(Pointer pointer) {
    return rules
        .named(pointer.rulebook())
        .map(Rulebook::uses)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.notFound("%d 年度所用的规则没有规定名单".formatted(pointer.year()))));
  }

  /** The stages to go through: of the rulebook, of those allowed, the one asked for. */
  private List<String> stages(Asked asked, List<String> allowed) {
    return rules.named(asked.pointer().rulebook()).stream()
        .flatMap(rulebook -> rulebook.stages().stream())
        .map(Stage::id)
        .filter(stage -> allowed.isEmpty() || allowed.contains(stage))
        .filter(stage -> asked.stage.isEmpty() || asked.stage.get().equals(stage))
        .toList();
  }

  private List<Cell> cells(Listed one) {
    return List.of(
        Cell.of(one.listName()),
        Cell.of(rules.stageName(one.stage())),
        Cell.of(one.rank()),
        Cell.of(one.rankOf()),
        Cell.of(one.uscc()),
        Cell.of(one.name()),
        Cell.of(one.industry()),
        Cell.of(one.cluster()),
        Cell.of(one.total()));
  }

  private List<Cell> cells(Seed one) {
    return List.of(
        Cell.of(rules.stageName(one.stage())),
        Cell.of(one.rank()),
        Cell.of(one.rankOf()),
        Cell.of(one.uscc()),
        Cell.of(one.name()),
        Cell.of(one.industry()),
        Cell.of(one.cluster()),
        Cell.of(one.total()),
        Cell.of(one.totalBefore()));
  }

  private List<Cell> cells(Served one) {
    return List.of(
        Cell.of(rules.stageName(one.stage())),
        Cell.of(one.uscc()),
        Cell.of(one.name()),
        Cell.of(one.industry()),
        Cell.of(one.cluster()),
        Cell.of(one.total()),
        Cell.of(String.join("、", one.services().items())),
        Cell.of(one.services().cite()));
  }

  /** What a request asks for. */
  private final class Asked {
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

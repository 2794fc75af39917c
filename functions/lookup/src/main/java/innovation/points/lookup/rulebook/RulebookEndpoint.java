package innovation.points.lookup.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.lookup.publication.Tags;
import innovation.points.scoring.library.RulebookComparison;
import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.rulebook.RulebookChoice;
import innovation.points.store.rulebook.RulebookFile;
import innovation.points.store.rulebook.RulebookKey;
import innovation.points.store.rulebook.RulebookLives;
import innovation.points.store.rulebook.RulebookView;
import innovation.points.store.rulebook.StoredRulebooks;
import innovation.points.web.http.Caching;
import innovation.points.web.http.ETag;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.http.ShortList;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import innovation.points.web.time.OfficialTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/rulebooks}, {@code /v1/rulebooks/{id}}, {@code /v1/rulebooks/{id}.yaml}: the rules
 * that govern, and those that the system proposes, with their citations. Beside them, for the
 * bureau and approvers: {@code /v1/rulebook-files}, {@code /v1/rulebook-files/{id}}, what became of
 * those that came as files; and {@code /v1/rulebooks/{id}/differences}, where one differs from
 * another.
 */
public final class RulebookEndpoint implements Calls {
  private final KnownRulebooks rules;
  private static final String YAML = "application/yaml";
  private static final String YAML_SUFFIX = ".yaml";

  private final StoredRulebooks stored;
  private final RulebookLives lives;
  private final InstantSource clock;

  /** What tells rulebooks apart. */
  record Summary(
      String id, String title, Rulebook.Document document, LocalDate effectiveFrom, String digest) {
    static Summary of(Rulebook rulebook) {
      return new Summary(
          rulebook.id(),
          rulebook.title(),
          rulebook.document(),
          rulebook.effectiveFrom(),
          rulebook.digest());
    }
  }

  /**
   * A whole rulebook.
   *
   * @param digest SHA-256 of its file, which every result it made names
   * @param parent the rulebook it extends and where it differs from it; left out where it stands
   *     alone
   * @param years the first years of its dated values; one where it has none
   * @param rules all values as they are in the year asked for, each with {@code cite} or {@code
   *     basis}
   */
  record Full(
      String id,
      String title,
      Rulebook.Document document,
      LocalDate effectiveFrom,
      String digest,
      @JsonInclude(JsonInclude.Include.NON_NULL) Rulebook.@Nullable Parent parent,
      List<Integer> years,
      JsonNode rules) {}

  /**
   * What became of a file.
   *
   * @param id of the rulebook in it; null where it could not be read
   * @param life what persons have decided on it since; null where the key is none of a rulebook,
   *     and for one that comes with the system
   */
  record FileView(
      String key,
      String version,
      Instant uploadedAt,
      String status,
      @Nullable String id,
      @Nullable String digest,
      List<String> problems,
      String report,
      @Nullable RulebookView life) {}

  /**
   * Where one differs from another.
   *
   * @param to the one it is compared with
   * @param items other values first, then curves, in words
   */
  record DifferencesView(
      Summary of,
      Summary to,
      List<Rulebook.Deviation> items,
      List<RulebookComparison.CurveChange> curves) {}

  public RulebookEndpoint(
      KnownRulebooks rules, StoredRulebooks stored, RulebookLives lives, InstantSource clock) {
    this.rules = rules;
    this.stored = stored;
    this.lives = lives;
    this.clock = clock;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes
        .get("/v1/rulebooks", this::list)
        .get("/v1/rulebooks/{id}", this::get)
        .get("/v1/rulebooks/{id}/differences", this::differences)
        .get("/v1/rulebook-files", this::files)
        .get("/v1/rulebook-files/{id}", this::file);
  }

  public Response list(Request request) {
    Parameters parameters = request.parameters();
    boolean proposed =
        parameters.choice("state", Map.of("governing", false, "proposed", true)).orElse(false);
    var part = ShortList.of(parameters, "rulebooks?" + proposed);
    parameters.verify();
    Format format = request.lineFormat();
    List<Rulebook> all = proposed ? Rulebooks.proposed() : rules.all();
    String digests = all.stream().map(Rulebook::digest).collect(Collectors.joining());
    return Response.list(request, format, part.of(all.stream().map(Summary::of).toList()))
        .with(new ETag(Tags.digest(digests) + "-rulebooks-" + format.extension()))
        .with(Caching.PUBLIC);
  }

  /** What became of the files somebody put into the bucket under {@code rulebooks/}. */
  public Response files(Request request) {
    Parameters parameters = request.parameters();
    var part = ShortList.of(parameters, "rulebook-files");
    parameters.verify();
    Format format = request.lineFormat();
    LocalDate today = today();
    Map<String, RulebookView> known =
        lives.all().stream()
            .collect(
                Collectors.toMap(
                    life -> RulebookKey.of(life.id()), life -> RulebookView.of(life, today)));
    return Response.list(
            request,
            format,
            part.of(
                stored.files().stream().map(file -> view(file, known.get(file.key()))).toList()))
        .with(Caching.NONE);
  }

  private static FileView view(RulebookFile file, @Nullable RulebookView life) {
    return new FileView(
        file.key(),
        file.version(),
        file.uploadedAt(),
        file.status(),
        file.id(),
        file.digest(),
        file.problems(),
        file.report(),
        life);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), OfficialTime.ZONE);
  }

  /** The text of one that came as a file, in any state. */
  public Response file(Request request) {
    Parameters parameters = request.parameters();
    String id = parameters.path("id");
    parameters.verify();
    return yaml(stored.inAnyState(id).orElseThrow(() -> missing(id))).with(Caching.NONE);
  }

  /** Where a rulebook in any state differs from another, by default from that in force. */
  public Response differences(Request request) {
    Parameters parameters = request.parameters();
    String id = parameters.path("id");
    Optional<String> named = parameters.text("to");
    parameters.verify();
    Format format = request.lineFormat();
    Rulebook of = anyState(id);
    Rulebook to =
        named
            .map(this::anyState)
            .or(() -> inForceBesides(id))
            .orElseThrow(() -> missing("当前施行的规则"));
    RulebookComparison differences = RulebookComparison.between(to, of);
    var view =
        new DifferencesView(
            Summary.of(of), Summary.of(to), differences.items(), differences.curves());
    return Response.list(request, format, differences.items(), null, view).with(Caching.NONE);
  }

  /** What holds this year, or would without the one that does. */
  private Optional<Rulebook> inForceBesides(String id) {
    List<Rulebook> others = rules.all().stream().filter(one -> !one.id().equals(id)).toList();
    return new RulebookChoice(others)
        .inEffect(today().getYear())
        .flatMap(used -> rules.named(used.id()));
  }

  private Rulebook anyState(String id) {
    return rules.inAnyState(id).orElseThrow(() -> missing(id));
  }

  private static ProblemException missing(String id) {
    return new ProblemException(Problem.notFound("没有这个规则：" + Parameters.shown(id)));
  }

  public Response get(Request request) {
    Parameters parameters = request.parameters();
    String id = parameters.path("id");
    Optional<String> digest = parameters.text("digest");
    OptionalInt year = parameters.queryYear("year");
    parameters.verify();
    if (id.endsWith(YAML_SUFFIX)) {
      String plain = id.substring(0, id.length() - YAML_SUFFIX.length());
      return yaml(find(plain, digest)).with(Caching.PUBLIC);
    }
    request.format(Format.JSON);
    Rulebook rulebook = find(id, digest);
    List<Integer> years =
        Stream.concat(Stream.of(rulebook), rulebook.later().stream()).map(Rulebook::since).toList();
    int shown = year.orElse(years.getLast());
    return Response.ok(
            new Full(
                rulebook.id(),
                rulebook.title(),
                rulebook.document(),
                rulebook.effectiveFrom(),
                rulebook.digest(),
                rulebook.parent(),
                years,
                YamlDocument.json(RulebookLoader.document(rulebook, shown))))
        .with(new ETag(rulebook.digest()))
        .with(Caching.PUBLIC);
  }

  private Rulebook find(String id, Optional<String> digest) {
    return digest
        .map(text -> rules.withDigest(id, text))
        .orElseGet(() -> rules.named(id).or(() -> Rulebooks.proposed(id)))
        .orElseThrow(() -> missing(id));
  }

  private static Response yaml(Rulebook rulebook) {
    return Response.text(YAML, rulebook.text())
        .download(rulebook.id() + YAML_SUFFIX)
        .with(new ETag(rulebook.digest()));
  }
}

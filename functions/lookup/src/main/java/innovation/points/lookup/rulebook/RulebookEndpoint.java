package innovation.points.lookup.rulebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.lookup.publication.Tags;
import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.rulebook.StoredRulebooks;
import innovation.points.web.http.Caching;
import innovation.points.web.http.ETag;
import innovation.points.web.http.Format;
import innovation.points.web.http.Page;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/rulebooks}, {@code /v1/rulebooks/{id}}: the rules, with their citations; {@code
 * /v1/rulebook-files}: what became of those that came as files.
 */
public final class RulebookEndpoint {
  private final KnownRulebooks rules;
  private final StoredRulebooks stored;

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

  public RulebookEndpoint(KnownRulebooks rules, StoredRulebooks stored) {
    this.rules = rules;
    this.stored = stored;
  }

  public Response list(Request request) {
    request.parameters().verify();
    request.format(Format.JSON);
    List<Rulebook> all = rules.all();
    String digests = all.stream().map(Rulebook::digest).collect(Collectors.joining());
    return Response.ok(new Page<>(all.stream().map(Summary::of).toList(), null))
        .with(new ETag(Tags.digest(digests) + "-rulebooks"))
        .with(Caching.PUBLIC);
  }

  /** What became of the files somebody put into the bucket under {@code rulebooks/}. */
  public Response files(Request request) {
    request.parameters().verify();
    request.format(Format.JSON);
    return Response.ok(new Page<>(stored.files(), null)).with(Caching.NONE);
  }

  public Response get(Request request) {
    Parameters parameters = request.parameters();
    String id = parameters.path("id");
    Optional<String> digest = parameters.text("digest");
    OptionalInt year = parameters.queryYear("year");
    parameters.verify();
    request.format(Format.JSON);
    Rulebook rulebook =
        digest
            .map(text -> rules.withDigest(id, text))
            .orElseGet(() -> rules.named(id))
            .orElseThrow(() -> new ProblemException(Problem.notFound("没有这个规则：" + id)));
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
}

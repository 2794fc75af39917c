package innovation.points.lookup.publication;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import innovation.points.store.questions.Letter;
import innovation.points.store.questions.LetterKeys;
import innovation.points.store.questions.LetterStanding;
import innovation.points.store.questions.Letters;
import innovation.points.store.scores.ScoresTable;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import innovation.points.web.time.OfficialTime;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code GET /v1/letters/{code}}, {@code …/letter.txt} and {@code …/letter.jws}: verifies a
 * reference letter, by {@code GET /.well-known/jwks.json} also without asking. The letter is stored
 * under its code, so that its full text can be compared.
 */
public final class LetterEndpoint implements Calls {
  private final Letters letters;
  private final LetterKeys keys;
  private final Pointers pointers;
  private final ScoresTable scores;
  private final InstantSource clock;
  private final String origin;

  /**
   * An issued letter.
   *
   * @param inForce whether it is valid
   * @param standing {@code valid}, or why it is not: {@code changed}, {@code expired}, {@code
   *     revoked}
   */
  record Checked(@JsonUnwrapped Letter letter, boolean inForce, String standing) {}

  /**
   * The letters of a zone.
   *
   * @param origin before the address at which a letter is checked: never what a caller says that
   *     the host is
   */
  public LetterEndpoint(
      Letters letters,
      LetterKeys keys,
      Pointers pointers,
      ScoresTable scores,
      InstantSource clock,
      String origin) {
    this.letters = letters;
    this.keys = keys;
    this.pointers = pointers;
    this.scores = scores;
    this.clock = clock;
    this.origin = origin;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes
        .get("/v1/letters/{code}", this::check)
        .get("/v1/letters/{code}/letter.txt", this::text)
        .get("/v1/letters/{code}/letter.jws", this::signed)
        .get("/.well-known/jwks.json", this::keys);
  }

  public Response check(Request request) {
    Letter letter = letter(request);
    request.format(Format.JSON);
    Optional<String> published =
        pointers
            .find(letter.year())
            .flatMap(pointer -> scores.publicCard(pointer.generation(), letter.uscc()));
    LetterStanding standing =
        LetterStanding.of(
            letter,
            letters.revocation(letter.code()).orElse(null),
            published,
            OfficialTime.day(clock.instant()));
    return Response.ok(new Checked(letter, standing == LetterStanding.VALID, standing.id()))
        .with(Caching.NONE);
  }

  public Response text(Request request) {
    Letter letter = letter(request);
    String text =
        "%s%n核验码：%s%n核验地址：%s/letters?code=%s%n正文摘要（SHA-256）：%s%n"
            .formatted(letter.text(), letter.code(), origin, letter.code(), letter.digest());
    return Response.text("text/plain; charset=utf-8", text)
        .download("%d年度企业创新积分参考函-%s.txt".formatted(letter.year(), letter.uscc()))
        .with(Caching.NONE);
  }

  /** What a letter says, signed (RFC 7515). */
  public Response signed(Request request) {
    Letter letter = letter(request);
    String jws = letter.jws();
    if (jws == null) {
      throw new ProblemException(Problem.notFound("这份参考函出具时还没有电子签名，请在核验页核对原文"));
    }
    return Response.text("application/jose", jws)
        .download("%d年度企业创新积分参考函-%s.jws".formatted(letter.year(), letter.uscc()))
        .with(Caching.NONE);
  }

  /** The keys that verify letters (RFC 7517), also those of before as long as letters live. */
  public Response keys(Request request) {
    request.parameters().verify();
    request.format(Format.JSON);
    String set =
        "{\"keys\":[%s]}"
            .formatted(String.join(",", keys.published(OfficialTime.day(clock.instant()))));
    Response response = Response.json(set).withContentTag("keys");
    return response.with(Caching.PUBLIC);
  }

  private Letter letter(Request request) {
    Parameters parameters = request.parameters();
    // Accepts the code as people copy it from paper.
    String code = parameters.path("code").replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    parameters.verify();
    return letters
        .find(code)
        .orElseThrow(() -> new ProblemException(Problem.notFound("没有这个核验码的参考函，请核对后再试")));
  }
}

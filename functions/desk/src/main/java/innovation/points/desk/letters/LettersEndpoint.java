package innovation.points.desk.letters;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.datasets.catalogue.Sha256;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.Publications;
import innovation.points.store.questions.Letter;
import innovation.points.store.questions.LetterKeys;
import innovation.points.store.questions.LetterRevocation;
import innovation.points.store.questions.LetterStanding;
import innovation.points.store.questions.Letters;
import innovation.points.store.rulebook.RulebookChoice;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.Rank;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.settings.Settings;
import innovation.points.store.table.StoredJson;
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
import innovation.points.web.time.OfficialTime;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/years/{year}/enterprises/{uscc}/letters}: issues an enterprise's reference letter
 * on its published score. {@code GET /v1/years/{year}/letters} and {@code POST
 * /v1/letters/{code}/revocation}: the bureau's list, and revocation. {@code GET
 * /v1/letters/{code}/letter.pdf}: a letter on paper.
 */
public final class LettersEndpoint implements Calls {

  /** Without letters and digits that look alike; 20 characters of 32 are 100 bits. */
  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int CODE = 20;
  private static final int LONGEST_REASON = 500;

  private final Publications publications;
  private final ScoresTable scores;
  private final Letters letters;
  private final RulebookChoice rulebooks;
  private final AuditTrail trail;
  private final Settings settings;
  private final Cursors cursors;
  private final InstantSource clock;
  private final LetterKey key;
  private final LetterKeys keys;
  private final String origin;

  /**
   * What a letter says, as it is signed: claims of RFC 7519, and its own.
   *
   * @param iss the zone's address; null where it is not set
   * @param sub the 统一社会信用代码
   * @param jti its code
   * @param exp the end of its last day
   * @param digest SHA-256 of its text
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Claims(
      @Nullable String iss,
      String sub,
      String jti,
      long iat,
      long exp,
      @Nullable String name,
      int year,
      String generation,
      String stage,
      double total,
      Rank rank,
      String digest) {}

  /** Why. */
  record Revocation(String reason) {}

  /**
   * A letter in the bureau's list.
   *
   * @param standing {@code valid}, {@code changed}, {@code expired} or {@code revoked}
   * @param revocation null where it was not revoked
   */
  record View(
      String code,
      String uscc,
      @Nullable String name,
      String stage,
      double total,
      Instant issuedAt,
      String validUntil,
      String standing,
      @Nullable LetterRevocation revocation) {}

  public LettersEndpoint(
      Publications publications,
      ScoresTable scores,
      Letters letters,
      RulebookChoice rulebooks,
      AuditTrail trail,
      Settings settings,
      Cursors cursors,
      InstantSource clock,
      LetterKey key,
      LetterKeys keys,
      String origin) {
    this.publications = publications;
    this.scores = scores;
    this.letters = letters;
    this.rulebooks = rulebooks;
    this.trail = trail;
    this.settings = settings;
    this.cursors = cursors;
    this.clock = clock;
    this.key = key;
    this.keys = keys;
    this.origin = origin;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes
        .post("/v1/years/{year}/enterprises/{uscc}/letters", this::issue)
        .get("/v1/years/{year}/letters", this::list)
        .get("/v1/letters/{code}/letter.pdf", this::pdf)
        .post("/v1/letters/{code}/revocation", this::revoke);
  }

  public Response issue(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    String uscc = parameters.uscc();
    parameters.verify();
    Pointer pointer =
        publications
            .of(year)
            .orElseThrow(
                () -> new ProblemException(Problem.notFound("%d 年度没有已公布的积分结果".formatted(year))));
    Rulebook rules =
        rulebooks
            .used(pointer.rulebook(), pointer.digest())
            .orElseThrow(() -> new IllegalStateException("no rulebook " + pointer.rulebook()));
    Card card =
        scores
            .row(pointer.generation(), uscc)
            .map(ScoreRow::card)
            .orElseThrow(() -> unranked(year));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Letter made = letter(pointer, card, rules, now);
    TrailEntry entry =
        TrailEntry.of(
            request.person(),
            TrailAction.LETTER_ISSUED,
            "years/%d/enterprises/%s/letters/%s".formatted(year, uscc, made.code()),
            request.id());
    keys.publish(
        key.published().getKeyID(),
        key.published().toJSONString(),
        LocalDate.parse(made.validUntil()));
    Letter letter = letters.issue(made, OfficialTime.day(now), List.of(trail.item(entry)));
    return Response.created("/v1/letters/" + letter.code(), letter).with(Caching.NONE);
  }

  /** A letter on paper; who has its code may have it. */
  public Response pdf(Request request) {
    Parameters parameters = request.parameters();
    String code = parameters.path("code");
    parameters.verify();
    Letter letter = found(code);
    return Response.bytes("application/pdf", new LetterPdf(letter, origin).bytes())
        .download("%d年度企业创新积分参考函-%s.pdf".formatted(letter.year(), letter.uscc()))
        .with(Caching.NONE);
  }

  /**
   * The letters on a year's results, or one enterprise's of them, newest first, with what is true
   * of each now.
   */
  public Response list(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    Optional<String> uscc = parameters.queryUscc("uscc");
    Format format = request.lineFormat();
    int limit = parameters.limit(format);
    String list = "letters/" + year + "?uscc=" + uscc.orElse("");
    String after = parameters.cursor(cursors, list).map(Cursor::position).orElse(null);
    parameters.verify();
    String generation = publications.of(year).map(Pointer::generation).orElse(null);
    Letters.Page page =
        uscc.map(own -> new Letters.Page(letters.ofYear(year, own), null))
            .orElseGet(() -> letters.ofYear(year, limit, after));
    String next = cursors.next(list, "", page.next());
    return Response.list(
            request,
            format,
            page.letters().stream().map(letter -> view(letter, generation)).toList(),
            next)
        .with(Caching.NONE);
  }

  /** The bureau revokes a letter and says why; a second time changes nothing. */
  public Response revoke(Request request) {
    Parameters parameters = request.parameters();
    String code = parameters.path("code");
    parameters.verify();
    String reason = request.body(Revocation.class).reason().strip();
    if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
      throw new ProblemException(
          Problem.badRequest(
              "body", "/reason", "字段 reason 应为 1 到 %d 个字的理由".formatted(LONGEST_REASON)));
    }
    Letter letter = found(code);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    TrailEntry entry =
        TrailEntry.of(
                request.person(),
                TrailAction.LETTER_REVOKED,
                "years/%d/enterprises/%s/letters/%s"
                    .formatted(letter.year(), letter.uscc(), letter.code()),
                request.id())
            .because(reason);
    letters.revoke(
        code, new LetterRevocation(request.person(), now, reason), List.of(trail.item(entry)));
    String generation = publications.of(letter.year()).map(Pointer::generation).orElse(null);
    return Response.ok(view(letter, generation)).with(Caching.NONE);
  }

  private Letter found(String code) {
    return letters
        .find(code)
        .orElseThrow(() -> new ProblemException(Problem.notFound("没有这个核验码的参考函，请核对后再试")));
  }

  private View view(Letter letter, @Nullable String generation) {
    LetterRevocation revocation = letters.revocation(letter.code()).orElse(null);
    Optional<String> card =
        generation == null ? Optional.empty() : scores.publicCard(generation, letter.uscc());
    LetterStanding standing =
        LetterStanding.of(letter, revocation, card, OfficialTime.day(clock.instant()));
    return new View(
        letter.code(),
        letter.uscc(),
        letter.name(),
        letter.stage(),
        letter.total(),
        letter.issuedAt(),
        letter.validUntil(),
        standing.id(),
        revocation);
  }

  private Letter letter(Pointer pointer, Card card, Rulebook rules, Instant now) {
    Rank rank = card.rank();
    String stage = card.stage();
    Double total = card.total();
    if (rank == null || stage == null || total == null) {
      throw unranked(pointer.year());
    }
    LocalDate day = OfficialTime.day(now);
    LocalDate until = day.plusYears(1);
    String text =
        LetterText.of(
            card, rank, total, rules.stageName(stage), rules, day, until, settings.zone());
    String code = code();
    String digest = Sha256.hex(text);
    var claims =
        new Claims(
            origin.isEmpty() ? null : origin,
            card.uscc(),
            code,
            now.getEpochSecond(),
            until.plusDays(1).atStartOfDay(OfficialTime.ZONE).toEpochSecond(),
            card.name(),
            pointer.year(),
            pointer.generation(),
            stage,
            total,
            rank,
            digest);
    return new Letter(
        code,
        pointer.year(),
        pointer.generation(),
        card.uscc(),
        card.name(),
        stage,
        total,
        rank,
        now,
        until.toString(),
        text,
        digest,
        key.signed(StoredJson.write(claims)));
  }

  /** Creates its random source at each call: a restored snapshot must not repeat codes. */
  private static String code() {
    var random = new SecureRandom();
    var code = new StringBuilder();
    for (int i = 0; i < CODE; i++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  private static ProblemException unranked(int year) {
    return new ProblemException(Problem.notFound("本企业在 %d 年度没有公开的积分结果，不能出具参考函".formatted(year)));
  }
}

package innovation.points.desk.letters;

import innovation.points.datasets.catalogue.Sha256;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.Publications;
import innovation.points.store.questions.Letter;
import innovation.points.store.questions.Letters;
import innovation.points.store.rulebook.RulebookChoice;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.Rank;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import innovation.points.web.time.OfficialTime;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;

/**
 * {@code POST /v1/years/{year}/enterprises/{uscc}/letters}: issues an enterprise's reference letter
 * on its published score.
 */
public final class LettersEndpoint {

  /** Without letters and digits that look alike; 20 characters of 32 are 100 bits. */
  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int CODE = 20;

  private final Publications publications;
  private final ScoresTable scores;
  private final Letters letters;
  private final RulebookChoice rulebooks;
  private final AuditTrail trail;
  private final InstantSource clock;

  public LettersEndpoint(
      Publications publications,
      ScoresTable scores,
      Letters letters,
      RulebookChoice rulebooks,
      AuditTrail trail,
      InstantSource clock) {
    this.publications = publications;
    this.scores = scores;
    this.letters = letters;
    this.rulebooks = rulebooks;
    this.trail = trail;
    this.clock = clock;
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
    Letter letter = letters.issue(letter(pointer, card, rules, clock.instant()));
    trail.add(
        TrailEntry.of(
            request.person(),
            TrailAction.LETTER_ISSUED,
            "years/%d/enterprises/%s/letters/%s".formatted(year, uscc, letter.code()),
            request.id()));
    return Response.created("/v1/letters/" + letter.code(), letter).with(Caching.NONE);
  }

  private static Letter letter(Pointer pointer, Card card, Rulebook rules, Instant now) {
    Rank rank = card.rank();
    String stage = card.stage();
    Double total = card.total();
    if (rank == null || stage == null || total == null) {
      throw unranked(pointer.year());
    }
    LocalDate day = LocalDate.ofInstant(now, OfficialTime.ZONE);
    String text = LetterText.of(card, rank, total, rules.stageName(stage), rules, day);
    return new Letter(
        code(),
        pointer.year(),
        pointer.generation(),
        card.uscc(),
        card.name(),
        stage,
        total,
        rank,
        now,
        text,
        Sha256.hex(text));
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

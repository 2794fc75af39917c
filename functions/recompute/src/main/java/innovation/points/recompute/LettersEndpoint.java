package innovation.points.recompute;

import innovation.points.datasets.Sha256;
import innovation.points.scoring.Rulebook;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.Letter;
import innovation.points.store.scores.Letters;
import innovation.points.store.scores.Pointer;
import innovation.points.store.scores.Publications;
import innovation.points.store.scores.Rank;
import innovation.points.store.scores.RulebookChoice;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.web.Caching;
import innovation.points.web.Parameters;
import innovation.points.web.Problem;
import innovation.points.web.ProblemException;
import innovation.points.web.Request;
import innovation.points.web.Response;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;

/**
 * {@code POST /v1/years/{year}/enterprises/{uscc}/letters}: issues the reference letter of an
 * enterprise on its published score. Here for the same reason as the objections: it writes.
 */
final class LettersEndpoint {

  /** No letters and digits that look alike; 20 of 32 are a hundred bits. */
  private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int CODE = 20;

  private final Publications publications;
  private final ScoresTable scores;
  private final Letters letters;
  private final RulebookChoice rulebooks;
  private final InstantSource clock;

  LettersEndpoint(
      Publications publications,
      ScoresTable scores,
      Letters letters,
      RulebookChoice rulebooks,
      InstantSource clock) {
    this.publications = publications;
    this.scores = scores;
    this.letters = letters;
    this.rulebooks = rulebooks;
    this.clock = clock;
  }

  Response issue(Request request) {
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
            .named(pointer.rulebook())
            .orElseThrow(() -> new IllegalStateException("no rulebook " + pointer.rulebook()));
    Card card =
        scores
            .row(pointer.generation(), uscc)
            .map(ScoreRow::card)
            .orElseThrow(() -> unranked(year));
    Letter letter = letters.issue(letter(pointer, card, rules, clock.instant()));
    return Response.created("/v1/letters/" + letter.code(), letter).with(Caching.NONE);
  }

  private static Letter letter(Pointer pointer, Card card, Rulebook rules, Instant now) {
    Rank rank = card.rank();
    String stage = card.stage();
    Double total = card.total();
    if (rank == null || stage == null || total == null) {
      throw unranked(pointer.year());
    }
    LocalDate day = LocalDate.ofInstant(now, Notice.ZONE);
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

  /** Made anew at each call: a snapshot of the process must not repeat it. */
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

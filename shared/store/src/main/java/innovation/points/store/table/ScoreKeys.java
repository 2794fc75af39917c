package innovation.points.store.table;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The partitions of the scores table.
 *
 * <ul>
 *   <li>{@code draft#{year}#{shard}}, sort key the enterprise
 *   <li>{@code gen#{generation}#{shard}}, sort key the enterprise
 *   <li>{@code rank#{generation}}, sort key {@code {list}#{page}}
 *   <li>{@code names}, sort key the generation: which index of names is its
 *   <li>{@code names#{digest}}, sort key {@code keys#{number}}, {@code block#{number}} or {@code
 *       order#{number}}: an index of names
 *   <li>{@code diag#{generation}}, sort key {@code {document}#{part}}
 *   <li>{@code published}, sort key the year
 *   <li>{@code run#{year}}, sort key the run
 *   <li>{@code order-year}, sort key the year: the run last ordered to be published
 *   <li>{@code order-key#{person}}, sort key the key of a call that may be repeated
 *   <li>{@code rulebook}, sort key the rulebook
 *   <li>{@code rulebook-text}, sort key the digest: what a run scored by
 *   <li>{@code rulebook-file}, sort key the key in the bucket
 *   <li>{@code setting}, sort key the file under {@code settings/}: what is in force and proposed
 *   <li>{@code lists#{run}}, sort key {@code {list}#{page}}
 *   <li>{@code question}, sort key the question
 *   <li>{@code questions-of#{enterprise}}, sort key {@code {year}#{what}#{where}}: a question
 *   <li>{@code letter#{code}}: a reference letter, and its revocation
 *   <li>{@code letters#{year}}, sort key {@code {time}#{code}}: the letters on a year's results
 *   <li>{@code letters#{generation}}, sort key the enterprise: the code of its letter
 *   <li>{@code letter-keys}, sort key the key's id: what verifies letters
 *   <li>{@code grants#{enterprise}}, sort key the grant: what it has granted, and withdrawn
 *   <li>{@code granted#{bank}}, sort key {@code {enterprise}#{scope}}: the grant that holds
 *   <li>{@code quota#{person}}, sort key the hour: how many calls it has made
 *   <li>{@code cursor-key}: what signs the cursors of lists
 *   <li>{@code trail-open}, sort key {@code {time}#{random}}: what was done and is not sealed yet
 *   <li>{@code trail-refused}, sort key {@code {time}#{random}}: refusals of rights, to be counted
 *   <li>{@code trail#{day}}, sort key the item's number: the sealed trail
 *   <li>{@code trail-of#{enterprise}}, sort key the item's number: where that item stands
 *   <li>{@code trail-days}, sort key the day; {@code trail-head}: where the chain ends
 *   <li>{@code repeat#{person}}, sort key the key of a call: what it was and what was answered
 *   <li>{@code payments#{year}}, sort key {@code list#{id}}: a payment list; {@code ledger}: how
 *       many of them were approved
 *   <li>{@code brief}, sort key the quarter: its brief, and what was decided on it
 *   <li>{@code mail}, sort key what it tells: that a mail was written; {@code mail-open}: one that
 *       is to be sent
 *   <li>{@code reminder}, sort key {@code {department}#{what it owes}}: the last occasion on which
 *       it was reminded of it; {@code reminded}, sort key the department: when it last was
 * </ul>
 */
public final class ScoreKeys {

  /** Rows of a year are spread so that no partition takes all the writes. */
  public static final int SHARDS = 8;

  public static final String NAMES = "names";
  public static final String PUBLISHED = "published";
  public static final String ORDER_YEAR = "order-year";
  public static final String RULEBOOK = "rulebook";
  public static final String RULEBOOK_TEXT = "rulebook-text";
  public static final String RULEBOOK_FILE = "rulebook-file";
  public static final String SETTING = "setting";
  public static final String QUESTION = "question";
  public static final String QUESTIONS_OF = "questions-of#";
  public static final String LETTER = "letter#";
  public static final String LETTERS = "letters#";
  public static final String LETTER_KEYS = "letter-keys";
  public static final String PAYMENTS = "payments#";
  public static final String BRIEF = "brief";
  public static final String GRANTS = "grants#";
  public static final String GRANTED = "granted#";
  public static final String QUOTA = "quota#";

  static final String CURSOR_KEY = "cursor-key";

  public static final String TRAIL_OPEN = "trail-open";
  public static final String TRAIL_REFUSED = "trail-refused";
  public static final String TRAIL = "trail#";
  public static final String TRAIL_OF = "trail-of#";
  public static final String TRAIL_DAYS = "trail-days";
  public static final String TRAIL_HEAD = "trail-head";

  public static final String REPEAT = "repeat#";

  /**
   * The attribute of items that may be deleted from a moment on: seconds since 1970. DynamoDB
   * deletes them within days; who reads one must not rely on it.
   */
  public static final String UNTIL = "until";

  public static final String MAIL = "mail";
  public static final String MAIL_OPEN = "mail-open";

  public static final String REMINDER = "reminder";
  public static final String REMINDED = "reminded";

  private ScoreKeys() {}

  public static int shard(String uscc) {
    return Math.floorMod(uscc.hashCode(), SHARDS);
  }

  public static String draft(int year, int shard) {
    return "draft#" + year + "#" + shard;
  }

  public static String generation(String generation, int shard) {
    return "gen#" + generation + "#" + shard;
  }

  /** The generation whose rows a partition holds; null for a draft's. */
  public static @Nullable String generationOf(String partition) {
    String[] parts = partition.split("#", 3);
    return parts[0].equals("gen") ? parts[1] : null;
  }

  public static String rank(String generation) {
    return "rank#" + generation;
  }

  public static String names(String digest) {
    return NAMES + "#" + digest;
  }

  public static String page(String list, int page) {
    return "%s#%06d".formatted(list, page);
  }

  public static String audit(String generation) {
    return "diag#" + generation;
  }

  public static String auditSort(String document, int part) {
    return "%s#%03d".formatted(document, part);
  }

  public static String run(int year) {
    return "run#" + year;
  }

  public static String orderKey(String person) {
    return "order-key#" + person;
  }

  static String runLists(String run) {
    return "lists#" + run;
  }

  public static Map<String, AttributeValue> key(String partition, String sort) {
    return Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS(sort));
  }
}

package innovation.points.store.scores;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The partitions of the scores table.
 *
 * <ul>
 *   <li>{@code draft#{year}#{shard}}, sort key the enterprise
 *   <li>{@code gen#{generation}#{shard}}, sort key the enterprise
 *   <li>{@code rank#{generation}}, sort key {@code {list}#{page}}
 *   <li>{@code diag#{generation}}, sort key {@code {document}#{part}}
 *   <li>{@code published}, sort key the year
 *   <li>{@code run#{year}}, sort key the run
 *   <li>{@code rulebook}, sort key the rulebook
 *   <li>{@code rulebook-file}, sort key the key in the bucket
 *   <li>{@code lists#{run}}, sort key {@code {list}#{page}}
 *   <li>{@code objection#{year}}, sort key the objection
 *   <li>{@code objected#{year}}, sort key {@code {enterprise}#{generation}#{indicator}}: that it
 *       has objected
 *   <li>{@code letter#{code}}: a reference letter
 *   <li>{@code letters#{generation}}, sort key the enterprise: the code of its letter
 * </ul>
 */
final class Keys {

  /** Rows of a year are spread so that no partition takes all the writes. */
  static final int SHARDS = 8;

  static final String PUBLISHED = "published";
  static final String RULEBOOK = "rulebook";
  static final String RULEBOOK_FILE = "rulebook-file";
  static final String OBJECTIONS = "objection#";
  static final String LETTER = "letter#";
  static final String LETTERS = "letters#";
  static final String OBJECTED = "objected#";

  private Keys() {}

  static int shard(String uscc) {
    return Math.floorMod(uscc.hashCode(), SHARDS);
  }

  static String draft(int year, int shard) {
    return "draft#" + year + "#" + shard;
  }

  static String generation(String generation, int shard) {
    return "gen#" + generation + "#" + shard;
  }

  static String rank(String generation) {
    return "rank#" + generation;
  }

  static String page(String list, int page) {
    return "%s#%06d".formatted(list, page);
  }

  static String audit(String generation) {
    return "diag#" + generation;
  }

  static String auditSort(String document, int part) {
    return "%s#%03d".formatted(document, part);
  }

  static String run(int year) {
    return "run#" + year;
  }

  static String runLists(String run) {
    return "lists#" + run;
  }

  static Map<String, AttributeValue> key(String partition, String sort) {
    return Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS(sort));
  }
}

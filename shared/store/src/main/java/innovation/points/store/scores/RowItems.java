package innovation.points.store.scores;

import com.fasterxml.jackson.core.type.TypeReference;
import innovation.points.store.scores.facts.ByteReader;
import innovation.points.store.scores.facts.ByteWriter;
import innovation.points.store.scores.facts.FileNames;
import innovation.points.store.scores.facts.ScoredFacts;
import innovation.points.store.table.Attributes;
import innovation.points.store.table.Compressed;
import innovation.points.store.table.ScoreKeys;
import innovation.points.store.table.StoredJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Score rows as items and back.
 *
 * <p>What anyone may see of a card stands in the attribute {@code card}, the card itself, where it
 * is not all public, in {@code head}. A reader of {@code card} can therefore not show what is not
 * public.
 */
final class RowItems {

  static final String CARD = "card";
  private static final String HEAD = "head";
  static final String YEAR = "year";
  static final String STATUS = "status";
  static final String STAGE = "stage";
  static final String INDUSTRY = "industry";
  static final String CLUSTER = "cluster";
  static final String PARK = "park";
  private static final String GRID = "grid";

  /** The sum in yuan; not there where it is 0. */
  static final String REWARDS = "rewards";

  private static final String COVERAGE = "coverage";
  private static final String EVALUATED_AT = "evaluatedAt";

  /** The form of the item, {@link ScoresTable#FORM}. */
  private static final String FORM = "form";

  private static final String DIGEST = "digest";
  private static final String FACTS = "facts";

  /** In a generation: the numbers of the files in its list. */
  private static final String NUMBERS = "files";

  /** In a draft: the files' keys and versions. */
  private static final String OWN_FILES = "ownFiles";

  private static final String EACH_REWARD = "eachReward";
  private static final TypeReference<List<RewardEntry>> REWARD_ENTRIES = new TypeReference<>() {};

  private RowItems() {}

  /**
   * Writes a row.
   *
   * @param files the list of its generation; null for a draft
   * @param shown from a card of a ranked enterprise to what is public of it
   */
  static Map<String, AttributeValue> write(
      ScoreRow row, @Nullable FileNames files, UnaryOperator<Card> shown) {
    Card card = row.card();
    int shard = ScoreKeys.shard(card.uscc());
    String generation = card.generation();
    String partition =
        generation == null
            ? ScoreKeys.draft(card.year(), shard)
            : ScoreKeys.generation(generation, shard);
    var item = new HashMap<>(ScoreKeys.key(partition, card.uscc()));
    item.put(FORM, AttributeValue.fromN(ScoresTable.FORM));
    Card open = row.ranked() ? shown.apply(card) : null;
    if (open != null) {
      item.put(CARD, AttributeValue.fromS(CardForm.write(open)));
    }
    if (!card.equals(open)) {
      item.put(HEAD, AttributeValue.fromS(CardForm.write(card)));
    }
    item.put(YEAR, AttributeValue.fromN(Integer.toString(card.year())));
    item.put(STATUS, AttributeValue.fromS(card.status().id()));
    Attributes.putText(item, STAGE, card.stage());
    Attributes.putText(item, INDUSTRY, row.industry());
    Attributes.putText(item, CLUSTER, row.cluster());
    Attributes.putText(item, PARK, row.park());
    Attributes.putText(item, GRID, row.grid());
    Double coverage = row.coverage();
    if (coverage != null) {
      item.put(COVERAGE, AttributeValue.fromN(coverage.toString()));
    }
    item.put(DIGEST, bytes(HexFormat.of().parseHex(row.digest())));
    item.put(FACTS, bytes(row.facts().bytes()));
    if (files == null) {
      item.put(OWN_FILES, bytes(Compressed.write(lines(row.facts().files()))));
    } else {
      var numbers = new ByteWriter();
      row.facts().files().forEach(file -> numbers.whole(files.number(file)));
      item.put(NUMBERS, bytes(numbers.bytes()));
    }
    if (!row.rewards().isEmpty()) {
      item.put(EACH_REWARD, bytes(Compressed.write(StoredJson.write(row.rewards()))));
    }
    if (row.rewardTotal().signum() > 0) {
      item.put(REWARDS, AttributeValue.fromN(row.rewardTotal().toPlainString()));
    }
    item.put(EVALUATED_AT, AttributeValue.fromS(row.evaluatedAt().toString()));
    return item;
  }

  private static AttributeValue bytes(byte[] bytes) {
    return AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(bytes));
  }

  private static String lines(List<FileNames.Source> files) {
    var lines = new StringBuilder();
    files.forEach(
        file -> lines.append(file.key()).append('\n').append(file.version()).append('\n'));
    return lines.toString();
  }

  /**
   * Reads a row.
   *
   * @param numbered the files of its generation by their numbers
   */
  static ScoreRow read(
      Map<String, AttributeValue> item,
      Function<int[], List<FileNames.Source>> numbered,
      Explanations explanations) {
    AttributeValue form = item.get(FORM);
    if (form == null || !ScoresTable.FORM.equals(form.n())) {
      throw new IllegalStateException(
          ("expected a score of form %s, found form %s: another build has written it;"
                  + " use that build, or empty the scores table and have all years scored again")
              .formatted(ScoresTable.FORM, form == null ? "none" : form.n()));
    }
    AttributeValue coverage = item.get(COVERAGE);
    AttributeValue numbers = item.get(NUMBERS);
    AttributeValue each = item.get(EACH_REWARD);
    return new ScoreRow(
        card(item, item.containsKey(HEAD) ? HEAD : CARD),
        new ScoreRow.Listing(
            Attributes.textOrNull(item, INDUSTRY),
            Attributes.textOrNull(item, CLUSTER),
            Attributes.textOrNull(item, PARK),
            Attributes.textOrNull(item, GRID),
            coverage == null ? null : Double.valueOf(coverage.n())),
        HexFormat.of().formatHex(array(item, DIGEST)),
        new ScoredFacts(
            array(item, FACTS),
            numbers == null
                ? () -> files(Compressed.read(array(item, OWN_FILES)))
                : () -> numbered.apply(numbers(numbers.b().asByteArrayUnsafe()))),
        rewards(each == null ? null : Compressed.read(each.b().asByteArrayUnsafe())),
        Instant.parse(Attributes.text(item, EVALUATED_AT)),
        explanations::detail);
  }

  /** The card of an item that has one in an attribute. */
  static Card card(Map<String, AttributeValue> item, String attribute) {
    return CardForm.read(
        Attributes.text(item, attribute),
        Attributes.text(item, "sk"),
        Integer.parseInt(Attributes.attribute(item, YEAR).n()),
        ScoreKeys.generationOf(Attributes.text(item, "pk")),
        ScoreStatus.of(Attributes.text(item, STATUS)),
        Attributes.textOrNull(item, STAGE));
  }

  static ScoresTable.Listed listed(Map<String, AttributeValue> item) {
    return new ScoresTable.Listed(
        card(item, CARD),
        Attributes.textOrNull(item, INDUSTRY),
        Attributes.textOrNull(item, CLUSTER),
        Attributes.textOrNull(item, PARK));
  }

  static List<RewardEntry> rewards(@Nullable String json) {
    return json == null ? List.of() : StoredJson.read(json, REWARD_ENTRIES);
  }

  private static byte[] array(Map<String, AttributeValue> item, String name) {
    return Attributes.attribute(item, name).b().asByteArrayUnsafe();
  }

  private static List<FileNames.Source> files(String lines) {
    String[] parts = lines.split("\n", -1);
    var files = new ArrayList<FileNames.Source>();
    for (int i = 0; i + 1 < parts.length; i += 2) {
      files.add(new FileNames.Source(parts[i], parts[i + 1]));
    }
    return files;
  }

  private static int[] numbers(byte[] bytes) {
    var in = new ByteReader(bytes);
    var numbers = new int[bytes.length];
    int count = 0;
    while (in.more()) {
      numbers[count++] = in.count();
    }
    return Arrays.copyOf(numbers, count);
  }
}

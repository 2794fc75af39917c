package innovation.points.scoring.rulebook.reader;

import innovation.points.scoring.facts.Value;
import innovation.points.scoring.rulebook.Items;
import innovation.points.scoring.rulebook.LevelPoints;
import innovation.points.scoring.rulebook.Rulebook.Dataset;
import innovation.points.scoring.rulebook.Rulebook.ItemDates;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the conditions by which items of a dataset count. */
final class ItemsReader {
  private static final Map<String, Items.Period> PERIODS =
      Arrays.stream(Items.Period.values()).collect(Collectors.toMap(Items.Period::id, p -> p));
  private static final Map<String, Items.State> STATES =
      Arrays.stream(Items.State.values()).collect(Collectors.toMap(Items.State::id, s -> s));

  private final ReadingContext context;

  ItemsReader(ReadingContext context) {
    this.context = context;
  }

  Items items(Section section) {
    Dataset dataset = context.lineItems(section, "dataset");
    Map<String, List<Value>> where =
        section.has("where") ? where(dataset, section.section("where")) : Map.of();
    Map<String, List<Value>> unless =
        section.has("unless") ? where(dataset, section.section("unless")) : Map.of();
    Items.Dated dated = section.has("dated") ? dated(dataset, section.section("dated")) : null;
    Items.State state = section.has("state") ? state(dataset, section) : null;
    section.done();
    return new Items(dataset, where, unless, dated, state);
  }

  LevelPoints levels(Dataset dataset, Section section) {
    String by = context.itemField(dataset, section, "by");
    Section levels = section.section("points");
    Map<String, Double> points = new LinkedHashMap<>();
    for (String level : levels.keys()) {
      points.put(level, levels.positive(level).doubleValue());
    }
    boolean eachItem =
        section.has("each")
            && section.oneOf("each", Map.of("level", false, "item", true), "level 或 item", false);
    section.done();
    return new LevelPoints(by, eachItem, points);
  }

  /** The value that a word of the rulebook denotes. */
  static Value value(String word) {
    return switch (word) {
      case "是" -> Value.of(true);
      case "否" -> Value.of(false);
      default -> Value.of(word);
    };
  }

  private Map<String, List<Value>> where(Dataset dataset, Section section) {
    Map<String, List<Value>> where = new LinkedHashMap<>();
    for (String field : section.keys()) {
      context.itemField(dataset, section.line(field), field);
      where.put(
          field,
          section.texts(field).stream()
              .filter(word -> !word.isBlank())
              .map(ItemsReader::value)
              .toList());
    }
    return where;
  }

  private Items.@Nullable Dated dated(Dataset dataset, Section section) {
    List<String> keys = section.keys();
    if (keys.size() != 1) {
      context.problems.add(section.line(), "一个日期字段", keys.size() + " 个");
      return null;
    }
    String field = keys.getFirst();
    context.itemField(dataset, section.line(field), field);
    return new Items.Dated(
        field, section.oneOf(field, PERIODS, "year、window 或 to-date", Items.Period.YEAR));
  }

  private Items.State state(Dataset dataset, Section section) {
    Items.State state =
        section.oneOf("state", STATES, "in-force、lapsed 或 revoked", Items.State.IN_FORCE);
    ItemDates dates = dataset.items();
    if (dates != null && !dataset.id().isEmpty() && !knows(dates, state)) {
      context.problems.add(
          section.line("state"), dataset.id() + " 的 inForce 能判断的状态", state.id(), "它没有写明需要的日期字段。");
    }
    return state;
  }

  private static boolean knows(ItemDates dates, Items.State state) {
    return switch (state) {
      case IN_FORCE -> dates.from() != null;
      case LAPSED -> dates.lapsed() != null && dates.until() != null;
      case REVOKED -> dates.revoked() != null;
    };
  }
}

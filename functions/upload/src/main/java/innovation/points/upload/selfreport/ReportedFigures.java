package innovation.points.upload.selfreport;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.Shape;
import innovation.points.datasets.checking.CheckedFile;
import innovation.points.scoring.facts.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a report says, by name: a field of a per-enterprise dataset; of line items the natural key,
 * or the key and a field, {@code HT-2025-001/amount}.
 */
final class ReportedFigures {

  static final ReportedFigures NONE = new ReportedFigures(Map.of());

  private static final List<String> IDENTITY = List.of("uscc", "name");

  private final Map<String, Line> lines;

  /** One row's figures by field name, in words. */
  private record Line(Map<String, Figure> figures) {}

  private record Figure(String title, String value) {}

  /**
   * Something that was reported and is no more.
   *
   * @param name as {@code clears} names it
   * @param detail in Chinese
   */
  record Cleared(String name, String detail) {}

  private ReportedFigures(Map<String, Line> lines) {
    this.lines = lines;
  }

  /** The figures of the rows that are taken. */
  static ReportedFigures of(Dataset dataset, CheckedFile checked) throws IOException {
    var lines = new LinkedHashMap<String, Line>();
    checked.forEachAccepted(
        row -> {
          var figures = new LinkedHashMap<String, Figure>();
          for (Field field : dataset.fields()) {
            Value value = row.values().get(field.name());
            if (value != null && !IDENTITY.contains(field.name())) {
              figures.put(field.name(), new Figure(field.title(), words(value)));
            }
          }
          lines.put(key(dataset, row.values()), new Line(figures));
        });
    return new ReportedFigures(lines);
  }

  boolean isBlank() {
    return lines.values().stream().allMatch(line -> line.figures().isEmpty());
  }

  /** What is here and not there. */
  List<Cleared> without(ReportedFigures other) {
    var cleared = new ArrayList<Cleared>();
    lines.forEach(
        (key, line) -> {
          Line now = other.lines.get(key);
          if (now == null && !key.isEmpty()) {
            cleared.add(new Cleared(key, "“%s”上次已填报，本次没有这一条".formatted(key)));
            return;
          }
          line.figures()
              .forEach(
                  (field, figure) -> {
                    if (now == null || !now.figures().containsKey(field)) {
                      String name = key.isEmpty() ? field : key + "/" + field;
                      String of = key.isEmpty() ? figure.title() : key + "的" + figure.title();
                      cleared.add(
                          new Cleared(name, "“%s”上次填报 %s，本次为空".formatted(of, figure.value())));
                    }
                  });
        });
    return cleared;
  }

  private static String key(Dataset dataset, Map<String, Value> values) {
    return dataset.shape() == Shape.PER_ENTERPRISE
        ? ""
        : dataset.naturalKey().stream()
            .filter(field -> !IDENTITY.contains(field))
            .map(values::get)
            .map(value -> value == null ? "" : words(value))
            .collect(Collectors.joining(" "));
  }

  private static String words(Value value) {
    return switch (value) {
      case Value.Amount(double amount) ->
          BigDecimal.valueOf(amount).stripTrailingZeros().toPlainString();
      case Value.Flag(boolean flag) -> flag ? "是" : "否";
      case Value.Day(var day) -> day.toString();
      case Value.Text(String text) -> text;
    };
  }
}

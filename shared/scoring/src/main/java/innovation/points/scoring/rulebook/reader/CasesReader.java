package innovation.points.scoring.rulebook.reader;

import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.rulebook.Rulebook.Dataset;
import innovation.points.scoring.rulebook.reader.Case.Expected;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the cases attached to a rulebook. */
final class CasesReader {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Set<String> PLAIN =
      Set.of("status", "stage", "total", "weighted", "coverage", "ranked", "factor");
  private static final Set<String> PARTS =
      Set.of("categories", "indicators", "deductions", "bonus", "decay");
  private static final Set<String> LISTS = Set.of("reasons", "missing");
  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 9999;

  private final ReadingContext context;
  private final Map<String, Dataset> datasets;
  private final Set<String> fields = new HashSet<>();

  CasesReader(ReadingContext context) {
    this.context = context;
    this.datasets =
        context.datasets().stream().collect(Collectors.toMap(Dataset::id, Function.identity()));
    datasets.values().stream()
        .filter(dataset -> dataset.items() == null)
        .forEach(dataset -> fields.addAll(dataset.fields().keySet()));
  }

  /** {@code cases: {baseline: …, list: […]}}; none where the key is absent. */
  List<Case> read(Section root) {
    if (!root.has("cases")) {
      return List.of();
    }
    Section cases = root.section("cases");
    Map<Integer, Map<String, Value>> baseline = new TreeMap<>();
    if (cases.has("baseline")) {
      facts(cases.section("baseline"), baseline);
    }
    List<Case> all = cases.sections("list").stream().map(one -> one(one, baseline)).toList();
    cases.done();
    return all;
  }

  private Case one(Section section, Map<Integer, Map<String, Value>> baseline) {
    Map<Integer, Map<String, Value>> facts = new TreeMap<>();
    baseline.forEach((year, values) -> facts.put(year, new TreeMap<>(values)));
    if (section.has("facts")) {
      facts(section.section("facts"), facts);
    }
    int year = section.integer("year", FIRST_YEAR, LAST_YEAR);
    Case read =
        new Case(
            section.line(),
            section.text("case"),
            year,
            facts,
            items(section, year),
            byYear(section, "absent"),
            byYear(section, "undelivered"),
            published(section),
            expected(section.section("expect")));
    section.optionalText("rule");
    section.done();
    return read;
  }

  private void facts(Section years, Map<Integer, Map<String, Value>> into) {
    for (String key : years.keys()) {
      Section values = years.section(key);
      Map<String, Value> known = into.computeIfAbsent(year(years, key), _ -> new TreeMap<>());
      for (String field : values.keys()) {
        if (!fields.contains(field)) {
          context.problems.add(values.line(field), "datasets 中声明的企业字段", field);
        }
        String text = values.textOrEmpty(field);
        if (text.equals("~") || text.isEmpty()) {
          known.remove(field);
        } else {
          known.put(field, value(text));
        }
      }
    }
  }

  private int year(Section section, String key) {
    if (YEAR.matcher(key).matches()) {
      return Integer.parseInt(key);
    }
    context.problems.add(section.line(key), "四位年份", Section.quote(key));
    return FIRST_YEAR;
  }

  private Map<String, List<LineItem>> items(Section section, int year) {
    Map<String, List<LineItem>> items = new HashMap<>();
    if (section.has("items")) {
      Section all = section.section("items");
      for (String id : all.keys()) {
        Dataset dataset = datasets.get(id);
        if (dataset == null || dataset.items() == null) {
          context.problems.add(all.line(id), "datasets 中声明的明细数据集", id);
        } else {
          items.put(id, all.sections(id).stream().map(one -> item(dataset, one, year)).toList());
        }
      }
    }
    return items;
  }

  private LineItem item(Dataset dataset, Section section, int year) {
    int file = section.has("file") ? section.integer("file", FIRST_YEAR, LAST_YEAR) : year;
    Map<String, Value> values = new HashMap<>();
    for (String field : section.keys()) {
      if (!field.equals("file")) {
        context.itemField(dataset, section.line(field), field);
        values.put(field, value(section.textOrEmpty(field)));
      }
    }
    return new LineItem(file, values, source(dataset.id(), section.line()));
  }

  static Source source(String dataset, int line) {
    return new Source("cases/" + dataset, "", line);
  }

  private Map<Integer, Set<String>> byYear(Section section, String key) {
    Map<Integer, Set<String>> byYear = new HashMap<>();
    if (section.has(key)) {
      Section years = section.section(key);
      for (String year : years.keys()) {
        Set<String> ids = new HashSet<>(years.texts(year));
        ids.stream()
            .filter(id -> !datasets.containsKey(id))
            .forEach(id -> context.problems.add(years.line(year), "datasets 中声明的数据集", id));
        byYear.put(year(years, year), ids);
      }
    }
    return byYear;
  }

  private Map<Integer, String> published(Section section) {
    Map<Integer, String> published = new HashMap<>();
    if (section.has("published")) {
      Section years = section.section("published");
      years.keys().forEach(key -> published.put(year(years, key), years.text(key)));
    }
    return published;
  }

  private List<Expected> expected(Section section) {
    List<Expected> expected = new ArrayList<>();
    for (String key : section.keys()) {
      int line = section.line(key);
      if (PLAIN.contains(key)) {
        expected.add(new Expected(line, key, section.text(key)));
      } else if (PARTS.contains(key)) {
        Section parts = section.section(key);
        for (String part : parts.keys()) {
          expected.add(new Expected(parts.line(part), key + "." + part, parts.textOrEmpty(part)));
        }
      } else if (LISTS.contains(key)) {
        expected.add(new Expected(line, key, texts(section.required(key))));
      } else {
        List<String> known = new ArrayList<>(PLAIN);
        known.addAll(PARTS);
        known.addAll(LISTS);
        known.sort(null);
        context.problems.add(line, "已知的键（" + String.join("、", known) + "）", key);
      }
    }
    if (section.present() && expected.isEmpty()) {
      context.problems.add(section.line(), "至少一项预期结果", "没有");
    }
    return expected;
  }

  private static String texts(@Nullable Node node) {
    return node instanceof SequenceNode list
        ? list.getValue().stream()
            .map(one -> one instanceof ScalarNode scalar ? scalar.getValue() : "")
            .collect(Collectors.joining("、"))
        : "";
  }

  private static Value value(String text) {
    if (text.equals("是") || text.equals("否")) {
      return Value.of(text.equals("是"));
    }
    if (NUMBER.matcher(text).matches()) {
      return Value.of(Double.parseDouble(text));
    }
    if (DAY.matcher(text).matches()) {
      try {
        return Value.of(LocalDate.parse(text));
      } catch (DateTimeException _) {
        return Value.of(text);
      }
    }
    return Value.of(text);
  }
}

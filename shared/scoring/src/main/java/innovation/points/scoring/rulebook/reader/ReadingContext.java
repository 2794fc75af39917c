package innovation.points.scoring.rulebook.reader;

import innovation.points.scoring.rulebook.Basis;
import innovation.points.scoring.rulebook.Rulebook.Dataset;
import innovation.points.scoring.rulebook.Rulebook.Field;
import innovation.points.scoring.rulebook.Rulebook.GrowthBase;
import innovation.points.scoring.rulebook.Rulebook.ItemDates;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The context that all parts of a rulebook refer to: datasets, their fields, and the basis of
 * rules.
 */
final class ReadingContext {
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern CALIBRATED = Pattern.compile("calibrated (\\d{4})");
  private static final Basis NO_BASIS = new Basis(null, null, null);
  private static final Dataset NO_DATASET = new Dataset("", "", false, Map.of(), null, NO_BASIS);
  private static final Field NO_FIELD = new Field("", "", NO_DATASET);
  private static final ItemDates NO_DATES =
      new ItemDates("", false, false, null, null, null, null, null);
  private static final Dataset NO_ITEMS = new Dataset("", "", false, Map.of(), NO_DATES, NO_BASIS);

  final ReadingProblems problems;
  private final Map<String, Dataset> datasets = new LinkedHashMap<>();
  private final Map<String, Field> fields = new HashMap<>();
  private GrowthBase growth = new GrowthBase(false, NO_BASIS);

  ReadingContext(ReadingProblems problems) {
    this.problems = problems;
  }

  /** What growth on a base that is not positive is, for the formulas that follow. */
  GrowthBase growth() {
    return growth;
  }

  void growth(GrowthBase read) {
    growth = read;
  }

  List<Dataset> datasets() {
    return List.copyOf(datasets.values());
  }

  /** Declares a dataset for the sections that follow. */
  void declare(Dataset dataset, int line) {
    if (datasets.putIfAbsent(dataset.id(), dataset) != null || dataset.items() != null) {
      return;
    }
    dataset.fields().forEach((id, name) -> declare(new Field(id, name, dataset), line));
  }

  private void declare(Field field, int line) {
    Field other = fields.putIfAbsent(field.id(), field);
    if (other != null) {
      problems.add(line, "其他数据集没有的字段", field.id(), other.dataset().id() + " 中已有，无法确定应取哪一个。");
    }
  }

  /** Reads {@code name} and, where present, the English title {@code en}. */
  String name(Section section) {
    String english = section.optionalText("en");
    if (english != null && HAN.matcher(english).find()) {
      problems.add(section.line("en"), "英文名称", Section.quote(english));
    }
    return section.text("name");
  }

  /** Reads the basis of a rule: exactly one of {@code cite} and {@code basis: default}. */
  Basis basis(Section section) {
    return basis(section, false);
  }

  /** Reads the basis of a curve, which may also be {@code basis: calibrated 2025}. */
  Basis curveBasis(Section section) {
    return basis(section, true);
  }

  private Basis basis(Section section, boolean curve) {
    String cite = section.optionalText("cite");
    String basis = section.optionalText("basis");
    String note = section.optionalText("note");
    Matcher calibrated = CALIBRATED.matcher(basis == null ? "" : basis);
    boolean fitted = curve && calibrated.matches();
    if (section.present() && (cite == null) == (basis == null)) {
      problems.add(
          section.line(),
          "写有 cite 或 basis: default 之一",
          cite == null ? "都没有" : "两者都有",
          "每条规则要么有文件依据，要么由本系统设定。");
    } else if (basis != null && !basis.equals("default") && !fitted) {
      String known = curve ? "default 或 calibrated 年度（如 calibrated 2025）" : "default";
      problems.add(section.line("basis"), known, Section.quote(basis));
    }
    return new Basis(cite, fitted ? Integer.valueOf(calibrated.group(1)) : null, note);
  }

  /** The field of a per-enterprise dataset that a key names. */
  Field field(Section section, String key) {
    String id = section.text(key);
    return id.isEmpty() ? NO_FIELD : field(section.line(key), id);
  }

  Field field(int line, String id) {
    Field field = fields.get(id);
    if (field == null) {
      problems.add(line, "datasets 中声明的企业字段", id);
      return NO_FIELD;
    }
    return field;
  }

  /** The dataset with one row per enterprise that a key names. */
  Dataset perEnterprise(Section section, String key) {
    return dataset(section, key, "每家企业一行的数据集", NO_DATASET);
  }

  /** The line-item dataset that a key names. */
  Dataset lineItems(Section section, String key) {
    return dataset(section, key, "明细数据集", NO_ITEMS);
  }

  private Dataset dataset(Section section, String key, String what, Dataset placeholder) {
    String id = section.text(key);
    Dataset dataset = datasets.get(id);
    if (dataset != null && (dataset.items() == null) == (placeholder.items() == null)) {
      return dataset;
    }
    if (!id.isEmpty()) {
      problems.add(section.line(key), "datasets 中声明的" + what, id);
    }
    return placeholder;
  }

  /** The field of the items of a dataset that a key names. */
  String itemField(Dataset dataset, Section section, String key) {
    String id = section.text(key);
    itemField(dataset, section.line(key), id);
    return id;
  }

  void itemField(Dataset dataset, int line, String id) {
    if (id.isEmpty() || dataset.id().isEmpty() || dataset.fields().containsKey(id)) {
      return;
    }
    String known = String.join("、", dataset.fields().keySet());
    problems.add(line, dataset.id() + " 的字段（" + known + "）", id);
  }

  /** Reports ids that occur twice in a list. */
  void unique(List<Section> sections) {
    Set<String> seen = new HashSet<>();
    for (Section section : sections) {
      if (section.has("id") && !seen.add(section.text("id"))) {
        problems.add(section.line("id"), "不重复的 id", section.text("id"));
      }
    }
  }
}

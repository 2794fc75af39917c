package innovation.points.scoring.rulebook.reader;

import innovation.points.scoring.rulebook.Rulebook.Dataset;
import innovation.points.scoring.rulebook.Rulebook.ItemDates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the datasets and fields that the rules use, and the meaning of their absence. */
final class DatasetsReader {
  private final ReadingContext context;

  DatasetsReader(ReadingContext context) {
    this.context = context;
  }

  void read(List<Section> sections) {
    context.unique(sections);
    sections.forEach(section -> context.declare(dataset(section), section.line()));
  }

  private Dataset dataset(Section section) {
    String id = section.text("id");
    String name = section.text("name");
    Map<String, String> fields = fields(section.section("fields"));
    boolean perEnterprise = section.has("absent");
    if (section.present() && perEnterprise == section.has("count")) {
      context.problems.add(
          section.line(), "写有 absent（每家企业一行）或 count（明细）之一", perEnterprise ? "两者都有" : "都没有");
    }
    boolean zero = perEnterprise && zero(section, "absent");
    ItemDates items = perEnterprise ? null : items(section, fields);
    Dataset dataset = new Dataset(id, name, zero, fields, items, context.basis(section));
    section.done();
    return dataset;
  }

  private static Map<String, String> fields(Section section) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String id : section.keys()) {
      fields.put(id, section.text(id));
    }
    return fields;
  }

  private static boolean zero(Section section, String key) {
    return section.oneOf(key, Map.of("zero", true, "missing", false), "zero 或 missing", false);
  }

  private ItemDates items(Section section, Map<String, String> fields) {
    String label = section.text("label");
    declared(fields, section, "label", label);
    boolean ofYear =
        section.oneOf(
            "count", Map.of("of-year", true, "all-years", false), "of-year 或 all-years", false);
    boolean missing = !zero(section, "undelivered");
    if (!section.has("inForce")) {
      return new ItemDates(label, ofYear, missing, null, null, null, null, null);
    }
    Section inForce = section.section("inForce");
    ItemDates dates =
        new ItemDates(
            label,
            ofYear,
            missing,
            declared(fields, inForce, "from"),
            declared(fields, inForce, "until"),
            declared(fields, inForce, "revoked"),
            declared(fields, inForce, "restored"),
            declared(fields, inForce, "lapsed"));
    inForce.done();
    return dates;
  }

  private @Nullable String declared(Map<String, String> fields, Section section, String key) {
    String id = section.optionalText(key);
    if (id != null) {
      declared(fields, section, key, id);
    }
    return id;
  }

  private void declared(Map<String, String> fields, Section section, String key, String id) {
    if (!id.isEmpty() && !fields.containsKey(id)) {
      context.problems.add(
          section.line(key), "本数据集 fields 中的字段（" + String.join("、", fields.keySet()) + "）", id);
    }
  }
}

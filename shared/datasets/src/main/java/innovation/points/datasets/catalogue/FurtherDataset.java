package innovation.points.datasets.catalogue;

import java.time.DateTimeException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a dataset that a zone has besides those of the catalogue. Its files are read, checked,
 * reported, compared and listed as all others; what they say is no fact that a rulebook could use.
 */
public final class FurtherDataset {

  private static final Pattern ID = Pattern.compile("[a-z][a-z-]{1,39}");

  private FurtherDataset() {}

  /** Whether a dataset may be called so: as those of the catalogue, but none of them. */
  public static boolean isId(String id) {
    return ID.matcher(id).matches() && Catalogue.load().dataset(id).isEmpty();
  }

  /**
   * The dataset.
   *
   * @param schema a Frictionless Table Schema as those of the catalogue
   * @throws IllegalArgumentException in Chinese, with everything that cannot be
   */
  public static Dataset read(String id, String schema) {
    if (!isId(id)) {
      throw new IllegalArgumentException("数据集代号应为 2 至 40 个小写字母或连字符，且不与目录中的相同，收到：" + id);
    }
    Dataset dataset;
    try {
      dataset = SchemaReader.read(id, schema);
    } catch (IllegalStateException | IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(
          "schema 不是数据集的表结构，可以 /v1/datasets/trade 的内容为样式：" + e.getMessage(), e);
    }
    var checks = new SchemaChecks();
    checks.expect(
        dataset.ordinal() >= FormOfYear.FURTHER,
        "x-ordinal 应不小于 %d，收到：%d".formatted(FormOfYear.FURTHER, dataset.ordinal()));
    checks.expect(!dataset.open(), "x-open 应为 false：目录之外的数据集只由部门上传");
    checks.expect(!dataset.title().isBlank() && !dataset.en().isBlank(), "数据集应有中文和英文名称");
    checks.expect(
        dataset.naturalKey().contains("uscc"), "x-naturalKey 应含 uscc，收到：" + dataset.naturalKey());
    checks.ordinals(dataset, common());
    checks.comparisons(dataset);
    checks.done();
    return dataset;
  }

  /** 统一社会信用代码 and 企业名称, which all datasets have alike. */
  private static List<Field> common() {
    return Catalogue.load().datasets().getFirst().fields().subList(0, 2);
  }

  /** A schema to start from. */
  public static String draft(String id) {
    return """
    {"name": "%s", "title": "新数据集", "x-en": "New dataset", "x-ordinal": 1000, \
    "x-owner": "science", "x-form": "%s", "x-due": "03-31", "x-shape": "per-enterprise", \
    "x-naturalKey": ["uscc"], "x-keyedByYear": true, "x-open": false, \
    "missingValues": ["", "-", "/", "无", "—"], "primaryKey": ["uscc"], "fields": [\
    {"name": "uscc", "x-ordinal": 0, "title": "统一社会信用代码", \
    "x-en": "Unified social credit code", "x-class": "公开", "type": "string", \
    "x-type": "uscc", "constraints": {"required": true}}, \
    {"name": "name", "x-ordinal": 1, "title": "企业名称", "x-en": "Enterprise name", \
    "x-class": "公开", "type": "string"}, \
    {"name": "figure", "x-ordinal": 1000, "title": "数额(万元)", \
    "x-en": "Figure (CNY 10,000)", "x-class": "内部", "type": "number", "x-unit": "万元", \
    "constraints": {"minimum": 0}}], "x-checks": []}\
    """
        .formatted(id, id);
  }
}

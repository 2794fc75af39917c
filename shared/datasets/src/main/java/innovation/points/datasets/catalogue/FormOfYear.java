package innovation.points.datasets.catalogue;

import java.time.DateTimeException;

/**
 * Reads the form that a zone gives a dataset for one year: a schema as those of the catalogue, with
 * other titles, synonyms, limits, options or days, with fewer columns, or with more. A column more
 * is read, checked and reported; facts have what the catalogue's own columns say.
 */
public final class FormOfYear {

  /** Ordinals from here on are no field's of the catalogue. */
  public static final int FURTHER = 1_000;

  private FormOfYear() {}

  /**
   * The dataset as a form has it.
   *
   * @param id of the dataset
   * @param schema the form, a Frictionless Table Schema
   * @throws IllegalArgumentException in Chinese, with everything that cannot be
   */
  public static Dataset read(String id, String schema) {
    Dataset own =
        Catalogue.load().dataset(id).orElseThrow(() -> new IllegalArgumentException("没有数据集 " + id));
    Dataset form;
    try {
      form = SchemaReader.read(id, schema);
    } catch (IllegalStateException | IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(
          "schema 不是这个数据集的表结构，应以 /v1/datasets/%s 的内容为底稿修改：%s".formatted(id, e.getMessage()), e);
    }
    var checks = new SchemaChecks();
    checks.same("x-ordinal", own.ordinal(), form.ordinal());
    checks.same("x-owner", own.owner(), form.owner());
    checks.same("x-shape", own.shape().id(), form.shape().id());
    checks.same("x-naturalKey", own.naturalKey(), form.naturalKey());
    checks.same("x-keyedByYear", own.keyedByYear(), form.keyedByYear());
    checks.same("x-shared", own.shared(), form.shared());
    checks.same("x-open", own.open(), form.open());
    checks.ordinals(form, own.fields());
    own.naturalKey().forEach(name -> checks.expect(form.field(name).isPresent(), "缺少字段 " + name));
    checks.comparisons(form);
    checks.done();
    return form;
  }
}
